"""A pipeline's second opinion on names: what the reading lacks waits for a person, and is never a mention."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from graph.errors import PipelineMissing
from graph.library import Library
from graph.opinions import pipelines
from graph.opinions.pipelines import Pipeline, consulted, pipeline
from graph.wording.sentences import sentence

MINUTES = """Anteckningar näringslivsdialog Sörmland 12 mars 2024

▪ Almi Sörmland, Eva Öberg
o Vi samarbetar med Region Sörmland om tillväxt. Alla gillade dragspelet som Qvist hade med sig.
"""
SEEN = {"Region Sörmland": "ORG", "dragspelet": "PRS", "tillväxt": "MSR", "Alla": "TME"}


def seen(text: str) -> Iterable[tuple[int, int, str]]:
    """Every word of a small list, wherever it stands."""
    return [(at, at + len(name), label) for name, label in SEEN.items() if (at := text.find(name)) >= 0]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    held = Library(tmp_path / "library")
    (tmp_path / "almi.txt").write_text(MINUTES, encoding="utf-8")
    assert [outcome.error for outcome in held.read([tmp_path / "almi.txt"])] == [None]
    yield held
    held.store.close()


def test_a_name_that_the_reading_lacks_is_a_candidate_and_no_mention(library: Library) -> None:
    before = [library.store.nquads(one) for one in library.store.documents()]
    (told,) = consulted(library.store, (), Pipeline("sv_stub", "1", seen))
    assert (told.candidates, told.agreed) == (1, 1)
    answer = library.opinions(source="spacy:sv_stub")
    (row,) = answer.rows
    assert (row["name"], row["type"], row["reason"]) == ("dragspelet", "person", "name_unseen")
    assert (row["source"], row["model"], row["version"]) == ("spacy", "sv_stub", "1")
    (held,) = answer.evidence.values()
    assert held.text[held.words[0][0] - held.start : held.words[0][1] - held.start] == "dragspelet"
    assert [library.store.nquads(one) for one in library.store.documents()] == before
    assert library.mentions("dragspelet").rows == ()


def test_a_pipeline_that_is_not_here_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipelines, "spacy", None)
    with pytest.raises(PipelineMissing) as absent:
        pipeline("sv_core_news_sm")
    assert "pip install 'samverkan[spacy]'" in sentence(absent.value, "sv")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_real_pipeline_of_spacy_is_asked(library: Library, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("sv")
    made.add_pipe("entity_ruler").add_patterns([{"label": "PRS", "pattern": "dragspelet"}])
    made.to_disk(tmp_path / "made")
    (told,) = library.ask_pipeline(str(tmp_path / "made"))
    assert told.candidates == 1
    with pytest.raises(PipelineMissing):
        pipeline("sv_no_such_pipeline")
    english = tmp_path / "english"
    spacy.blank("en").to_disk(english)
    with pytest.raises(PipelineMissing) as other:
        pipeline(str(english))
    assert "inte för svenska" in sentence(other.value, "sv")
