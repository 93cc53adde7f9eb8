"""Status on labelled sentences, most by a writer who did not know the rules: each set is held at the figures reached.

A bracket that spans the sentence is judged by `sentence_status`, as a quote is; any other at its first verb by
`clause_status`, as a tie, figure or property that stands there is.
"""

import json
from pathlib import Path

import pytest

from graph.evaluation.statuses import SETS, confusion, judged, labelled, recall, section, share_right
from graph.model.terms import Status

FOLDER = Path(__file__).parent / "status"
REACHED = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))
POINT = 0.01


@pytest.mark.parametrize("name", SETS)
def test_the_share_right_does_not_fall(name: str) -> None:
    counts = confusion(FOLDER / f"{name}.tsv")
    assert counts.total() >= 200
    assert share_right(counts) >= REACHED[name]["right"] - POINT


@pytest.mark.parametrize("name", ["own", "tuned"])
@pytest.mark.parametrize("status", Status)
def test_no_status_of_the_sentences_that_were_read_is_told_worse(name: str, status: Status) -> None:
    counts = confusion(FOLDER / f"{name}.tsv")
    assert recall(counts, status) >= REACHED[name][status.value] - POINT


def test_no_sentence_stands_in_two_sets() -> None:
    every = [marked for name in SETS for _, marked in labelled(FOLDER / f"{name}.tsv")]
    assert len(every) == len(set(every))


def test_a_clause_is_judged_at_its_verb_and_a_sentence_as_a_whole() -> None:
    assert judged("Alfa tackade nej, men [Beta är med].") is Status.ASSERTED
    assert judged("[Alfa tackade nej], men Beta är med.") is Status.NEGATED
    assert judged("[Är Alfa med]?") is Status.ASKED


def test_the_page_shows_every_set_and_no_sentence() -> None:
    shown = "\n".join(section(FOLDER))
    assert "tuned: 200 sentences" in shown
    assert not any(
        marked.strip("[].?") in shown for name in SETS for _, marked in labelled(FOLDER / f"{name}.tsv")
    )
