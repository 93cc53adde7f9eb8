"""Documents: what each format gives as text, and the form in which a person reads it."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

import docx
import pytest
from bad_files import with_part, zipped
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from minutes_made import as_pdf, saved
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from graph.errors import MislabelledFile, UnreadKind
from graph.model.text import Document, Span
from graph.reading.documents.formats import document_from_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def hinted(document: Document) -> list[tuple[str, str | None, int | None]]:
    """Each printed line with its role and level."""
    return [
        (
            line.span.of(document.text),
            line.hint.role if line.hint else None,
            line.hint.level if line.hint else None,
        )
        for line in document.lines
    ]


def form(text: str, furniture: Iterable[Span] = ()) -> str:
    document = Document("a", text, furniture=tuple(furniture))
    return document.reading_form(Span(0, len(text))).text


# the reading form

LETTERS = st.text("aåÖ \n\r\t\x0c-\u00ad.E5", min_size=1, max_size=60)


@given(LETTERS)
def test_each_letter_of_the_reading_form_stands_where_it_says(text: str) -> None:
    read = Document("a", text).reading_form(Span(0, len(text)))
    assert len(read.text) == len(read.offsets)
    assert list(read.offsets) == sorted(set(read.offsets))
    assert all(
        text[offset] == letter or (letter == " " and text[offset].isspace())
        for letter, offset in zip(read.text, read.offsets, strict=True)
    )


@given(LETTERS)
def test_the_reading_form_has_single_blanks_and_no_soft_hyphen(text: str) -> None:
    read = form(text)
    assert read == " ".join(read.split())
    assert "\u00ad" not in read


@given(LETTERS)
def test_nothing_but_white_space_and_hyphens_is_lost(text: str) -> None:
    bare = str.maketrans("", "", " \n\r\t\x0c-\u00ad")
    assert form(text).translate(bare) == text.translate(bare)


@given(st.text("aÖ \n\r\t\x0c-\u00a0\x1c.", min_size=1, max_size=60))
def test_the_quick_way_to_the_reading_form_is_the_careful_one(text: str) -> None:
    span = Span(0, len(text))
    quick, careful = Document("a", text)._read(span), Document("a", text)._mended(span)
    assert (quick.text, quick.offsets) == (careful.text, careful.offsets)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("Små-\noch medelstora", "Små- och medelstora"),
        ("in-\r\neller utvandring", "in- eller utvandring"),
        ("samhälls-\nbyggnad", "samhällsbyggnad"),
        ("samhälls-\r\n   byggnad", "samhällsbyggnad"),
        ("samhälls-\n\x0cbyggnad", "samhällsbyggnad"),
        ("sam\u00ad\nhälle, sam\u00adhälle", "samhälle, samhälle"),
        ("EU-\nmedel", "EU-medel"),
        ("Anna Brodin-\nHållén", "Anna Brodin-Hållén"),
        ("2019-\n2021", "2019-2021"),
        ("vi lånar -\nalltid", "vi lånar - alltid"),
        ("före-\n\nnytt stycke", "före- nytt stycke"),
    ],
)
def test_a_word_broken_at_a_line_end_is_read_as_it_is_written(raw: str, read: str) -> None:
    assert form(raw) == read


def test_a_word_broken_at_the_end_of_a_page_is_joined_past_what_is_printed_there() -> None:
    text = "Vi har samhälls-\n\nSida 1 av 2\n\x0cbyggnad."
    start = text.index("Sida")
    assert form(text, [Span(start, start + 11)]) == "Vi har samhällsbyggnad."


def test_furniture_makes_no_gap_between_lines_that_follow_each_other() -> None:
    text = "ett\nSida 1\ntvå\n\nSida 2\ntre\n"
    zones = [Span(text.index(words), text.index(words) + 6) for words in ("Sida 1", "Sida 2")]
    lines = Document("a", text, furniture=tuple(zones)).lines
    assert [line.blank_before for line in lines] == [False, False, True]


# what a file is


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


# PDF


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


# DOCX


def test_headings_items_rows_and_bold_paragraphs_are_known() -> None:
    word = docx.Document()
    word.core_properties.title = "Näringslivsråd"
    word.add_heading("Rubrik", level=1)
    word.add_paragraph("Vanligt stycke.")
    word.add_paragraph("Almi", style="List Bullet")
    word.add_paragraph("Vi lånar ut.", style="List Bullet 2")
    word.add_paragraph("Ett", style="List Number")
    word.add_paragraph().add_run("Fet rad").bold = True
    table = word.add_table(rows=2, cols=2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ["Namn", "Org", "Eva", ""], strict=True
    ):
        cell.text = words
    word.add_paragraph("Efter tabellen.")
    word.sections[0].header.paragraphs[0].text = "Sidhuvud"

    document = document_from_bytes("a.docx", saved(word))

    assert document.title == "Näringslivsråd"
    assert hinted(document) == [
        ("Rubrik", "heading", None),
        ("Vanligt stycke.", None, None),
        ("Almi", "item", 0),
        ("Vi lånar ut.", "item", 1),
        ("Ett", "item", 0),
        ("Fet rad", None, None),
        ("Namn | Org", "row", None),
        ("Eva |", "row", None),
        ("Efter tabellen.", None, None),
    ]
    assert [hint.bold for hint in document.hints] == [False] * 5 + [True] + [False] * 3


def test_list_number_zero_takes_a_paragraph_out_of_its_styles_list() -> None:
    word = docx.Document()
    marks = word.add_paragraph("Ute", style="List Bullet")._p.get_or_add_pPr().get_or_add_numPr()
    marks.get_or_add_numId().val = 0
    assert hinted(document_from_bytes("a.docx", saved(word))) == [("Ute", None, None)]


def word_of(body: str) -> Document:
    """A DOCX with this XML as its body."""
    xml = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    package = with_part(saved(docx.Document()), "word/document.xml", xml.encode())
    return document_from_bytes("a.docx", package)


def test_deleted_words_are_out_and_inserted_ones_in() -> None:
    assert (
        word_of(
            "<w:p><w:r><w:t>Vi </w:t></w:r><w:del><w:r><w:delText>säger nej</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>säger ja</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>bort</w:t></w:r></w:moveFrom>"
            '<w:hyperlink><w:r><w:t xml:space="preserve"> här</w:t></w:r></w:hyperlink></w:p>'
        ).text
        == "Vi säger ja här\n"
    )


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    ended = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Vi </w:t></w:r></w:p>"
    assert word_of(f"{ended}<w:p><w:r><w:t>lånar ut.</w:t></w:r></w:p>").text == "Vi lånar ut.\n"


def test_tabs_breaks_hyphens_and_hidden_words_are_read_as_printed() -> None:
    text = word_of(
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
        "<w:t>e</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r></w:p>"
    ).text
    assert text == "a\tb\nc-d\u00ade\n"


def test_text_boxes_and_content_controls_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    text = word_of(
        f"<w:p><w:r><w:t>Före</w:t><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Styrd</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    ).text
    assert text.split("\n\n") == ["Före", "I rutan", "Styrd\n"]


def test_merged_cells_are_said_once_and_a_table_of_one_column_is_no_table() -> None:
    def cell(words: str, marks: str = "") -> str:
        return f"<w:tc><w:tcPr>{marks}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"

    tall = "<w:tr>" + cell("Almi", '<w:vMerge w:val="restart"/>') + cell("ett") + "</w:tr>"
    rest = "<w:tr>" + cell("", "<w:vMerge/>") + cell("två") + "</w:tr>"
    wide = "<w:tr>" + cell("över båda", '<w:gridSpan w:val="2"/>') + "</w:tr>"
    document = word_of(f"<w:tbl>{tall}{rest}{wide}</w:tbl><w:tbl><w:tr>{cell('Ruta')}</w:tr></w:tbl>")
    assert [words for words, _, _ in hinted(document)] == ["Almi | ett", "| två", "över båda", "Ruta"]
    assert hinted(document)[-1] == ("Ruta", None, None)


def test_footnotes_come_last() -> None:
    word = docx.Document()
    word.add_paragraph("Stycket.")
    package = BytesIO(saved(word))
    notes = f'<w:footnotes {W}><w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
    notes += "<w:footnote><w:p><w:r><w:t>Noten.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    assert parse_xml(notes) is not None
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(package) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    relations = relations.replace(
        "</Relationships>", f'<Relationship Id="rN" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    )
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = types.replace(
        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>'
    )
    whole = with_part(package.getvalue(), "word/_rels/document.xml.rels", relations.encode())
    out = BytesIO(with_part(whole, "[Content_Types].xml", types.encode()))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    assert document_from_bytes("a.docx", out.getvalue()).text == "Stycket.\n\nNoten.\n"


# HTML

PAGE = """<!doctype html><html><head><meta charset="iso-8859-1"><title> Råd
 i maj </title><style>p {}</style></head><body><header><nav>Hem</nav></header><main><h1>Minnen</h1>
<p>Vi träffades i <b>Östersund</b> den 5&nbsp;maj.<br>Ny rad.</p>
<ul><li>Almi: <a href="#">Eva</a><ul><li>Vi lånar.</li></ul></li><li><p>Två</p><p>stycken</p></li></ul>
<table><tr><th>Namn</th><th>Org</th></tr><tr><td>Eva</td><td>Almi</td></tr></table>
<p hidden>dold</p><p><strong>Beslut</strong></p><script>'<p>nej</p>'</script></main>
<footer>Sajt</footer></body></html>"""


def test_a_page_gives_its_main_text_with_lists_tables_and_headings() -> None:
    document = document_from_bytes("a.html", PAGE.encode("cp1252"))
    assert document.title == "Råd i maj"
    assert hinted(document) == [
        ("Minnen", "heading", None),
        ("Vi träffades i Östersund den 5\u00a0maj.", None, None),
        ("Ny rad.", None, None),
        ("Almi: Eva", "item", 0),
        ("Vi lånar.", "item", 1),
        ("Två", "item", 0),
        ("stycken", None, None),
        ("Namn | Org", "row", None),
        ("Eva | Almi", "row", None),
        ("Beslut", None, None),
    ]
    assert document.hints[-1].bold


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_pages_own_bytes_outweigh_what_it_declares_wrongly(encoding: str) -> None:
    page = '<html><head><meta charset="utf-8"></head><body><p>Åre älskar Öland</p></body></html>'
    assert document_from_bytes("a.html", page.encode(encoding)).text == "Åre älskar Öland\n"
    wrong = page.replace("utf-8", "ascii")
    assert document_from_bytes("a.html", wrong.encode("cp1252")).text == "Åre älskar Öland\n"


def test_a_page_without_main_text_is_read_without_its_frame() -> None:
    said = "<div><p>Vi säger ja.</p></div>"
    page = f"<html><body><header>Sajt</header><nav>Hem</nav>{said}<footer>Om</footer></body></html>"
    assert document_from_bytes("a.html", page.encode()).text == "Vi säger ja.\n"
