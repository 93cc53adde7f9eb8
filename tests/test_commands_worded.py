"""Every command is in the table, and each of its options has words in each language."""

from pathlib import Path

import click
import pytest

from graph.commands.table import COMMANDS, samverkan
from graph.wording.sentences import LANGUAGES, Language, help_words

# fmt: off
SHARED = {
    "__init__", "answers", "correcting", "deciding", "group", "heads", "invocation", "noting", "options", "settings",
    "table", "worded",
}
# fmt: on
"""What several commands stand on, and is no command."""


def options(name: str) -> set[str]:
    command = samverkan.get_command(None, name)  # type: ignore[arg-type]  # the context is not used
    assert command is not None
    return {str(option.name) for option in command.params if isinstance(option, click.Option)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_each_of_its_options_is_worded(name: str, language: Language) -> None:
    words = help_words(language)
    own = set(words[name].get("options", {}))
    assert words[name]["help"].endswith(".")
    assert options(name) <= own | set(words["options"])
    assert own <= options(name), "words for an option that there is not"


def test_every_module_of_commands_is_in_the_table() -> None:
    modules = {p.stem for p in (Path(__file__).parent.parent / "graph" / "commands").glob("*.py")} - SHARED
    assert modules == {name.replace("-", "_") for name in COMMANDS}
