"""Bad files: each gives one sentence that says what to do, and the good file beside it is read."""

import os
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from bad_files import GOOD, Bad, all_bad, too_large
from hypothesis import given, settings
from hypothesis import strategies as st
from minutes_made import as_docx, as_pdf

from graph import wording
from graph.errors import BrokenDocument, SamverkanError
from graph.intake.batch import read_files
from graph.intake.outcome import State
from graph.knowledge.store.library import Store
from graph.reading.documents.formats import document_from_bytes
from graph.reading.documents.limits import BYTES

BAD = [*all_bad(), *too_large()]
TEXT = GOOD.decode("utf-8")
WHOLE = {"cut.docx": as_docx(TEXT), "cut.pdf": as_pdf(TEXT)}


@pytest.fixture(scope="module")
def sentences() -> list[dict[str, str]]:
    folder = Path(wording.__file__).parent
    return [tomllib.loads((folder / f"{code}.toml").read_text(encoding="utf-8")) for code in ("sv", "en")]


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_file_gives_its_sentence(bad: Bad, sentences: list[dict[str, str]]) -> None:
    with pytest.raises(SamverkanError) as raised:
        document_from_bytes(bad.name, bad.content)
    assert type(raised.value).__name__ == bad.error
    for language in sentences:
        sentence = language[raised.value.key].format(**raised.value.facts)
        assert bad.name in sentence
        assert "\n" not in sentence


def test_there_are_many_kinds_of_bad_file() -> None:
    assert len(BAD) >= 25
    assert len({bad.error for bad in BAD}) >= 12
    assert [name for name, times in Counter(bad.name for bad in BAD).items() if times > 1] == []


def test_the_good_file_among_bad_ones_is_read_and_nothing_of_a_bad_one_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for bad in all_bad():
        (folder / bad.name).write_bytes(bad.content)
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(BYTES + 1)  # a hole: no byte is written
    (folder / "mitten.txt").write_bytes(GOOD)
    store = Store(tmp_path / "library")

    outcomes = {Path(outcome.path).name: outcome for outcome in read_files(store, [folder])}

    expected = {bad.name: bad.error for bad in all_bad()} | {"huge.txt": "FileTooLarge"}
    assert {name: type(outcomes[name].error).__name__ for name in expected} == expected
    skipped = {name for name, outcome in outcomes.items() if outcome.state is State.SKIPPED}
    assert skipped == {name for name, error in expected.items() if error == "UnreadKind"}
    assert outcomes["mitten.txt"].state is State.READ
    assert [row[0] for row in store.db.execute("SELECT file FROM document")] == ["mitten.txt"]
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="pipes and links of POSIX")
def test_what_is_no_file_is_named_and_waited_for_by_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    outcomes = list(read_files(None, [tmp_path, tmp_path / "missing.txt"]))
    assert [outcome.state for outcome in outcomes] == [State.FAILED] * 4
    assert {type(outcome.error).__name__ for outcome in outcomes} == {"CannotRead"}


@pytest.mark.parametrize(("name", "opening"), [("a.docx", b"PK\x03\x04"), ("a.pdf", b"%PDF-")])
def test_a_file_cut_within_its_first_bytes_is_refused(name: str, opening: bytes) -> None:
    for length in range(1, len(opening)):
        with pytest.raises(BrokenDocument):
            document_from_bytes(name, opening[:length])


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.floats(0, 0.99))
def test_a_file_cut_anywhere_is_refused(name: str, share: float) -> None:
    whole = WHOLE[name]
    with pytest.raises(SamverkanError):
        document_from_bytes(name, whole[: int(share * (len(whole) - 40))])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_a_byte_changed_anywhere_is_read_or_refused_but_never_a_fault(
    name: str, share: float, bits: int
) -> None:
    content = bytearray(WHOLE[name])
    content[int(share * len(content))] ^= bits
    try:
        document_from_bytes(name, bytes(content))
    except SamverkanError as wrong:
        assert wrong.facts["file"] == name  # noqa: PT017  # either end is right


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a", "a.pdf", "a.docx", "a.html", "a.xlsx"]))
def test_any_bytes_under_any_name_are_read_or_refused(content: bytes, name: str) -> None:
    try:
        document = document_from_bytes(name, content)
    except SamverkanError as wrong:
        assert wrong.facts["file"] == name  # noqa: PT017  # either end is right
    else:
        assert document.text.strip()
