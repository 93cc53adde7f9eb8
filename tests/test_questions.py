"""The questions that a person would ask, through the commands that `data/questions.json` names."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from questions_asked import answer, judge

from graph.commands.table import samverkan

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
SEED = ROOT / "data" / "000_fcd71412aabef359.txt"
QUESTIONS = {
    question["id"]: question
    for question in json.loads((GOLD / "seed-questions.json").read_text(encoding="utf-8"))["questions"]
}
ARGUMENTS = {
    asked["id"]: asked["arguments"]
    for asked in json.loads((ROOT / "data" / "questions.json").read_text(encoding="utf-8"))
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("library")
    result = CliRunner().invoke(samverkan, ["--library", str(folder), "read", str(SEED)])
    assert result.exit_code == 0, result.output
    return folder


def test_every_question_has_its_arguments() -> None:
    assert ARGUMENTS.keys() == QUESTIONS.keys()


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_minutes_answer_as_a_person_would(name: str, library: Path) -> None:
    question: dict[str, Any] = QUESTIONS[name]
    text = SEED.read_bytes().decode("utf-8")
    assert judge(question, answer(library, ARGUMENTS[name]), text).missing == []
