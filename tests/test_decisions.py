"""The log of what people decide: in order, withdrawn and not deleted, brought together without loss."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadDecision, NoSuchDecision
from graph.knowledge.store.decisions import as_lines, decide, decisions, from_lines, put, withdraw
from graph.knowledge.store.library import Store
from graph.model.decisions import Decision, DecisionKind

SAME, RENAME = DecisionKind.SAME, DecisionKind.RENAME


def log(folder: Path) -> Store:
    store = Store(folder)
    with store.writing() as db:
        decide(db, RENAME, {"name": "Almi", "to": "Almi AB"}, "Eva", "2026-01-02T10:00:00", "so it is called")
        decide(db, SAME, {"one": "Almi", "other": "ALMI"}, "Per", "2026-01-01T09:00:00")
    return store


def test_decisions_are_told_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    made = list(decisions(log(tmp_path).db))
    assert [(one.kind, one.who, one.why) for one in made] == [
        (SAME, "Per", None),
        (RENAME, "Eva", "so it is called"),
    ]
    assert [one.kind for one in decisions(log(tmp_path / "b").db, [RENAME])] == [RENAME]


def test_an_undone_decision_is_withdrawn_and_still_told(tmp_path: Path) -> None:
    store = log(tmp_path)
    first = next(decisions(store.db))
    with store.writing() as db:
        assert withdraw(db, first.id[:5], "2026-02-01T00:00:00").id == first.id
    assert [one.kind for one in decisions(store.db)] == [RENAME]
    assert [one.withdrawn for one in decisions(store.db, withdrawn=True)] == ["2026-02-01T00:00:00", None]
    with pytest.raises(NoSuchDecision), store.writing() as db:
        withdraw(db, first.id, "2026-02-02T00:00:00")
    with pytest.raises(NoSuchDecision), store.writing() as db:
        withdraw(db, "", "2026-02-02T00:00:00")


def test_two_logs_come_together_without_loss(tmp_path: Path) -> None:
    one, two = log(tmp_path / "one"), log(tmp_path / "two")
    with two.writing() as db:
        first = next(decisions(db))
        withdraw(db, first.id, "2026-03-01T00:00:00")
        decide(db, RENAME, {"name": "IUC", "to": "IUC Z"}, "Ida", "2026-03-02T00:00:00")
    text = as_lines(decisions(two.db, withdrawn=True))
    with one.writing() as db:
        assert [put(db, made) for made in from_lines(text, "two.jsonl")] == [True, False, True]
        assert [put(db, made) for made in from_lines(text, "two.jsonl")] == [False, False, False]
    assert as_lines(decisions(one.db, withdrawn=True)) == text


@pytest.mark.parametrize(
    "line", ["{", '{"kind": "same"}', '{"id": "0", "kind": "same", "body": {}, "who": "x", "at": ""}']
)
def test_a_line_that_is_no_decision_is_told_with_its_place(line: str) -> None:
    with pytest.raises(BadDecision) as told:
        list(from_lines(f"\n{line}\n", "log.jsonl"))
    assert told.value.facts == {"file": "log.jsonl", "line": 2}


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.text()), max_size=4))
def test_any_body_comes_back_as_it_was(body: dict[str, object]) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.row_factory = sqlite3.Row
        db.execute("CREATE TABLE decision (id TEXT PRIMARY KEY, kind, body, who, at, why, withdrawn)")
        db.execute("CREATE TABLE audit (at, who, act, document, count, path, sha256)")
        made: Decision = decide(db, SAME, body, "x", "2026-01-01")
        assert list(decisions(db)) == [made]
    assert list(from_lines(as_lines([made]), "x")) == [made]
