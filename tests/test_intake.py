"""Intake: many files in a fixed order, each kept whole; what goes wrong with one stops no other."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.intake import readers
from graph.intake.batch import read_files
from graph.intake.outcome import Outcome, State
from graph.knowledge.store.library import Store

MINUTES = "Anteckningar dialogmöte {day} maj 2022\n\n▪ Almi, Eva Öberg\no Vi lånar ut mer än i fjol. {word}\n"


def minutes(day: int, word: str = "") -> str:
    return MINUTES.format(day=day, word=word)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "library")
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three minutes, one of them in a folder below."""
    top = tmp_path / "documents"
    (top / "below").mkdir(parents=True)
    for name, day in (("b.txt", 2), ("a.txt", 1), ("below/c.txt", 3)):
        (top / name).write_text(minutes(day), encoding="utf-8")
    return top


@pytest.fixture
def wayward(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Reading processes that do what a file's first word says."""
    readers.close_all()
    monkeypatch.setattr(readers, "WORKER", "wayward_worker")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    yield
    readers.close_all()


def states(outcomes: list[Outcome]) -> list[tuple[str, State]]:
    return [(Path(outcome.path).name, outcome.state) for outcome in outcomes]


def kept(store: Store) -> list[str]:
    return [row[0] for row in store.db.execute("SELECT date FROM document ORDER BY date")]


@pytest.mark.parametrize("jobs", [1, 3])
def test_folders_are_read_by_name_and_hidden_files_passed_over(store: Store, folder: Path, jobs: int) -> None:
    (folder / ".git").mkdir()
    for name in (".hidden.txt", "~$a.docx", ".git/d.txt"):
        (folder / name).write_text("Inget att läsa", encoding="utf-8")
    *outcomes, aside = read_files(store, [folder], jobs=jobs)
    assert states(outcomes) == [(name, State.READ) for name in ("a.txt", "b.txt", "c.txt")]
    assert aside.state is State.SKIPPED
    assert [outcome.date for outcome in outcomes] == ["2022-05-01", "2022-05-02", "2022-05-03"]
    assert all(outcome.statements == 1 and outcome.read_share for outcome in outcomes)
    assert kept(store) == ["2022-05-01", "2022-05-02", "2022-05-03"]


def test_a_file_named_twice_is_read_once(store: Store, folder: Path) -> None:
    outcomes = list(read_files(store, [folder / "b.txt", folder, folder / "below" / ".." / "a.txt"]))
    assert states(outcomes) == [(name, State.READ) for name in ("b.txt", "a.txt", "c.txt")]


def test_an_unchanged_file_is_left_unless_asked_again(store: Store, folder: Path) -> None:
    list(read_files(store, [folder]))
    generation = store.generation
    assert {outcome.state for outcome in read_files(store, [folder])} == {State.UNCHANGED}
    assert store.generation == generation
    assert {outcome.state for outcome in read_files(store, [folder], again=True)} == {State.READ}
    assert len(kept(store)) == 3


def test_a_changed_file_takes_the_place_of_its_older_self(store: Store, folder: Path) -> None:
    list(read_files(store, [folder]))
    (folder / "b.txt").write_text(minutes(20, "Nytt."), encoding="utf-8")
    outcomes = list(read_files(store, [folder]))
    assert [outcome.state for outcome in outcomes] == [State.UNCHANGED, State.SUPERSEDED, State.UNCHANGED]
    assert kept(store) == ["2022-05-01", "2022-05-03", "2022-05-20"]


def test_a_file_that_turns_bad_leaves_its_older_self_in_place(store: Store, folder: Path) -> None:
    list(read_files(store, [folder]))
    (folder / "b.txt").write_bytes(b"")
    outcomes = list(read_files(store, [folder]))
    assert [outcome.state for outcome in outcomes] == [State.UNCHANGED, State.FAILED, State.UNCHANGED]
    assert len(kept(store)) == 3


def test_a_dry_run_reads_and_keeps_nothing(store: Store, folder: Path) -> None:
    outcomes = list(read_files(store, [folder], dry_run=True))
    assert [outcome.statements for outcome in outcomes] == [1, 1, 1]
    assert kept(store) == []


def test_standard_input_is_a_file_and_never_the_older_self_of_another(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (1, 2, 2):
        text = io.BytesIO(minutes(day).encode("utf-8"))
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=text))
        (outcome,) = read_files(store, ["-"])
        assert outcome.path == "-"
    assert outcome.state is State.UNCHANGED
    assert kept(store) == ["2022-05-01", "2022-05-02"]


def test_an_error_names_the_path_as_it_was_given(store: Store, folder: Path) -> None:
    (folder / "below" / "tom.txt").write_bytes(b"")
    (outcome,) = read_files(store, [folder / "below" / "tom.txt"])
    assert outcome.error is not None
    assert outcome.error.facts == {"file": str(folder / "below" / "tom.txt")}


@pytest.mark.usefixtures("wayward")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reading_that_goes_astray_is_named_and_the_rest_are_read(
    store: Store, tmp_path: Path, jobs: int
) -> None:
    words = ["DIE", "EXIT", "FAIL", "HANG", "CHATTER"]
    if sys.platform.startswith("linux"):
        words.append("EAT")
    for day, word in enumerate(words, start=1):
        (tmp_path / f"{day} {word}.txt").write_text(f"{word} {minutes(day)}", encoding="utf-8")
        (tmp_path / f"{day} then.txt").write_text(minutes(day + 10), encoding="utf-8")

    files = sorted(tmp_path.glob("*.txt"))
    outcomes = {
        Path(outcome.path).stem: outcome
        for outcome in read_files(store, files, jobs=jobs, seconds=6, megabytes=600)
    }

    found = {name.split()[1]: type(one.error).__name__ for name, one in outcomes.items() if one.error}
    expected = {"DIE": "ReaderDied", "EXIT": "ReaderDied", "FAIL": "ReaderDied", "HANG": "ReadingTooLong"}
    assert found == expected | ({"EAT": "ReadingTooLarge"} if "EAT" in words else {})
    problems = {
        name.split()[1]: one.error.facts.get("problem") for name, one in outcomes.items() if one.error
    }
    assert problems["DIE"] == "signal 9"
    assert problems["EXIT"] == "exit code 7"
    assert str(problems["FAIL"]).startswith("ZeroDivisionError: a fault of ours (wayward_worker.py:")
    assert all(
        one.state is State.READ for name, one in outcomes.items() if name.split()[1] in ("then", "CHATTER")
    )
    assert len(kept(store)) == len(words) + 1


@pytest.mark.usefixtures("wayward")
def test_a_batch_left_half_way_leaves_no_process_behind(store: Store, tmp_path: Path) -> None:
    for name, text in (("1.txt", minutes(1)), ("2.txt", f"HANG {minutes(2)}"), ("3.txt", minutes(3))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    outcomes = read_files(store, sorted(tmp_path.glob("*.txt")), jobs=2, seconds=300)
    assert next(outcomes).state is State.READ
    outcomes.close()  # type: ignore[attr-defined]  # it is a generator
    assert kept(store) == ["2022-05-01"]


def test_a_reader_is_used_again_and_replaced_when_it_has_died(store: Store, folder: Path) -> None:
    readers.close_all()
    first = readers.taken(512)
    readers.given_back(first)
    assert readers.taken(512) is first
    first.close()
    readers.given_back(first)
    second = readers.taken(512)
    assert second is not first
    assert second.alive
    second.close()


def test_a_script_without_a_guard_is_not_run_again_by_its_readers(tmp_path: Path, folder: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from graph.intake.batch import read_files\n"
        "print('once')\n"
        f"print([one.state.value for one in read_files(None, [{str(folder)!r}])])\n",
        encoding="utf-8",
    )
    root = Path(__file__).parent.parent
    run = subprocess.run(
        [sys.executable, str(script)], cwd=root, capture_output=True, text=True, check=True, env=None
    )
    assert run.stdout == "once\n['read', 'read', 'read']\n"
    assert run.stderr == ""
