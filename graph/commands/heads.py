"""What a row says, in one line that a person reads: who is tied to whom, how much of what, who said it."""

from typing import Any

from graph.model.answers import Row
from graph.model.plain import flat
from graph.wording.sentences import Language, term, terms, told

PLAIN = {
    "name",
    "person",
    "title",
    "who",
    "speaker",
    "organisation",
    "what",
    "file",
    "part_of",
    "classification",
}
"""Columns that need no label: what they hold says what it is."""
CODES = {
    "type": "kind",
    "relation": "predicate",
    "status": "status",
    "presence": "presence",
    "reason": "reason",
    "sensitive": "sensitive",
    "outcome": "outcome",
    "decision_kind": "decision_kind",
    "standing": "standing",
    "holds": "holds",
    "act": "act",
}
CHANGE = "change"
"""The column that says what a row of `changes` tells; its word opens the line."""
"""Columns that hold codes, and the group of words that names them."""
SAID_IN_CODE = {"state", "decision"}
"""Columns of which each value is a code, and that keep their label."""
ASIDE = {"evidence", "candidates", "speakers", "certainty", "approximate", "fact", "start", "end", "text"}
ASIDE |= {"subject", "described", "organisation_type", "as_written", "meetings", "step"}
USUAL = {"status": "asserted", "documents": 1, "meetings": 1}
"""What goes without saying."""


def head(row: Row, language: Language, dated: bool = False) -> list[str]:
    """The pieces of the line, the first of them the answer itself; `dated`: the meeting's date among them."""
    pieces: list[str] = []
    used = {*ASIDE, CHANGE, *(("was",) if "was_as_written" in row else ())} | (set() if dated else {"date"})
    speakers = row.get("speakers")
    if isinstance(speakers, list) and speakers:
        pieces.append(told("one-of", language, names=" / ".join(str(flat([one])) for one in speakers)))
    if row.get("relation"):
        pieces.insert(0, _tie(row, language))
        used |= {"name", "other", "relation", "type"}
    elif "measures" in row or ("as_written" in row and "bound" in row):
        pieces.insert(0, _number(row, language))
        used |= {"value", "low", "high", "bound", "unit"}
    elif row.get("name") is None and row.get("as_written"):
        pieces.insert(0, f"”{row['as_written']}”")
    for column, cell in row.items():
        if column not in used and cell not in (None, False, []) and USUAL.get(column) != cell:
            pieces.append(_piece(column, cell, language))
    candidates = row.get("candidates")
    if isinstance(candidates, list) and candidates:
        pieces.append(
            told("perhaps", language, names=", ".join(_candidate(one, language) for one in candidates))
        )
    if row.get(CHANGE) and pieces:
        pieces[0] = f"{term(CHANGE, str(row[CHANGE]), language)}: {pieces[0]}"
    return pieces or ["–"]


def _tie(row: Row, language: Language) -> str:
    shown = str(row["name"]) if row.get("name") is not None else f"”{row.get('as_written') or '…'}”"
    other = str(row.get("other") or "…")
    one, two = (other, shown) if row.get("subject") == row.get("other") else (shown, other)
    return f"{one} {term('predicate', str(row['relation']), language)} {two}"


def _number(row: Row, language: Language) -> str:
    written = str(row.get("as_written") or "")
    value, low, high = row.get("value"), row.get("low"), row.get("high")
    figure = grouped(value) if value is not None else f"{_end(low)}–{_end(high)}"
    if bound := row.get("bound"):
        figure = f"{term('bound', str(bound), language)} {figure}"
    if not written:
        return figure
    digits = written.replace("\u00a0", "").replace(" ", "").replace(",", ".")
    plain = (
        value is not None and not row.get("bound") and digits.startswith(grouped(value).replace("\u00a0", ""))
    )
    return written if plain or (value is None and low is None and high is None) else f"{written} ({figure})"


def _end(number: Any) -> str:
    return "" if number is None else grouped(number)


def grouped(number: Any) -> str:
    """A number as Swedish and English readers both read it: thousands by a hard blank."""
    if isinstance(number, float) and not number.is_integer():
        return f"{number:,}".replace(",", "\u00a0")
    return f"{int(number):,}".replace(",", "\u00a0").replace("-", "−")


def _piece(column: str, cell: Any, language: Language) -> str:
    if column == "was" and isinstance(cell, str):
        return f"{terms(language)['column'][column]} {term('status', cell, language)}"
    if column in CODES:
        return term(CODES[column], str(cell), language)
    if column == "read_share":
        shown = f"{round(100 * cell)} %"
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        shown = grouped(cell)
    elif column == "document":
        shown = str(cell)[:12]
    elif column == "warnings" and isinstance(cell, list):
        return ", ".join(told(f"warning-{key}", language) for key in cell)
    elif column in SAID_IN_CODE:
        shown = ", ".join(term(column, code, language) for code in str(flat(cell)).split("; "))
    else:
        shown = str(flat(cell))
    if column in PLAIN or column == "document":
        return shown
    label = terms(language)["column"].get(column, column.replace("_", " "))
    return label if cell is True else f"{label} {shown}"


def _candidate(one: Any, language: Language) -> str:
    if not isinstance(one, dict):
        return str(one)
    reason = one.get("reason")
    return f"{one['name']} ({term('reason', reason, language)})" if reason else str(one["name"])
