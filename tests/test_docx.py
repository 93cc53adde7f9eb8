"""Word: roles of paragraphs, changes that are tracked, boxes, cells and notes."""

import zipfile
from io import BytesIO

import docx
from bad_files import with_part
from documents_shown import hinted
from docx.oxml import parse_xml
from minutes_made import saved

from graph.model.text import Document
from graph.reading.documents.formats import document_from_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


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
