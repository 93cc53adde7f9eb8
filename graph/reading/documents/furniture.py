"""Page furniture: what a page prints beside what was said, and says again on the next one.

Whole lines only. A line that stands once in running text is never furniture.
"""

import re
from collections import Counter
from collections.abc import Iterable

from graph.model.text import LINE, Span

ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
PAGE_NUMBER = re.compile(
    r"(?:sida|sidan|page|s\.)?\s*\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3}|of\s+\d{1,3}|/\s*\d{1,3})"
    r"|(?:sida|sidan|page)\s+\d{1,3}|[–-]\s*\d{1,3}\s*[–-]",
    re.IGNORECASE,
)
COMMENT = re.compile(r"<!--.*?-->")
SIGNED = re.compile(r"(?:Transaktionsidentitet|Signaturreferens|Det här dokumentet är digitalt signerat)\b")


def furniture(text: str) -> tuple[Span, ...]:
    """The spans of lines that are furniture, in reading order."""
    lines = [
        Span(
            match.start() + len(match.group()) - len(match.group().lstrip()),
            match.start() + len(match.group().rstrip()),
        )
        for match in LINE.finditer(text)
        if match.group().strip()
    ]
    found = {*_page_numbers(lines, text), *_repeated_addresses(lines, text), *_comments(lines, text)}
    return tuple(sorted(found))


def _comments(lines: Iterable[Span], text: str) -> list[Span]:
    return [line for line in lines if COMMENT.fullmatch(line.of(text)) or SIGNED.match(line.of(text))]


def _page_numbers(lines: list[Span], text: str) -> list[Span]:
    """Lines that hold a page number, and lines that stand unchanged beside one on several pages."""
    numbered = [index for index, line in enumerate(lines) if _numbered(line.of(text))]
    if not numbered:
        return []
    found = [lines[index] for index in numbered]
    beside = Counter(
        _folded(lines[index + step].of(text))
        for index in numbered
        for step in (-2, -1, 1, 2, 3)
        if 0 <= index + step < len(lines)
    )
    running = {words for words, times in beside.items() if times >= 2 and times >= 0.6 * len(numbered)}
    near = {index + step for index in numbered for step in (-2, -1, 1, 2, 3)}
    return found + [
        line for index, line in enumerate(lines) if index in near and _folded(line.of(text)) in running
    ]


def _numbered(words: str) -> bool:
    """A page number alone on its line, or at the end of one after a wide gap or an address."""
    if PAGE_NUMBER.fullmatch(words):
        return True
    tail = re.split(r"\s{3,}|\t", words)[-1]
    return tail != words and PAGE_NUMBER.fullmatch(tail.strip()) is not None


def _repeated_addresses(lines: list[Span], text: str) -> list[Span]:
    """Addresses alone on a line that already stood in the text, whole or broken over two lines."""
    seen: set[str] = set()
    found = []
    for index, line in enumerate(lines):
        words = line.of(text)
        for address in ADDRESS.findall(words):
            if address == words and address in seen:
                found.append(line)
                continue
            seen.add(address)
            if words.endswith(address) and index + 1 < len(lines):
                seen.add(address + lines[index + 1].of(text).split()[0])
    return found


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words).casefold()
