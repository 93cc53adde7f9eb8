"""Web pages: their main text, without the frame around it."""

import pytest
from documents_shown import hinted

from graph.reading.documents.formats import document_from_bytes

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
