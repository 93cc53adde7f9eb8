"""How long minutes are kept: by rule, shown first, and out for real."""

import json
from datetime import date
from pathlib import Path

import pytest
from commands_called import call

from graph.knowledge.store.retention import RetentionRule

OLD = "Minnesanteckningar skogsråd {day}\n\nPer Lund, Mora kommun: Kallblodstravet blir kvar på banan.\n"
RULES = (
    '[[retention]]\nolder_than = "2 years"\nmeeting = "skogsråd"\n\n[[retention]]\nolder_than = "10 years"\n'
)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "samverkan.toml").write_text('library = "lib"\nlang = "en"\n\n' + RULES, encoding="utf-8")
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "old.txt").write_text(OLD.format(day="2022-03-01"), encoding="utf-8")
    (folder / "new.txt").write_text(
        OLD.format(day="2024-05-02").replace("Kallblodstravet", "Simhallen"), encoding="utf-8"
    )
    (folder / "other.txt").write_text(
        OLD.format(day="2021-05-02").replace("skogsråd", "hamnmöte").replace("Kallblodstravet", "Kajen"),
        encoding="utf-8",
    )
    (folder / "undated.txt").write_text("Skogsråd\n\nEva Ek, Orsa kommun: Vi har tid.\n", encoding="utf-8")
    assert call("read", folder).exit_code == 0
    return tmp_path


def files() -> set[str]:
    return {row["file"] for row in json.loads(call("documents", "--json").stdout)["rows"]}


def test_what_is_due_is_shown_and_nothing_goes_before_it_is_said(room: Path) -> None:
    shown = call("retain", "--as-of", "2024-12-01")
    assert "2022-03-01 (older than 2 years)" in shown.stdout
    assert str(room / "minutes" / "old.txt") in shown.stdout
    assert "2021-05-02" not in shown.stdout
    assert "1 minutes are due" in shown.stderr
    assert files() == {"old.txt", "new.txt", "other.txt", "undated.txt"}


def test_what_is_due_goes_for_real_and_the_log_names_nobody(room: Path) -> None:
    told = json.loads(call("retain", "--as-of", "2024-12-01", "--yes", "--who", "Ö", "--json").stdout)
    assert (told["done"], [row["date"] for row in told["rows"]]) == (True, ["2022-03-01"])
    assert files() == {"new.txt", "other.txt", "undated.txt"}
    assert (room / "minutes" / "old.txt").exists()
    held = [path.read_bytes() for path in (room / "lib").rglob("*") if path.is_file()]
    assert not any(b"Kallblodstravet" in data for data in held)
    noted = [row for row in json.loads(call("audit", "--json").stdout)["rows"] if row["act"] == "retain"]
    assert [(row["who"], row["document"]) for row in noted] == [("Ö", told["rows"][0]["sha256"])]
    assert call("retain", "--as-of", "2024-12-01").stdout == ""


def test_of_two_rules_the_first_that_fits_is_told(room: Path) -> None:
    told = json.loads(call("retain", "--as-of", "2035", "--json").stdout)
    assert [(row["date"], row["rule"]) for row in told["rows"]] == [
        ("2021-05-02", 2),
        ("2022-03-01", 1),
        ("2024-05-02", 1),
    ]


@pytest.mark.parametrize(
    "rules", ["[[retention]]\nolder_than = 'long'\n", "[[retention]]\nage = '3 years'\n", "retention = 3\n"]
)
def test_a_rule_that_cannot_be_meant_is_named(room: Path, rules: str) -> None:
    (room / "samverkan.toml").write_text(f'library = "lib"\nlang = "en"\n{rules}', encoding="utf-8")
    failed = call("retain")
    assert failed.exit_code == 2
    assert "cannot be understood" in failed.stderr


def test_without_a_rule_nothing_is_guessed(room: Path) -> None:
    (room / "samverkan.toml").write_text('library = "lib"\nlang = "en"\n', encoding="utf-8")
    failed = call("retain", "--yes")
    assert failed.exit_code == 2
    assert "There is no rule of retention" in failed.stderr


@pytest.mark.parametrize(
    ("age", "expected"),
    [("1 day", date(2024, 3, 30)), ("1 month", date(2024, 2, 29)), ("3 years", date(2021, 3, 31))],
)
def test_months_end_where_the_calendar_ends_them(age: str, expected: date) -> None:
    assert RetentionRule(age).held_before(date(2024, 3, 31)) == expected
