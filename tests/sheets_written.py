"""Sheets as files: text, DOCX, HTML and PDF, with what time and programs do to minutes."""

import html
import re
import textwrap
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from random import Random

import docx
import reportlab
from minutes_made import page_break, saved
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from sentences_made import mistyped
from sheets_made import Para, Sheet

REMARKS = ("(paus)", "(skratt)", "[ohörbart]", "* * *", "(kaffe)", "---")
RUNNING = ("Region Exempel", "Minnesanteckningar", "Näringslivsenheten", "Dnr 2024-118")
SYLLABLE = re.compile(r"(?<=[aeiouyåäö][bdfgklmnprstv])(?=[bdfgklmnprstv][aeiouyåäö])")
FONT, SIZE, LINE = "Vera", 9, 12


@dataclass(frozen=True)
class Noise:
    """What befalls a file. `pages`: breaks with running headers and footers."""

    pages: bool = False
    hyphens: bool = False
    typos: bool = False
    blanks: bool = False
    remarks: bool = False

    @property
    def any(self) -> bool:
        return self != QUIET


QUIET = Noise()
LOUD = Noise(pages=True, hyphens=True, typos=True, blanks=True, remarks=True)


def mistype(sheet: Sheet) -> None:
    """Typing errors in what is said, and the same in what is expected."""
    for place, para in enumerate(sheet.paras):
        if para.spoken or para.style == "row":
            for index, expected in enumerate(sheet.said):
                if expected.words in para.words:
                    words = mistyped(sheet.random, expected.words)
                    sheet.said[index] = replace(expected, words=words)
                    cells = tuple(cell.replace(expected.words, words) for cell in para.cells)
                    para = replace(para, words=para.words.replace(expected.words, words), cells=cells)
                    sheet.paras[place] = para
                    break


def remark(sheet: Sheet) -> None:
    """A remark that nobody says, before two or three of the headings."""
    heads = [
        index
        for index, para in enumerate(sheet.paras)
        if index > 3 and para.style == "heading" and para.above
    ]
    for index in sorted(sheet.random.sample(heads, min(len(heads), 2)), reverse=True):
        sheet.paras.insert(index, Para(sheet.random.choice(REMARKS)))


def as_text(sheet: Sheet, noise: Noise) -> bytes:
    """Lines, wrapped or not; pages end with a form feed or with their footer alone."""
    random = sheet.random
    width = random.choice((72, 84, 96)) if noise.hyphens else random.choice((None, 90))
    out: list[str] = []
    for place, para in enumerate(sheet.paras):
        more = random.choice((0, 0, 0, 1)) if noise.blanks and para.above and place else 0
        out += [""] * (para.above + more if place else 0)
        lines = _wrapped(para, width, random, noise.hyphens)
        out += [line + " " * random.choice((0, 0, 0, 1, 2)) for line in lines] if noise.blanks else lines
    end = "\r\n" if noise.blanks and random.random() < 0.3 else "\n"
    return (end.join(_paged(out, random) if noise.pages else out) + end).encode("utf-8")


def _wrapped(para: Para, width: int | None, random: Random, hyphens: bool) -> list[str]:
    if width is None or para.style in ("row", "heading", "title"):
        return [para.first + para.words]
    if not hyphens:
        return textwrap.wrap(
            para.words, width, initial_indent=para.first, subsequent_indent=para.rest, break_on_hyphens=False
        )
    lines, line = [], para.first
    for word in para.words.split(" "):
        glue = "" if line in (para.first, para.rest) else " "
        if len(line) + len(word) + 1 <= width:
            line += glue + word
            continue
        room = width - len(line) - 2
        cuts = [
            cut.start() for cut in SYLLABLE.finditer(word) if 3 <= cut.start() <= min(room, len(word) - 3)
        ]
        if cuts and word.isalpha() and random.random() < 0.7:
            lines.append(f"{line}{glue}{word[: cuts[-1]]}-")
            line = para.rest + word[cuts[-1] :]
        else:
            lines.append(line)
            line = para.rest + word
    return [*lines, line]


def _paged(lines: list[str], random: Random) -> list[str]:
    """The lines with a header and a footer about every thirtieth."""
    header, footer = random.sample(RUNNING, 2)
    length, feed = random.randint(16, 30), random.random() < 0.6
    total = -(-len(lines) // length)
    out = []
    for number in range(total):
        page = lines[number * length : (number + 1) * length]
        foot = ["", f"{footer}    Sida {number + 1} ({total})"]
        head = [header, ""]
        if feed and number:
            head[0] = "\f" + header
        out += [*head, *page, *foot]
    return out


def as_docx(sheet: Sheet, noise: Noise) -> bytes:
    """Headings and lists by Word's styles, tables as tables."""
    word = docx.Document()
    rows: list[tuple[str, ...]] = []
    for index, para in enumerate(sheet.paras):
        if rows and para.style != "row":
            _docx_table(word, rows)
            rows = []
        if para.style == "row":
            rows.append(para.cells)
            continue
        if noise.blanks and para.above and sheet.random.random() < 0.15:
            word.add_paragraph("")
        if noise.pages and index and para.style == "heading" and sheet.random.random() < 0.2:
            page_break(word)
        if para.style in ("title", "heading"):
            word.add_heading(para.words, level=1 if para.style == "title" else 2)
            continue
        style = ("List Bullet", "List Bullet 2")[para.level] if para.style == "item" else None
        made = word.add_paragraph("", style=style)
        words = _softened(para.words, sheet.random) if noise.hyphens else para.words
        cut = para.bold if words == para.words else _past(words, para.bold)
        if cut:
            made.add_run(words[:cut]).bold = True
        rest = words[cut:]
        half = sheet.random.randint(0, len(rest)) if noise.any else 0
        made.add_run(rest[:half])
        made.add_run(rest[half:])
    if rows:
        _docx_table(word, rows)
    return saved(word)


def _docx_table(word: "docx.document.Document", rows: list[tuple[str, ...]]) -> None:
    table = word.add_table(rows=0, cols=max(map(len, rows)))
    for cells in rows:
        made = table.add_row().cells
        for place, words in enumerate(cells):
            made[place].text = words


def _softened(words: str, random: Random) -> str:
    """Soft hyphens in some words."""
    return re.sub(
        r"[a-zåäö]{9,}", lambda m: SYLLABLE.sub("\u00ad", m[0], 1) if random.random() < 0.4 else m[0], words
    )


def _past(words: str, letters: int) -> int:
    """The place after so many letters, soft hyphens not counted."""
    place = count = 0
    while count < letters:
        count += words[place] != "\u00ad"
        place += 1
    return place


def as_html(sheet: Sheet, noise: Noise) -> bytes:
    """A page with the site's frame around it."""
    out = ["<!doctype html><html lang=sv><head><meta charset=utf-8><title>Webbplats</title></head><body>"]
    out.append("<header><nav><a href=/>Start</a> <a href=/om>Om oss</a></nav></header><main>")
    open_lists = 0
    in_table = False
    for para in sheet.paras:
        depth = para.level + 1 if para.style == "item" else 0
        while open_lists > depth:
            out.append("</ul>")
            open_lists -= 1
        while open_lists < depth:
            out.append("<ul>")
            open_lists += 1
        if in_table != (para.style == "row"):
            in_table = not in_table
            out.append("<table>" if in_table else "</table>")
        words = _softened(para.words, sheet.random) if noise.hyphens and para.style != "row" else para.words
        cut = para.bold if words == para.words else _past(words, para.bold)
        escaped = (
            f"<strong>{html.escape(words[:cut])}</strong>{html.escape(words[cut:])}"
            if cut
            else html.escape(words)
        )
        if noise.blanks:
            escaped = escaped.replace(". ", ".&nbsp;\n  ", 1)
        tag = {"title": "h1", "heading": "h2", "plain": "p", "item": "li", "row": "tr"}[para.style]
        if para.style == "row":
            escaped = "".join(f"<td>{html.escape(cell)}</td>" for cell in para.cells)
        out.append(f"<{tag}>{escaped}</{tag}>")
    out.append("</table>" if in_table else "</ul>" * open_lists)
    out.append("</main><footer>Kontakt 010-000 00 00</footer></body></html>")
    return "\n".join(out).encode("utf-8")


def as_pdf(sheet: Sheet, noise: Noise, columns: int = 1) -> bytes:
    """Pages of one or two columns; bullets as glyphs the font has."""
    out = BytesIO()
    pdfmetrics.registerFont(TTFont(FONT, Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"))
    page = canvas.Canvas(out, pagesize=A4, invariant=True)
    width, height = A4
    column = (width - 120 - 24 * (columns - 1)) / columns
    letters = int(column / (SIZE * 0.54))
    top, bottom = height - 60, 70 if noise.pages else 50
    number, place, y = 1, 0, top
    footer = sheet.random.choice(RUNNING)
    page.setFont(FONT, SIZE)

    def turn() -> None:
        nonlocal number
        if noise.pages:
            page.drawString(60, 34, footer)
            page.drawString(width - 110, 34, f"Sida {number}")
        page.showPage()
        page.setFont(FONT, SIZE)
        number += 1

    for para in sheet.paras:
        y -= LINE * 0.8 * para.above
        mark = ("•", "o")[para.level] if para.style == "item" and para.first.strip() else ""
        left = 14 * (para.level + 1) if mark else 0
        bare = replace(para, first="" if mark else para.first.strip() and para.first, rest="")
        room = letters - int(left / (SIZE * 0.54))
        style = "plain" if para.style in ("heading", "title") else para.style
        for index, words in enumerate(
            _wrapped(replace(bare, style=style), room, sheet.random, noise.hyphens)
        ):
            if y < bottom:
                place, y = place + 1, top
                if place == columns:
                    turn()
                    place = 0
            x = 60 + place * (column + 24)
            if mark and not index:
                page.drawString(x + left - 14, y, mark)
            page.drawString(x + left, y, words)
            y -= LINE
    turn()
    page.save()
    return out.getvalue()
