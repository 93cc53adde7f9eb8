"""One meeting, several files: text, DOCX and PDF of the same minutes say the same by the same speakers."""

from pathlib import Path

import pytest
from minutes_made import as_docx, as_pdf

from graph.reading.pipeline import read_bytes

SEED = "000_fcd71412aabef359.txt"
CONSTRUCTED = Path("tests/gold/constructed")

Said = list[tuple[str, tuple[str, ...], str | None]]


def said(name: str, content: bytes) -> Said:
    """Statements in their reading form, with speakers and organisation by name."""
    reading = read_bytes(name, content)
    names = {actor.key: actor.name for actor in reading.actors}
    return [
        (
            statement.text,
            tuple(names[key] for key in statement.speakers),
            names[statement.organisation] if statement.organisation else None,
        )
        for statement in reading.statements
    ]


@pytest.fixture(scope="module")
def seed() -> str:
    return (Path(__file__).parent.parent / "data" / SEED).read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def expected(seed: str) -> Said:
    return said(SEED, seed.encode("utf-8"))


def test_the_seed_has_its_items(expected: Said) -> None:
    assert len(expected) >= 24
    assert all(speakers for _, speakers, _ in expected)


@pytest.mark.parametrize("by_style", [True, False])
def test_a_docx_of_the_seed_says_what_its_text_says(seed: str, expected: Said, by_style: bool) -> None:
    assert said("seed.docx", as_docx(seed, by_style=by_style)) == expected


def test_a_pdf_of_the_seed_says_what_its_text_says(seed: str, expected: Said) -> None:
    assert said("seed.pdf", as_pdf(seed)) == expected


def test_a_footer_on_every_page_changes_nothing(seed: str, expected: Said) -> None:
    assert said("seed.pdf", as_pdf(seed, footer="Region Jämtland Härjedalen")) == expected


@pytest.mark.parametrize(
    ("stem", "ending"), [("01-naringslivsdialog-dalarna", "pdf"), ("03-naringslivsforum-kronoberg", "docx")]
)
def test_an_original_says_what_the_text_taken_from_it_says(root: Path, stem: str, ending: str) -> None:
    folder = root / CONSTRUCTED
    text, original = (folder / f"{stem}.{end}" for end in ("txt", ending))
    assert said(original.name, original.read_bytes()) == said(text.name, text.read_bytes())
