"""One meeting in several files: recognised by its words, told once, and undone by a person."""

import random
import shutil
from pathlib import Path

import pytest
from minutes_made import as_docx, as_pdf

from graph.library import Library

SEED = Path(__file__).parent.parent / "data" / "000_fcd71412aabef359.txt"
SERIES = Path(__file__).parent / "series"
AT = "2026-05-04T10:00:00Z"


def read(folder: Path, *paths: Path) -> Library:
    library = Library(folder / "library")
    assert all(outcome.error is None for outcome in library.read(paths))
    return library


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seed")
    text = SEED.read_bytes().decode("utf-8")
    for name, content in (("a.txt", text.encode()), ("b.docx", as_docx(text)), ("c.pdf", as_pdf(text))):
        (folder / name).write_bytes(content)
    library = read(folder, folder / "a.txt", folder / "b.docx", folder / "c.pdf")
    library.store.close()
    return folder / "library"


@pytest.fixture
def library(tmp_path: Path, read_once: Path) -> Library:
    return Library(shutil.copytree(read_once, tmp_path / "library"))


def silent(library: Library) -> dict[str, str]:
    """Which file speaks for which."""
    rows = library.documents().rows
    return {str(row["file"]): str(row["same_minutes"]) for row in rows if row["same_minutes"]}


def heard(library: Library) -> tuple[int, int]:
    """How many quotes name Synsam, and how many meetings there are."""
    return len(library.mentions("Synsam").rows), len(library.ask("meetings").rows)


def test_text_docx_and_pdf_of_one_meeting_are_one_meeting(library: Library) -> None:
    assert len(silent(library)) == 2
    assert heard(library) == (2, 1)
    assert len(library.search("Synsam").rows) == 2
    assert {row["documents"] for row in library.actors().rows} == {1}
    assert {edge.meetings for edge in library.drawn(computed=True).edges} == {1}
    count = library.sparql("SELECT (count(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "csv").content
    every = Library(library.folder, all_versions=True)
    counted = every.sparql("SELECT (count(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "csv").content
    assert int(counted.split()[1]) == int(count.split()[1]) + 2
    assert heard(every) == (6, 3)


def test_the_other_speaks_when_the_one_is_taken_out(library: Library) -> None:
    for left in (1, 0):
        library.remove(next(iter(silent(library).values())))
        assert len(silent(library)) == left
        assert heard(library) == (2, 1)


def test_not_the_same_minutes_lets_both_speak_until_it_is_undone(library: Library) -> None:
    pairs = [row for row in library.candidates().rows if row["type"] == "document"]
    assert len(pairs) == 3
    for row in pairs:
        library.judge(str(row["id"]), "reject", "Eva", AT)
    assert silent(library) == {}
    assert heard(library) == (6, 3)
    assert not [row for row in library.candidates().rows if row["type"] == "document"]
    assert library.history(orphans_only=True).rows == ()
    for _ in pairs:
        library.undo(None, AT)
    assert heard(library) == (2, 1)


def test_what_is_accepted_or_left_open_is_no_candidate_and_still_one_meeting(library: Library) -> None:
    for judgement in ("accept", "unsure"):
        row = next(row for row in library.candidates().rows if row["type"] == "document")
        library.judge(str(row["id"]), judgement, "Eva", AT)
    assert len([row for row in library.candidates().rows if row["type"] == "document"]) == 1
    assert heard(library) == (2, 1)


def test_everything_made_anew_is_the_same(library: Library) -> None:
    before = silent(library)
    assert library.rebuild() == 3
    assert silent(library) == before


def drafted(text: str, share: float) -> str:
    """The text with some of its lines said otherwise."""
    chance = random.Random(4)  # noqa: S311  # the same lines each time
    lines = text.split("\n")
    long = [place for place, line in enumerate(lines) if place > 3 and len(line.split()) > 4]
    for place in chance.sample(long, round(share * len(long))):
        words = lines[place].split(" ")
        lines[place] = " ".join([*words[:-3], "som", "det", "såg", "ut"])
    return "\n".join(lines)


@pytest.mark.parametrize("first", [True, False])
def test_the_final_speaks_and_not_the_draft(tmp_path: Path, first: bool) -> None:
    text = SEED.read_bytes().decode("utf-8")
    draft, final = tmp_path / "möte utkast.txt", tmp_path / "möte.txt"
    draft.write_text(drafted(text, 0.1) + "\nDetta är bara en text som gör utkastet längre.\n", "utf-8")
    final.write_text(text, "utf-8")
    library = read(tmp_path, *((draft, final) if first else (final, draft)))
    assert silent(library) == {"möte utkast.txt": "möte.txt"}


def test_of_two_that_say_nothing_of_drafts_the_longer_speaks(tmp_path: Path) -> None:
    text = SEED.read_bytes().decode("utf-8")
    (tmp_path / "1.txt").write_text(drafted(text, 0.1) + "\nEn rad till som ingen annan har med.\n", "utf-8")
    (tmp_path / "2.txt").write_text(text, "utf-8")
    library = read(tmp_path, tmp_path / "1.txt", tmp_path / "2.txt")
    assert silent(library) == {"2.txt": "1.txt"}


def test_meetings_of_a_series_are_each_their_own(tmp_path: Path) -> None:
    assert silent(read(tmp_path, SERIES)) == {}


FORM = """{title}
Minnesanteckningar {day}, Rättvik

Närvarande
{people}

Mötet öppnas. Ordföranden hälsar alla välkomna och går igenom dagordningen. Föregående anteckningar läggs
till handlingarna. Inga anmälda övriga frågor. Ordföranden tackar för visat intresse och avslutar mötet.

{turns}

Anteckningarna skickas ut inom en vecka. Synpunkter lämnas till sekreteraren senast fem dagar därefter.
"""


def form(day: str, region: str, people: list[str]) -> str:
    who = "\n".join(
        f"{name}, {body}" for name, body in zip(people, (f"Region {region}", f"Almi {region}"), strict=True)
    )
    turns = "\n\n".join(
        f"{name}, {body}\n- Vi har inget nytt att berätta sedan förra mötet, arbetet pågår enligt planen."
        for name, body in zip(people, (f"Region {region}", f"Almi {region}"), strict=True)
    )
    return FORM.format(title="Näringslivsforum", day=day, people=who, turns=turns)


@pytest.mark.parametrize(
    "other",
    [
        ("19 mars 2024", "Dalarna", ["Anna Öberg", "Per Ek"]),  # the same form at the next meeting
        ("12 mars 2024", "Gävleborg", ["Anna Öberg", "Per Ek"]),  # the same day in another region
        ("12 mars 2024", "Dalarna", ["Sara Lind", "Jonas Myrén"]),  # and with others
    ],
)
def test_a_form_filled_in_twice_is_two_meetings(tmp_path: Path, other: tuple[str, str, list[str]]) -> None:
    (tmp_path / "1.txt").write_text(form("12 mars 2024", "Dalarna", ["Anna Öberg", "Per Ek"]), "utf-8")
    (tmp_path / "2.txt").write_text(form(*other), "utf-8")
    assert silent(read(tmp_path, tmp_path / "1.txt", tmp_path / "2.txt")) == {}


def test_who_speaks_does_not_depend_on_what_was_read_first(tmp_path: Path, read_once: Path) -> None:
    folder = read_once.parent
    there = read(tmp_path, folder / "c.pdf", folder / "b.docx", folder / "a.txt")
    assert silent(there) == silent(Library(read_once))
