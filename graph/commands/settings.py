"""What a person set before the command: flags beat `SAMVERKAN_*`, which beat `samverkan.toml`."""

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from graph.errors import BadSettings
from graph.wording.sentences import LANGUAGES, Language

FILE = "samverkan.toml"
KNOWN = ("library", "lang", "who", "versions", "ocr", "mask", "llm_url", "llm_model")
SWITCHES = ("ocr", "mask")
RETENTION = "retention"
"""The tables that say how long minutes are kept; `retain` alone reads them."""
ALL = "all"
"""The value of the setting `versions` that asks every file of the same minutes, not one of them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The library's folder, the language of messages, how much is told (-1 quiet, 1 more), and
    whether every file of the same minutes is asked.
    """

    folder: Path
    language: Language = "sv"
    volume: int = 0
    all_versions: bool = False


def places() -> tuple[Path, ...]:
    """Where `samverkan.toml` is looked for, the nearest first: here, then the user's settings."""
    return Path(FILE), user_config_path("samverkan", appauthor=False) / FILE


def from_file(candidates: Sequence[Path]) -> dict[str, str]:
    """The settings of the first file that is there; a folder is relative to the file.

    Raises BadSettings for a file that is no TOML, or sets what is no setting.
    """
    for place in candidates:
        try:
            words = tomllib.loads(place.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            continue
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as bad:
            raise BadSettings(file=str(place), problem=str(bad)) from bad
        words.pop(RETENTION, None)
        for name in SWITCHES:
            if isinstance(words.get(name), bool):
                words[name] = str(words[name]).lower()
        for name, value in words.items():
            if name not in KNOWN or not isinstance(value, str):
                raise BadSettings(file=str(place), problem=f"{name} = {value!r}")
        if "library" in words:
            words["library"] = str(place.parent / Path(words["library"]).expanduser())
        return words
    return {}


def setting(name: str, environ: Mapping[str, str] = os.environ) -> str | None:
    """A setting that no flag gave: from the environment, else from a file; None where nobody set it."""
    return environ.get(f"SAMVERKAN_{name.upper()}") or from_file(places()).get(name)


def default_folder() -> Path:
    """Where the library is when no flag says: as set, else in the user's data folder."""
    chosen = setting("library")
    return Path(chosen).expanduser() if chosen else user_data_path("samverkan", appauthor=False)


def language_of(arguments: Sequence[str]) -> Language:
    """The language that the arguments ask for, wherever it stands among them; else as set; else Swedish.

    It is told before anything is parsed, so that --help and complaints about usage follow it too.
    """
    asked = [word.partition("=")[2] for word in arguments if word.startswith("--lang=")]
    asked += [after for word, after in pairwise(arguments) if word == "--lang"]
    for word in (*asked, setting("lang")):
        for language in LANGUAGES:
            if word == language:
                return language
    return "sv"
