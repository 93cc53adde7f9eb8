"""Tesseract, the program that recognises text in pictures: whether it is here, and what it sees in one picture.

A program of its own (Apache-2.0), called over pipes; nothing of it is part of this package and no picture is
written to disk. The same picture, program and language data give the same words.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROGRAM: Final = "tesseract"
LANGUAGE: Final = "swe"
INSTALLS: Final = {
    "darwin": "brew install tesseract tesseract-lang",
    "win32": "winget install UB-Mannheim.TesseractOCR",
}
BELIEVED: Final = 30.0
"""Of 100: words of which Tesseract is less sure than this are spots and lines, not words."""
ANSWERS: Final = 20.0  # seconds in which it tells of itself
VERSION: Final = re.compile(r"tesseract v?(\S+)")
WORD_ROW: Final = "5"
COLUMNS: Final = 12
"""The columns of its table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as recognised; `line` tells which line of the picture it is on. Pixels from the upper left."""

    text: str
    line: tuple[str, ...]
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Recogniser:
    """The program on this machine, its version, and whether it has learnt Swedish."""

    program: str
    version: str
    swedish: bool


class Unrecognised(Exception):
    """A picture that the program gave up on; `problem` in its own words, or "too-slow"."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def recogniser() -> Recogniser | None:
    """The program on PATH, or where Windows keeps it; None where there is none that starts."""
    program = shutil.which(PROGRAM) or _installed()
    if program is None:
        return None
    version = VERSION.match(_told(program, "--version"))
    languages = _told(program, "--list-langs").split()
    return Recogniser(program, version[1], LANGUAGE in languages) if version else None


def how_to_install() -> str:
    """The command that installs it with Swedish on this system."""
    return INSTALLS.get(sys.platform, "apt install tesseract-ocr tesseract-ocr-swe")


def words(program: str, picture: bytes, dpi: int | None, seconds: float) -> list[Word]:
    """The words of one picture (PNM, PNG, JPEG) in reading order. Raises Unrecognised."""
    command = [program, "stdin", "stdout", "-l", LANGUAGE, *(["--dpi", str(dpi)] if dpi else []), "tsv"]
    try:
        run = subprocess.run(  # noqa: S603  # a program of the person's own, told what to do by us alone
            command,
            input=picture,
            capture_output=True,
            timeout=max(seconds, 0.1),
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as slow:
        raise Unrecognised("too-slow") from slow
    except OSError as bad:
        raise Unrecognised(bad.strerror or str(bad)) from bad
    if run.returncode != 0:
        said = run.stderr.decode("utf-8", "replace").split("\n")
        lines = [" ".join(line.split()) for line in said if line.strip()]
        raise Unrecognised(lines[-1][:120] if lines else f"exit code {run.returncode}")
    return read_table(run.stdout.decode("utf-8", "replace"))


def read_table(table: str) -> list[Word]:
    """The words in the program's table, those that it does not believe itself left out."""
    found: list[Word] = []
    for row in table.split("\n"):
        cells = row.rstrip("\r").split("\t", COLUMNS - 1)
        if len(cells) < COLUMNS or cells[0] != WORD_ROW or not cells[11].strip():
            continue
        if float(cells[10]) < BELIEVED:
            continue
        left, top, width, height = map(int, cells[6:10])
        text = " ".join(cells[11].split())
        found.append(Word(text, tuple(cells[1:5]), left, top, left + width, top + height))
    return found


def _told(program: str, flag: str) -> str:
    try:
        run = subprocess.run(  # noqa: S603
            [program, flag],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=ANSWERS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.decode("utf-8", "replace")


def _installed() -> str | None:
    """Where the usual installer of Windows puts it, which adds nothing to PATH."""
    for folder in ("ProgramFiles", "LOCALAPPDATA"):
        place = Path(os.environ.get(folder, "")) / "Tesseract-OCR" / "tesseract.exe"
        if os.environ.get(folder) and place.is_file():
            return str(place)
    return None
