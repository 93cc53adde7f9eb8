"""The library's one file: what is no library is refused, and several may reach for it at once."""

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from libraries_made import MEETINGS, everything, filled
from readings_made import forum

from graph.errors import LibraryBusy, LibraryDamaged, LibraryNewer, LibraryNotWritable
from graph.knowledge.store import opening
from graph.knowledge.store.check import check
from graph.knowledge.store.entry import entry
from graph.knowledge.store.library import Store
from graph.model.reading import Reading


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    filled(tmp_path, forum()).close()
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryNewer) as refused:
        Store(tmp_path).documents()
    assert refused.value.facts["format"] == 99


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be one" * 40, b"x"])
def test_a_file_that_is_no_library_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "library.db").write_bytes(content)
    with pytest.raises(LibraryDamaged):
        Store(tmp_path).documents()
    assert (tmp_path / "library.db").read_bytes() == content


def test_somebody_else_s_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as db:
        db.execute("CREATE TABLE recipe (name)")
    with pytest.raises(LibraryDamaged):
        Store(tmp_path).commit(entry(forum()), path="forum.txt")


def test_a_torn_file_is_told(tmp_path: Path) -> None:
    filled(tmp_path, *MEETINGS).close()
    place = tmp_path / "library.db"
    content = bytearray(place.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    place.write_bytes(content)
    with pytest.raises(LibraryDamaged):
        check(Store(tmp_path))


def test_a_library_that_another_process_writes_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.05)
    store = filled(tmp_path, MEETINGS[0])
    other = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryBusy):
        Store(tmp_path).commit(entry(MEETINGS[1]), path="B.txt")
    assert store.documents() == [MEETINGS[0].document.sha256]  # reading goes on beside it
    other.execute("ROLLBACK")
    other.close()
    other.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_only_be_read_can_be_asked(tmp_path: Path) -> None:
    filled(tmp_path, MEETINGS[0]).close()
    (tmp_path / "library.db").chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert Store(tmp_path).documents() == [MEETINGS[0].document.sha256]
        with pytest.raises(LibraryNotWritable):
            Store(tmp_path).commit(entry(MEETINGS[1]), path="B.txt")
    finally:
        tmp_path.chmod(0o755)


def test_a_library_cannot_be_made_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(LibraryNotWritable):
        Store(tmp_path / "taken").commit(entry(forum()), path="forum.txt")


def test_a_commit_that_fails_leaves_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path, MEETINGS[0])
    before, generation = everything(store), store.generation
    broken = entry(MEETINGS[1])
    broken.rows["mention"].append(("no", "row"))
    with pytest.raises((ValueError, sqlite3.Error)):
        store.commit(broken, path="B.txt")
    assert everything(store) == before
    assert store.generation == generation


def test_two_that_make_the_library_at_once_make_one(tmp_path: Path) -> None:
    failed: list[Exception] = []

    def keep(reading: Reading) -> None:
        try:
            filled(tmp_path / "new", reading).close()
        except (sqlite3.Error, LibraryBusy, LibraryDamaged) as bad:
            failed.append(bad)

    threads = [threading.Thread(target=keep, args=(reading,)) for reading in MEETINGS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(Store(tmp_path / "new").documents()) == len(MEETINGS)
