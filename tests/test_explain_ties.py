"""Why a tie is drawn: rule, quote, status with the word that decides it, certainty."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.commands.table import samverkan
from graph.evaluation.explained_ties import cue
from graph.library import Library
from graph.model.terms import Status
from graph.picture.page_data import edge_keys

SERIES = Path(__file__).parent / "series"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("kust")
    for file in sorted(SERIES.glob("kust-*.txt")):
        shutil.copy(file, folder)
    held = Library(folder / "library")
    assert all(outcome.error is None for outcome in held.read(sorted(folder.glob("*.txt"))))
    return held


def test_every_place_that_says_a_tie_is_explained(library: Library) -> None:
    answer = library.explain_ties("Fiskarföreningen Väst", "Lysekils kommun")
    told = [(row["status"], row["cue"], row["rule"], row["drawn"]) for row in answer.rows]
    assert told == [
        ("asserted", None, "cooperation-with", True),
        ("negated", "inte", "cooperation-with", False),
    ]
    assert [answer.evidence[str(key)].date for row in answer.rows for key in row["evidence"] or ()] == [  # type: ignore[union-attr]
        "2025-03-06",
        "2025-10-09",
    ]


def test_two_without_a_tie_are_silence(library: Library) -> None:
    assert library.explain_ties("Helena Brattö", "Jordbruksverket").silent is not None


def test_an_edge_is_explained_by_the_key_that_its_page_and_files_have(library: Library) -> None:
    drawn = library.drawn()
    (key,) = [
        key for key, edge in zip(edge_keys(drawn), drawn.edges, strict=True) if edge.predicate == "works_with"
    ]
    done = CliRunner().invoke(samverkan, ["--library", str(library.folder), "--lang", "en", "explain", key])
    assert done.exit_code == 0
    assert "decided by inte" in done.output
    assert "rule cooperation-with" in done.output


CUES = [
    ("Alfa ska samarbeta med Beta.", "Beta", Status.PLANNED, "ska"),
    ("Alfa samarbetar med Beta.", "Beta", Status.ASSERTED, None),
    ("Samarbetar Alfa med Beta?", "Beta", Status.ASKED, "?"),
    ("Alfa funderar på att samarbeta med Beta.", "Beta", Status.CONSIDERED, "funderar"),
]


@pytest.mark.parametrize(("text", "end", "status", "words"), CUES, ids=[row[0] for row in CUES])
def test_the_cue_is_the_word_without_which_the_status_were_another(
    text: str, end: str, status: Status, words: str | None
) -> None:
    assert cue(text, text.index(end), status) == words
