"""Explained: which layout won, how a line was read, and which rule made each find."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.commands.explain import place
from graph.commands.table import samverkan

ROOT = Path(__file__).parent.parent
SEED = ROOT / "data" / "000_fcd71412aabef359.txt"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("x.txt:12", ("x.txt", 12)),
        ("C:\\x.txt:12", ("C:\\x.txt", 12)),
        ("C:\\x.txt", ("C:\\x.txt", None)),
        ("x.txt", ("x.txt", None)),
    ],
)
def test_a_drive_is_no_line(target: str, expected: tuple[str, int | None]) -> None:
    assert place(target) == expected


def test_a_line_is_explained_by_layout_speaker_and_rules() -> None:
    result = CliRunner().invoke(samverkan, ["explain", f"{SEED}:154", "--json"])
    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)["rows"]
    layouts = [row for row in rows if row["fact"] == "layout"]
    assert [row["won"] for row in layouts] == [True] + [False] * (len(layouts) - 1)
    (line,) = [row for row in rows if row["fact"] == "line"]
    assert (line["read"], line["speakers"], line["attribution"]) == (
        "statement",
        ["Stefan Fredriksson"],
        "carried",
    )
    ties = [row for row in rows if row["fact"] == "relation"]
    assert ties
    assert all(row["rule"] and row["status"] and row["quote"] for row in ties)


def test_a_whole_pdf_is_explained_line_by_line() -> None:
    file = ROOT / "tests/gold/constructed/01-naringslivsdialog-dalarna.pdf"
    result = CliRunner().invoke(samverkan, ["explain", str(file), "--json"])
    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)["rows"]
    assert {"heading", "statement"} <= {row.get("read") for row in rows}
    assert all(row["rule"] for row in rows if row["fact"] == "mention")


def test_a_line_that_is_not_there_is_said() -> None:
    result = CliRunner().invoke(samverkan, ["--lang", "en", "explain", f"{SEED}:99999"])
    assert result.exit_code == 2
    assert "has no line 99999" in result.stderr
