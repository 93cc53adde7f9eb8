"""Scores against made-up gold whose figures were worked out by hand, and the reading format."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from gold_made import FOUND, GOLD, mention, written
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import NoGold, SameStem
from graph.evaluation.counts import Count
from graph.evaluation.marked import folded
from graph.evaluation.reading_format import lines, results
from graph.evaluation.rows import answer
from graph.evaluation.scores import evaluate, score
from graph.library import Library

ROOT = Path(__file__).parent.parent


EXPECTED = {  # hits, spurious, missed; worked out by hand
    ("mention exact", "person"): (1, 1, 0),
    ("mention exact", "organisation"): (0, 2, 1),
    ("mention exact", "place"): (0, 0, 1),
    ("mention exact", "project"): (0, 0, 0),
    ("mention exact", "all"): (1, 3, 2),
    ("mention overlap", "organisation"): (1, 1, 0),
    ("mention overlap", "all"): (2, 2, 1),
    ("mention span", "all"): (2, 2, 1),
    ("mention entity", "person"): (1, 1, 0),
    ("mention entity", "organisation"): (1, 1, 0),
    ("mention entity", "place"): (0, 0, 1),
    ("represents", "all"): (1, 0, 0),
    ("relation", "works_with"): (1, 0, 0),
    ("relation", "funds"): (0, 0, 1),
    ("relation", "supports"): (0, 1, 0),
    ("relation", "all"): (1, 1, 1),
    ("relation, any predicate", "all"): (2, 0, 0),
    ("statement", "span"): (2, 0, 0),
    ("statement", "span+speaker"): (1, 1, 1),
    ("statement", "characters"): (90, 100, 110),
    ("meeting", "date and next"): (1, 1, 1),
}


def test_scores_are_those_that_a_person_counts() -> None:
    counts = score(GOLD, FOUND, [])
    assert {key: (counts[key].hits, counts[key].spurious, counts[key].missed) for key in EXPECTED} == EXPECTED


def test_gold_scored_against_itself_is_faultless() -> None:
    counts = score(GOLD, GOLD, [])
    assert all((count.spurious, count.missed) == (0, 0) for count in counts.values())
    assert counts["mention exact", "all"].hits == 3


COUNTS = st.builds(Count, *[st.integers(0, 50)] * 3)


@given(COUNTS, COUNTS)
def test_f1_lies_between_precision_and_recall(one: Count, other: Count) -> None:
    both = one + other
    assert both == other + one
    if both.precision is not None and both.recall is not None and both.f1 is not None:
        low, high = sorted((both.precision, both.recall))
        assert low - 1e-9 <= both.f1 <= high + 1e-9


@given(st.text())
def test_a_folded_name_is_folded(name: str) -> None:
    assert folded(folded(name)) == folded(name)


def test_folders_are_scored_document_by_document(tmp_path: Path) -> None:
    written(tmp_path / "gold", "a.jsonl", GOLD)
    written(tmp_path / "gold", "b.jsonl", GOLD)
    written(tmp_path / "pred", "a.jsonl", GOLD)
    scores = evaluate(tmp_path / "gold", tmp_path / "pred")
    assert scores.missing == ("b",)
    assert scores.counts["represents", "all"] == Count(1, 0, 1)
    rows = {(row["kind"], row["type"]): row for row in answer(scores, "gold", "pred").rows}
    whole = rows["represents", "all"]
    assert (whole["precision"], whole["recall"], whole["f1"], whole["gold"]) == (1.0, 0.5, 0.6667, 2)


def test_what_is_no_gold_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoGold):
        evaluate(tmp_path)


def test_broken_lines_are_told_and_the_others_are_scored(tmp_path: Path) -> None:
    good = json.dumps(mention(0, 10, "person", "Åsa Öberg"))
    (tmp_path / "a.jsonl").write_text('{"kind": "mention"}\n[]\n' + good + "\nnej\n", encoding="utf-8")
    scores = evaluate(tmp_path, tmp_path)
    assert [fault.facts for fault in scores.faults[:3]] == [
        {"file": "a.jsonl", "line": line} for line in (1, 2, 4)
    ]
    assert scores.counts["mention exact", "person"] == Count(1)


BESIDE = [above / "shared" / "gold" / "evaluate.py" for above in (ROOT.parent, ROOT.parent.parent)]
REFERENCE = next((file for file in BESIDE if file.exists()), BESIDE[0])


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not on this machine")
def test_figures_are_those_of_the_reference_scorer(tmp_path: Path) -> None:
    written(tmp_path / "gold", "a.jsonl", GOLD)
    written(tmp_path / "pred", "a.jsonl", FOUND)
    told = tmp_path / "told.json"
    command = [
        str(word)
        for word in (sys.executable, str(REFERENCE), tmp_path / "gold", tmp_path / "pred", "--json", told)
    ]
    subprocess.run(command, check=True, capture_output=True)
    theirs = {
        key: (of["tp"], of["fp"], of["fn"])
        for key, of in json.loads(told.read_text(encoding="utf-8")).items()
    }
    ours = evaluate(tmp_path / "gold", tmp_path / "pred").counts
    assert {f"{k} / {t}": (c.hits, c.spurious, c.missed) for (k, t), c in ours.items()} == theirs


def test_one_document_has_no_interval_and_several_always_the_same(tmp_path: Path) -> None:
    written(tmp_path / "gold", "a.jsonl", GOLD)
    written(tmp_path / "pred", "a.jsonl", GOLD)
    alone = answer(evaluate(tmp_path / "gold", tmp_path / "pred"), "gold")
    assert {row["f1_low"] for row in alone.rows} == {None}
    written(tmp_path / "gold", "b.jsonl", GOLD)
    written(tmp_path / "pred", "b.jsonl", FOUND)
    both = answer(evaluate(tmp_path / "gold", tmp_path / "pred"), "gold")
    assert both == answer(evaluate(tmp_path / "gold", tmp_path / "pred"), "gold")
    whole = next(row for row in both.rows if (row["kind"], row["type"]) == ("mention exact", "all"))
    assert (whole["f1_low"], whole["f1_high"]) == (0.2857, 1.0)


def test_two_files_with_one_stem_are_refused_both_named(tmp_path: Path) -> None:
    with pytest.raises(SameStem) as refused:
        results(["a/Möte.txt", "b/Möte.pdf"], tmp_path)
    assert (refused.value.facts["first"], refused.value.facts["second"]) == ("a/Möte.txt", "b/Möte.pdf")


def test_the_sample_minutes_in_the_reading_format() -> None:
    file = ROOT / "data" / "000_fcd71412aabef359.txt"
    text = file.read_bytes().decode("utf-8")
    found = lines(Library("unused").reading(file))
    kinds = {line["kind"] for line in found}
    assert kinds == {"meeting", "mention", "represents", "relation", "statement", "figure", "quote"}
    assert found[0] == {
        "kind": "meeting",
        "title": "Anteckningar näringslivsdialog 19 april 2021",
        "date": "2021-04-19",
        "next": "2021-05-17",
    }
    for line in found:
        if "text" in line:
            assert line["text"] == text[line["start"] : line["end"]]
    amounts = {line["text"]: line for line in found if line.get("type") == "amount"}
    assert (amounts["5.5 miljoner"]["value"], amounts["5.5 miljoner"].get("unit")) == (5_500_000, None)
    assert {line["type"] for line in found if line["kind"] == "mention"} <= {
        *("person", "organisation", "place", "project", "scheme", "event", "amount", "date")
    }
    named = {line["canonical"] for line in found if line["kind"] == "mention"}
    tied = {line[end] for line in found if line["kind"] == "relation" for end in ("subject", "object")}
    assert tied <= named, "a party that is not named has no place in the format"
    assert "met_with" not in {line.get("predicate") for line in found}
