"""A library goes into one file and comes back whole; one of the format before is brought up, or told of."""

import gzip
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from commands_called import call
from libraries_made import MEETINGS, everything, filled
from readings_made import forum

from graph.errors import BackupDamaged, LibraryBusy, LibraryNotWritable, LibraryOlder, LibraryThere, NoLibrary
from graph.knowledge.store import backup as backups
from graph.knowledge.store import opening
from graph.knowledge.store.check import check
from graph.knowledge.store.entry import entry
from graph.knowledge.store.library import Store
from graph.library import Library

OLD = Path(__file__).parent / "libraries" / "format-1.db.gz"


def older(folder: Path) -> Path:
    """A library that the release before made of tests/series/kust-1.txt, and a decision in it."""
    folder.mkdir()
    place = folder / "library.db"
    place.write_bytes(gzip.decompress(OLD.read_bytes()))
    with closing(sqlite3.connect(place, isolation_level=None)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        body = '{"one": {"kind": "person", "name": "Karin Ask"}, "name": "Karin Asp"}'
        db.execute("INSERT INTO decision VALUES ('d1', 'rename', ?, 'a', '2025-04-01', NULL)", (body,))
    return folder


def format_of(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "library.db")) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def whole(folder: Path) -> None:
    library = Library(folder)
    assert library.check() == []
    assert [row["who"] for row in library.promises().rows][:1] == ["Karin Asp"]  # the decision holds
    assert len(library.statements().rows) == 8  # as the release before answers
    assert library.store.db.execute("SELECT id FROM decision").fetchall()[0][0] == "d1"
    library.store.close()
    assert format_of(folder) == opening.FORMAT


def test_a_library_that_the_release_before_made_is_brought_up_with_all_it_holds(tmp_path: Path) -> None:
    whole(older(tmp_path / "old"))


def test_a_migration_that_is_killed_leaves_the_old_library_or_the_new(tmp_path: Path) -> None:
    code = (
        "import sys;from graph.library import Library;print('now',flush=True);Library(sys.argv[1]).store.db"
    )
    seen = set()
    for kill in range(8):
        folder = older(tmp_path / str(kill))
        env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        with subprocess.Popen(
            [sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, env=env
        ) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(kill * 0.06)
            process.kill()
        seen.add(format_of(folder))
        whole(folder)
    assert 1 in seen, "the kills came too late"


def test_an_older_library_that_may_only_be_read_is_told_of(tmp_path: Path) -> None:
    folder = older(tmp_path / "old")
    place = folder / "library.db"
    db = opening._connected(f"file:{place}?mode=ro&immutable=1", place)
    with pytest.raises(LibraryOlder):
        opening._ready(db)
    assert format_of(folder) == 1


def test_a_backup_taken_while_another_writes_comes_back_the_same(tmp_path: Path) -> None:
    store = filled(tmp_path / "a", *MEETINGS)
    before = everything(store)
    with closing(sqlite3.connect(tmp_path / "a" / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM path")
        assert call("--library", tmp_path / "a", "backup", tmp_path / "b.backup").exit_code == 0
        other.execute("ROLLBACK")
    store.close()
    result = call("--library", tmp_path / "c", "restore", tmp_path / "b.backup")
    assert result.exit_code == 0, result.output
    restored = Store(tmp_path / "c")
    assert everything(restored) == before
    assert check(restored) == []
    restored.close()
    assert sorted(p.name for p in (tmp_path / "c").iterdir()) == ["library.db"]


def test_what_stands_there_is_replaced_only_when_said_and_seen_by_who_has_it_open(tmp_path: Path) -> None:
    filled(tmp_path / "a", MEETINGS[0]).close()
    Library(tmp_path / "a").backup(tmp_path / "b")
    there = filled(tmp_path / "c", MEETINGS[1])
    generation = there.generation
    with pytest.raises(LibraryThere):
        Library(tmp_path / "c").restore(tmp_path / "b")
    assert there.documents() == [MEETINGS[1].document.sha256]
    assert Library(tmp_path / "c").restore(tmp_path / "b", over=True) == 1
    assert there.documents() == [MEETINGS[0].document.sha256]
    assert there.generation > generation
    assert check(there) == []
    there.close()


def test_restoring_over_a_library_that_is_being_written_waits_and_then_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "WAIT", 0.3)
    filled(tmp_path / "a", MEETINGS[0]).close()
    Library(tmp_path / "a").backup(tmp_path / "b")
    with closing(sqlite3.connect(tmp_path / "a" / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy):
            Library(tmp_path / "a").restore(tmp_path / "b", over=True)
        other.execute("ROLLBACK")
    assert check(Store(tmp_path / "a")) == []


def test_a_damaged_library_is_replaced_by_its_backup(tmp_path: Path) -> None:
    filled(tmp_path / "a", MEETINGS[0]).close()
    Library(tmp_path / "a").backup(tmp_path / "b")
    (tmp_path / "a" / "library.db").write_bytes(b"no database at all" * 100)
    assert Library(tmp_path / "a").restore(tmp_path / "b", over=True) == 1


@pytest.mark.parametrize("cut", [0, 10, 200, -1])
def test_a_backup_that_is_not_whole_changes_nothing(tmp_path: Path, cut: int) -> None:
    store = filled(tmp_path / "a", MEETINGS[0])
    Library(tmp_path / "a").backup(tmp_path / "b")
    content = (tmp_path / "b").read_bytes()
    (tmp_path / "b").write_bytes(content[:cut])
    with pytest.raises(BackupDamaged):
        Library(tmp_path / "a").restore(tmp_path / "b", over=True)
    assert check(store) == []
    store.close()


def test_a_folder_without_a_library_has_nothing_to_save(tmp_path: Path) -> None:
    with pytest.raises(NoLibrary):
        Library(tmp_path / "none").backup(tmp_path / "b")
    assert not (tmp_path / "b").exists()


def test_a_full_disk_is_told_of_and_loses_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path / "a", MEETINGS[0])
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")  # SQLite answers as for a full disk
    with pytest.raises(LibraryNotWritable):
        store.commit(entry(forum()), path="forum.txt")
    assert store.documents() == [MEETINGS[0].document.sha256]
    assert check(store) == []
    store.close()
