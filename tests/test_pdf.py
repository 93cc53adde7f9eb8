"""PDF: lines, columns, tables and runs as they stand on the page."""

from collections.abc import Iterable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from graph.model.text import Span
from graph.reading.documents.formats import document_from_bytes


def page_of(lines: Iterable[tuple[float, float, str]], *more: Iterable[tuple[float, float, str]]) -> bytes:
    """A PDF of words at places on pages."""
    out = BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=True)
    for placed in (lines, *more):
        page.setFont("Helvetica", 10)
        for left, height, words in placed:
            page.drawString(left, height, words)
        page.showPage()
    page.setTitle("Microsoft Word - Protokoll 2022.docx")
    page.save()
    return out.getvalue()


def test_pages_begin_after_form_feeds_and_titles_lose_the_program() -> None:
    document = document_from_bytes("a.pdf", page_of([(70, 700, "Ett")], [(70, 700, "Två")]))
    assert document.text == "Ett\n\x0cTvå\n"
    assert document.pages == (0, 5)
    assert [document.page_at(document.text.index(word)) for word in ("Ett", "Två")] == [1, 2]
    assert document.title == "Protokoll 2022"


def test_lines_know_their_left_edge_and_gaps_between_paragraphs_are_empty_lines() -> None:
    placed = [(70, 700, "Ett"), (70, 688, "två"), (90, 676, "inne"), (70, 640, "Stycke"), (70, 628, "igen")]
    document = document_from_bytes("a.pdf", page_of(placed))
    assert document.text == "Ett\ntvå\ninne\n\nStycke\nigen\n"
    indents = [line.indent for line in document.lines]
    assert indents[0] == indents[1] == 0
    assert 3 < indents[2] < 5


def test_each_run_has_its_box() -> None:
    document = document_from_bytes(
        "a.pdf", page_of([(70, 700, "Almi"), (300, 700, "Eva")], [(70, 500, "Slut")])
    )
    boxes = [(box.span.of(document.text), box.page) for box in document.boxes]
    assert boxes == [("Almi", 1), ("Eva", 1), ("Slut", 2)]
    first = document.boxes[0]
    assert 68 < first.left < 72 < first.right < 100
    assert first.bottom < 700 < first.top


def test_words_drawn_out_of_order_are_read_from_the_top() -> None:
    placed = [(70, 600, "tre"), (70, 700, "ett"), (70, 650, "två")]
    assert document_from_bytes("a.pdf", page_of(placed)).text.split() == ["ett", "två", "tre"]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [f"vänster rad {number} med lagom många ord" for number in range(8)]
    right = [f"höger rad {number} med ungefär lika många" for number in range(8)]
    placed = [(70.0, 750.0, "En rubrik som går över båda spalterna och gott och väl fyller hela raden här")]
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        placed += [(70, 700 - 12 * number, one), (310, 700 - 12 * number, other)]
    text = document_from_bytes("a.pdf", page_of(placed)).text
    assert [line for line in text.splitlines() if line][1:] == [*left, *right]


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Eva Öberg", "Almi"), ("Bo Ek", "Norrlands handelskammare"), ("Siv Al", "Region Norr")] * 3
    placed = [
        cell
        for number, (name, body) in enumerate(rows)
        for cell in ((70, 700 - 12 * number, name), (310, 700 - 12 * number, body))
    ]
    text = document_from_bytes("a.pdf", page_of(placed)).text
    assert len(text.splitlines()) == len(rows)
    assert all(
        name in line and body in line for (name, body), line in zip(rows, text.splitlines(), strict=True)
    )


def test_a_hyphen_at_a_line_end_is_kept_in_the_text_and_healed_when_read() -> None:
    document = document_from_bytes("a.pdf", page_of([(70, 700, "Vi har samhälls-"), (70, 688, "byggnad")]))
    assert document.text == "Vi har samhälls-\nbyggnad\n"
    assert document.reading_form(Span(0, len(document.text))).text == "Vi har samhällsbyggnad"
