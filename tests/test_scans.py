"""Scans: read only when asked, by Tesseract where it is installed, marked as recognised; else told how to."""

import json
import os
import sys
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from minutes_made import as_pdf
from PIL import Image
from scans_made import as_picture, as_scan, joined, pdf_of, pictures

from graph.commands.table import samverkan
from graph.errors import ImagesOnly, NoRecogniser, RecognitionFailed, TooManyPages, UnreadKind
from graph.knowledge.quads.shapes import breaches
from graph.knowledge.quads.write import nquads
from graph.reading.documents import recognised
from graph.reading.documents.formats import document_from_bytes
from graph.reading.documents.tesseract import how_to_install, read_table, recogniser
from graph.reading.pipeline import read_bytes
from graph.wording.sentences import sentence

MINUTES = """Anteckningar näringslivsdialog Sörmland 12 mars 2024

▪ Almi Sörmland, Eva Öberg
o Vi lånar ut mer än i fjol och samarbetar med Region Sörmland om tillväxt.
o Tillväxtverket öppnar en ny utlysning den 4 april.

▪ Flens kommun, Åke Ståhl
o Kommunen planerar ett nytt industriområde vid Talja.
"""


@pytest.fixture(scope="module")
def tesseract() -> None:
    """Tesseract with Swedish. Without it: skipped on a laptop, failed where CI is set."""
    found = recogniser()
    if found and found.swedish:
        return
    absent = f"no Tesseract with Swedish: {how_to_install()}"
    if os.environ.get("CI"):
        pytest.fail(absent, pytrace=False)
    pytest.skip(absent)


@pytest.fixture(scope="module")
def scan() -> bytes:
    return as_scan(MINUTES)


def run(library: Path, *arguments: str) -> Result:
    return CliRunner().invoke(samverkan, ["--library", str(library), *arguments])


def test_a_scan_reads_as_its_print(scan: bytes, tesseract: None) -> None:
    seen, printed = read_bytes("scan.pdf", scan, recognise=True), read_bytes("print.pdf", as_pdf(MINUTES))
    likeness = SequenceMatcher(None, seen.document.text.split(), printed.document.text.split())
    assert likeness.ratio() > 0.9, seen.document.text
    assert seen.layout == printed.layout
    assert seen.meeting.date == printed.meeting.date
    assert len(seen.statements) == len(printed.statements)
    assert {"Region Sörmland", "Tillväxtverket"} <= {actor.name for actor in seen.actors}


def test_what_is_recognised_is_marked_in_the_reading_and_its_graph(scan: bytes, tesseract: None) -> None:
    seen = read_bytes("scan.pdf", scan, recognise=True)
    assert seen.document.recognised
    assert seen.warnings == ("ocr",)
    quads = nquads(seen)
    assert "/ns#recognised" in quads
    assert list(breaches(quads)) == []
    printed = read_bytes("print.pdf", as_pdf(MINUTES), recognise=True)
    assert (printed.document.recognised, printed.warnings) == (False, ())
    assert "/ns#recognised" not in nquads(printed)


def test_the_same_scan_gives_the_same_text_and_each_run_its_box(scan: bytes, tesseract: None) -> None:
    one, two = (document_from_bytes("scan.pdf", scan, recognise=True) for _ in "ab")
    assert one == two
    first = one.boxes[0]
    assert first.span.of(one.text).startswith("Anteckningar")
    assert 60 < first.left < 80
    assert 700 < first.bottom < first.top < 842


def test_only_the_pages_without_a_letter_are_recognised(tesseract: None) -> None:
    both = joined(as_pdf(MINUTES), as_scan("Bilaga: Närvarolista från mötet i Katrineholm."))
    document = document_from_bytes("both.pdf", both, recognise=True)
    assert document.recognised
    first, second = document.text.split("\f")
    assert first == document_from_bytes("print.pdf", as_pdf(MINUTES)).text
    assert "Katrineholm" in second


@pytest.mark.parametrize(("name", "kind"), [("scan.png", "PNG"), ("scan.jpg", "JPEG")])
def test_a_picture_is_a_scan_of_one_page(name: str, kind: str, tesseract: None) -> None:
    seen = read_bytes(name, as_picture(MINUTES, kind), recognise=True)
    assert seen.document.format == "image"
    assert seen.document.recognised
    assert "Region Sörmland" in {actor.name for actor in seen.actors}


def test_a_picture_without_words_is_skipped_and_an_empty_scan_failed(tesseract: None) -> None:
    blank = Image.new("L", (800, 600), 255)
    held = BytesIO()
    blank.save(held, "PNG")
    with pytest.raises(UnreadKind):
        read_bytes("logo.png", held.getvalue(), recognise=True)
    with pytest.raises(RecognitionFailed) as failed:
        read_bytes("scan.pdf", pdf_of([blank]), recognise=True)
    assert "inga bokstäver" in sentence(failed.value, "sv")


def test_a_damaged_picture_is_told_in_one_sentence(tesseract: None) -> None:
    with pytest.raises(RecognitionFailed) as failed:
        read_bytes("scan.png", as_picture(MINUTES)[:300], recognise=True)
    assert "\n" not in sentence(failed.value, "sv")


def test_a_scan_through_the_command_line_is_marked_wherever_it_is_told_of(
    scan: bytes, tesseract: None, tmp_path: Path
) -> None:
    file, library = tmp_path / "scan.pdf", tmp_path / "library"
    file.write_bytes(scan)
    refused = run(library, "read", str(file))
    assert refused.exit_code == 3
    assert "--ocr" in refused.stderr
    told = run(library, "read", str(file), "--ocr")
    assert told.exit_code == 0, told.output
    assert told.stdout.strip().endswith("igenkänt ur bilder")
    assert json.loads(run(library, "documents", "--json").stdout)["rows"][0]["warnings"] == ["ocr"]
    assert "igenkänt ur bilder" in run(library, "documents").stdout
    shown = json.loads(run(library, "mentions", "Region Sörmland", "--json").stdout)
    assert [held["recognised"] for held in shown["evidence"].values()] == [True]
    assert "(igenkänt ur bilder)" in run(library, "document", "scan.pdf").stdout
    assert run(library, "check").exit_code == 0
    assert run(library, "rebuild").exit_code == 0
    assert json.loads(run(library, "documents", "--json").stdout)["rows"][0]["warnings"] == ["ocr"]


def test_nothing_is_recognised_unless_asked(scan: bytes) -> None:
    with pytest.raises(ImagesOnly) as refused:
        document_from_bytes("scan.pdf", scan)
    assert "--ocr" in sentence(refused.value, "sv")
    with pytest.raises(UnreadKind):
        document_from_bytes("scan.png", as_picture(MINUTES))


@pytest.mark.parametrize(("system", "command"), [("linux", "apt"), ("darwin", "brew"), ("win32", "winget")])
def test_without_the_program_the_error_says_how_to_get_it_on_this_system(
    system: str, command: str, scan: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "platform", system)
    for name, content in (("scan.pdf", scan), ("scan.png", as_picture(MINUTES))):
        with pytest.raises(NoRecogniser) as absent:
            document_from_bytes(name, content, recognise=True)
        for language in ("sv", "en"):
            assert f"{command} install" in sentence(absent.value, language)


SHAM = """#!/bin/sh
case "$1" in
    --version) echo "tesseract 9.9" ;;
    --list-langs) echo "List of available languages (1):"; echo {language} ;;
    *) {doing} ;;
esac
"""


def sham(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, language: str = "swe", doing: str = "exit 1"
) -> None:
    """A program by Tesseract's name that does something else."""
    program = folder / "tesseract"
    program.write_text(SHAM.format(language=language, doing=doing), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_a_program_without_swedish_slow_or_failing_is_told_in_one_sentence(
    scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sham(tmp_path, monkeypatch, language="deu")
    with pytest.raises(NoRecogniser):
        document_from_bytes("scan.pdf", scan, recognise=True)
    sham(tmp_path, monkeypatch, doing="echo 'image too wild' >&2; exit 1")
    with pytest.raises(RecognitionFailed) as failed:
        document_from_bytes("scan.pdf", scan, recognise=True)
    assert "image too wild" in sentence(failed.value, "en")
    sham(tmp_path, monkeypatch, doing="exec sleep 30")
    monkeypatch.setattr(recognised, "RECOGNITION_SECONDS", 0.3)
    with pytest.raises(RecognitionFailed) as slow:
        document_from_bytes("scan.pdf", scan, recognise=True)
    assert "tog för lång tid" in sentence(slow.value, "sv")


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")
def test_more_scanned_pages_than_are_recognised_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sham(tmp_path, monkeypatch, doing="cat >/dev/null")
    monkeypatch.setattr(recognised, "RECOGNISED_PAGES", 2)
    with pytest.raises(TooManyPages):
        document_from_bytes("scan.pdf", pdf_of(pictures("Hej\n") * 3), recognise=True)


def test_words_that_the_program_does_not_believe_are_left_out() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    rows = "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t96.1\tAlmi\n5\t1\t1\t1\t1\t2\t50\t20\t9\t12\t11.0\t~|\n4\t1\t1\t1\t1\t0\t1\t1\t1\t1\t-1\t\n"
    (word,) = read_table(head + rows)
    assert (word.text, word.left, word.right, word.top, word.bottom) == ("Almi", 10, 40, 20, 32)


def test_scans_are_read_where_a_setting_says_so(
    scan: bytes, tesseract: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan)
    (tmp_path / "samverkan.toml").write_text("ocr = true\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(tmp_path / "one", "read", "scan.pdf").exit_code == 0
    monkeypatch.setenv("SAMVERKAN_OCR", "0")
    assert run(tmp_path / "two", "read", "scan.pdf").exit_code == 3
