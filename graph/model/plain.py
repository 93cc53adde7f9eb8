"""Answers as plain objects: what JSON shows, from the command line and from the page alike."""

import json
from dataclasses import asdict
from typing import Any

from graph.model.answers import Answer, Evidence, Row


def as_object(answer: Answer) -> dict[str, Any]:
    """`question`, `rows`, `evidence`, `more`, `silent`, as `interface.md` describes them."""
    return {
        "question": {"name": answer.name, "parameters": answer.parameters},
        "rows": list(answer.rows),
        "evidence": {key: _evidence(held) for key, held in answer.evidence.items()},
        "more": answer.more,
        "silent": asdict(answer.silent) if answer.silent else None,
    }


def _evidence(held: Evidence) -> dict[str, Any]:
    """A quote as an object; `recognised` stands there only where it is true."""
    plain = asdict(held)
    if not held.recognised:
        del plain["recognised"]
    return plain


def as_json(answer: Answer, **beside: Any) -> str:
    """The answer as one line of JSON, with what else belongs to it."""
    return json.dumps(as_object(answer) | beside, ensure_ascii=False)


def evidence_keys(row: Row) -> list[str]:
    """The keys of the quotes that a row rests on, in order."""
    held = row.get("evidence")
    return [key for key in held if isinstance(key, str)] if isinstance(held, list) else []


def table(answer: Answer) -> tuple[list[str], list[list[Any]]]:
    """Columns and lines: every column of the rows, then the quotes and where the first of them stands."""
    columns = list(dict.fromkeys(key for row in answer.rows for key in row if key != "evidence"))
    lines: list[list[Any]] = []
    for row in answer.rows:
        held = [answer.evidence[key] for key in evidence_keys(row)]
        place = [held[0].title, held[0].line, held[0].page] if held else [None, None, None]
        quotes = " / ".join(item.quote for item in held)
        lines.append([*(flat(row.get(column)) for column in columns), quotes, *place])
    return [*columns, "quote", "in", "line", "page"], lines


def flat(cell: Any) -> Any:
    """A cell as one value: lists are joined, of candidates the names."""
    if isinstance(cell, list):
        return "; ".join(str(item["name"]) if isinstance(item, dict) else str(item) for item in cell)
    return cell
