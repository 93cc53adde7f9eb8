"""Documents: what each format gives as text, and the form in which a person reads it."""

import pytest
from bad_files import zipped
from minutes_made import as_pdf

from graph.errors import MislabelledFile, UnreadKind
from graph.reading.documents.formats import document_from_bytes


def test_the_bytes_decide_what_a_file_is_and_not_its_name() -> None:
    pdf = as_pdf("Möte 3 maj 2022\n\n▪ Almi, Eva Öberg\n")
    assert document_from_bytes("minutes.txt", pdf).format == "pdf"
    assert document_from_bytes("minutes.pdf", b"Almi, Eva").format == "text"
    assert document_from_bytes("minutes.doc", b"Almi, Eva").format == "text"
    assert document_from_bytes("minutes.txt", b"<!DOCTYPE html><p>Almi").format == "html"
    assert document_from_bytes("minutes.html", b"Almi < Connect > Eva").format == "text"


def test_a_comment_at_the_top_makes_no_page_of_a_text() -> None:
    document = document_from_bytes("a.txt", "<!-- sida 9 -->\n\nVi säger ja.\n".encode())
    assert document.format == "text"
    assert document.text.startswith("<!--")


def test_two_letters_at_the_start_are_no_signature() -> None:
    assert document_from_bytes("a.txt", "BM: Vi säger ja.".encode()).format == "text"
    assert document_from_bytes("a.txt", "MZ tackar för ordet.".encode()).format == "text"


def test_a_kind_that_is_not_read_is_skipped_under_its_own_name_and_refused_under_ours() -> None:
    package = zipped({"mimetype": b"application/vnd.oasis.opendocument.text"})
    with pytest.raises(UnreadKind):
        document_from_bytes("a.odt", package)
    with pytest.raises(MislabelledFile) as raised:
        document_from_bytes("a.docx", package)
    assert raised.value.facts == {"file": "a.docx", "kind": "ODT"}
