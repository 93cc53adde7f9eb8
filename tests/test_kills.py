"""A process that is killed while it keeps, decides or saves loses nothing that it kept, and leaves nothing half."""

import os
import random
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from kept_until_killed import SAVED

from graph.knowledge.store.backup import restore
from graph.knowledge.store.check import check
from graph.knowledge.store.entry import entry, fingerprint
from graph.knowledge.store.library import Store
from graph.knowledge.store.rows import COLUMNS
from graph.knowledge.store.stored import read_back

KILLS = int(os.environ.get("KILLS", "100"))
"""How often to kill: 1,000 once before a release."""
HERE = Path(__file__).parent


def killed(folder: Path, first: int, delay: float) -> list[list[str]]:
    """What a process said that was killed some time after its first word."""
    path = os.pathsep.join((str(HERE), str(HERE.parent)))
    process = subprocess.Popen(
        [sys.executable, str(HERE / "kept_until_killed.py"), str(folder), str(first)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert process.stdout
    with process.stdout as said:
        words = said.readline()
        time.sleep(delay)
        process.kill()
        words += said.read()
    process.wait()
    whole = [line for line in words.splitlines(keepends=True) if line.endswith("\n")]
    return [line.split() for line in whole]


def halves(store: Store) -> list[str]:
    """Documents that are not wholly there: their text, graph and reading, and each of their rows."""
    found = [row[0] for row in store.db.execute("PRAGMA quick_check") if row[0] != "ok"]
    found += [str(tuple(row)) for row in store.db.execute("PRAGMA foreign_key_check")]
    for row in store.db.execute("SELECT * FROM document").fetchall():
        if fingerprint(row["sha256"], row["text"], row["quads"], row["reading"]) != row["fingerprint"]:
            found.append(f"{row['sha256']}: hash")
        wanted = entry(read_back(zlib.decompress(row["reading"]).decode("utf-8"))).rows
        for table in COLUMNS:
            column = "rowid" if table.endswith("_text") else "id"
            count = f"SELECT count(*) FROM {table} WHERE {column} >> 20 = ?"  # noqa: S608  # own names
            if store.db.execute(count, (row["id"],)).fetchone()[0] != len(wanted.get(table, ())):
                found.append(f"{row['sha256']}: {table}")
    return found


@pytest.mark.slow
def test_kills_lose_nothing_and_leave_nothing_half(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311  # the same points every time
    expected: dict[str, str] = {}
    decided: dict[str, bool] = {}
    begun = kept = caught = saved = 0
    for kill in range(KILLS):
        said = killed(tmp_path, begun, chance.uniform(0, 0.3))
        open_: tuple[str, str] | None = None
        for word, path, sha256 in said:
            if word == "begun":
                open_ = (path, sha256)
                begun += 1
            elif word in ("decided", "undone"):
                decided[path] = word == "undone"
            elif word == "saved":
                saved += 1
            else:
                open_, kept = None, kept + 1
                expected[path] = sha256
        caught += open_ is not None
        store = Store(tmp_path)
        if open_:  # what was being kept is there whole, or not at all
            now = store.at(open_[0])
            assert (now[0] if now else "-") in (open_[1], expected.get(open_[0], "-"))
            expected[open_[0]] = now[0] if now else "-"
        held = {path: at[0] if (at := store.at(path)) else "-" for path in expected}
        assert held == expected, f"kill {kill}"
        assert sorted(store.documents()) == sorted({sha for sha in expected.values() if sha != "-"})
        assert halves(store) == []
        log = {row[0]: row[1] is not None for row in store.db.execute("SELECT id, withdrawn FROM decision")}
        assert decided.keys() <= log.keys()
        assert all(log[one] for one, undone in decided.items() if undone)
        assert len(log.keys() - decided.keys()) <= 1  # the one that was killed before it was told
        decided = log
        store.close()
        if (tmp_path / SAVED).exists() and kill % 10 == 0:
            restore(tmp_path / "restored", tmp_path / SAVED, over=True)
    assert kept >= KILLS // 2
    assert caught >= KILLS // 10, "the kills missed the commits"
    assert saved
    assert check(Store(tmp_path)) == []
