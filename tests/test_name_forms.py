"""Forms of a name: masked wherever they are the name and nowhere else, and found in every spelling of bytes."""

import unicodedata
import zipfile
from pathlib import Path
from typing import Literal

import pytest

from graph.knowledge.store.forms import Forms, forms_of
from graph.knowledge.store.scan import scanned
from graph.library import Library

UNICODE: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Åsa Östberg sade", "▇▇▇ ▇▇▇▇▇▇▇ sade"),
        ("ÅSA\nÖSTBERGS", "▇▇▇\n▇▇▇▇▇▇▇S"),
        ("Öst-\nbergs ord", "▇▇▇▇\n▇▇▇▇s ord"),
        ("asa.ostberg@almi.se", "▇▇▇▇▇▇▇▇▇▇▇@almi.se"),
        ("Åsas", "▇▇▇s"),
        ("Östbergska huset på åsa", "Östbergska huset på åsa"),
    ],
)
def test_a_form_is_masked_wherever_it_is_the_name(text: str, masked: str) -> None:
    forms = forms_of(["Åsa Östberg"])
    assert forms.masked(text) == masked
    apart = unicodedata.normalize("NFD", text)
    assert len(forms.masked(apart)) == len(apart)
    assert ("Östberg" in text) == (unicodedata.normalize("NFD", "Östberg") in apart)


def test_a_word_that_others_bear_is_no_form_of_the_person_alone() -> None:
    assert forms_of(["Anna Lund"], ["Lunds kommun"]).single == {"Anna"}
    assert Forms(frozenset()).masked("Anna Lund") == "Anna Lund"


def test_the_scan_finds_a_name_in_every_encoding_and_package(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    with library.store.writing():
        pass
    name = "Åsa Östberg"
    for place, form in enumerate(UNICODE):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            (library.folder / f"{place}-{encoding}").write_bytes(
                unicodedata.normalize(form, name).encode(encoding)
            )
    with zipfile.ZipFile(library.folder / "packed.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:t>{name}</w:t>")
    (library.folder / "other").write_text("Åsa Östbergska", encoding="utf-8")
    found = scanned(library.folder, library.store.db, {name}, set())
    assert len(found) == 7
    assert not any(hit.place == "other" for hit in found)
