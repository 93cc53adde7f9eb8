"""Word's styles and lists: what a paragraph is by its own marks, its style's and those of the style below."""

import re
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml.etree import _Element

LIST_STYLE = re.compile(
    r"(?:list(?: bullet| number| paragraph| continue)?|punktlista|numrerad lista|lista) (\d)"
)
HEADING = re.compile(r"(?:heading|rubrik|överskrift|otsikko) ?\d|title|rubrik")
TWIPS_A_CHARACTER = 110.0
"""A twentieth of a point; the mean letter of an 11 point face is 5.5 points wide."""

STEP = 720.0
"""Twips by which Word sets in each level of a list where nothing says otherwise."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a paragraph is set: its depth in a list (None outside lists), left edge, heading, bold."""

    level: int | None
    indent: float
    heading: bool
    bold: bool


class Styles:
    """The styles and lists of one document, asked paragraph by paragraph."""

    def __init__(self, styles: _Element | None, numbering: _Element | None) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in _all(styles, "w:style")}
        self._default = next(
            (
                style.get(qn("w:styleId"))
                for style in self._styles.values()
                if style.get(qn("w:default")) in ("1", "true") and style.get(qn("w:type")) == "paragraph"
            ),
            None,
        )
        kinds = {kind.get(qn("w:abstractNumId")): kind for kind in _all(numbering, "w:abstractNum")}
        self._lists: dict[str, _Element] = {}
        for use in _all(numbering, "w:num"):
            kind = kinds.get(_value(use, "w:abstractNumId"))
            if kind is not None:
                self._lists[use.get(qn("w:numId"), "")] = kind

    def manner(self, paragraph: _Element) -> Manner:
        """What the paragraph's own marks say, and where they are silent, its style's and that one's base."""
        own = paragraph.find(qn("w:pPr"))
        chain = self._chain(_value(own, "w:pStyle") or self._default)
        sources = [
            source for source in (own, *(style.find(qn("w:pPr")) for style in chain)) if source is not None
        ]
        heading = any(HEADING.fullmatch(_name(style)) for style in chain[:2]) or any(
            source.find(qn("w:outlineLvl")) is not None and (_value(source, "w:outlineLvl") or "9") < "9"
            for source in sources[:1]
        )
        place = None if heading else self._place(sources, chain)
        if place is None:
            return Manner(None, self._indent(sources, None) / TWIPS_A_CHARACTER, heading, _bold_style(chain))
        named = next((found for style in chain[:2] if (found := LIST_STYLE.fullmatch(_name(style)))), None)
        level = max(place[1], int(named[1]) - 1) if named else place[1]
        indent = self._indent(sources, place) or STEP * (level + 1)
        return Manner(level, indent / TWIPS_A_CHARACTER, heading, _bold_style(chain))

    def _chain(self, identifier: str | None) -> list[_Element]:
        chain: list[_Element] = []
        seen: set[str] = set()
        while identifier and identifier not in seen and identifier in self._styles:
            seen.add(identifier)
            chain.append(self._styles[identifier])
            identifier = _value(self._styles[identifier], "w:basedOn")
        return chain

    def _place(self, sources: list[_Element], chain: list[_Element]) -> tuple[str, int] | None:
        """The list and the depth in it, 0 the outermost; list number 0 takes a paragraph out of any."""
        number = depth = None
        for source in sources:
            marks = source.find(qn("w:numPr"))
            if marks is not None:
                number = number or _value(marks, "w:numId")
                depth = depth or _value(marks, "w:ilvl")
        if number is None or number == "0":
            return None
        if depth is None:
            depth = self._depth_of_style(number, chain)
        return number, int(depth) if depth and depth.isdigit() else 0

    def _depth_of_style(self, number: str, chain: list[_Element]) -> str | None:
        """A list may say which of its levels a style stands for (w:lvl/w:pStyle)."""
        names = {style.get(qn("w:styleId")) for style in chain[:1]}
        for level in _all(self._lists.get(number), "w:lvl"):
            if _value(level, "w:pStyle") in names:
                return str(level.get(qn("w:ilvl")))
        return None

    def _indent(self, sources: list[_Element], place: tuple[str, int] | None) -> float:
        """The left edge in twips: the paragraph's own, else its list's, else its style's."""
        own = [*sources]
        if place is not None:
            levels = _all(self._lists.get(place[0]), "w:lvl")
            found = next((one for one in levels if one.get(qn("w:ilvl")) == str(place[1])), None)
            marks = found.find(qn("w:pPr")) if found is not None else None
            if marks is not None:
                own.insert(1, marks)
        for source in own:
            mark = source.find(qn("w:ind"))
            if mark is not None:
                edge = mark.get(qn("w:left")) or mark.get(qn("w:start"))
                if edge and re.fullmatch(r"-?\d+", edge):
                    return max(0.0, float(edge))
        return 0.0


def switched_on(mark: _Element | None) -> bool:
    """Whether a mark such as w:b is there and not turned off."""
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false", "off", "none")


def _bold_style(chain: list[_Element]) -> bool:
    for style in chain:
        marks = style.find(qn("w:rPr"))
        if marks is not None and marks.find(qn("w:b")) is not None:
            return switched_on(marks.find(qn("w:b")))
    return False


def _name(style: _Element) -> str:
    return (_value(style, "w:name") or "").casefold()


def _value(parent: _Element | None, tag: str) -> str | None:
    child = parent.find(qn(tag)) if parent is not None else None
    value: str | None = child.get(qn("w:val")) if child is not None else None
    return value


def _all(parent: _Element | None, tag: str) -> list[_Element]:
    return parent.findall(qn(tag)) if parent is not None else []
