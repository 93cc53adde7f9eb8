"""A folder of gold: its documents, each with its text and the layout that its sidecar names."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import NoGold

SHORT = re.compile(r"[^,;:(]+")
"""The first words of a layout's description, which tell it from the others."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One marked document. `text` is the file that its offsets count in; None where there is none."""

    gold: Path
    text: Path | None
    layout: str | None

    @property
    def file(self) -> str:
        """The name of the text, or of the gold where the text is not there."""
        return (self.text or self.gold).name


def gold_documents(folder: Path, texts: Sequence[Path] = ()) -> list[GoldDocument]:
    """Every `.jsonl` of a folder, in the order of their names.

    The text is the `.txt` of the same stem beside it or in one of the folders `texts`; the layout that
    which the `.json` beside it describes. Raises NoGold for a folder without gold.
    """
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise NoGold(folder=str(folder))
    return [GoldDocument(file, _text(file, texts), _layout(file.with_suffix(".json"))) for file in files]


def _text(gold: Path, folders: Sequence[Path]) -> Path | None:
    places = (folder / f"{gold.stem}.txt" for folder in (gold.parent, *folders))
    return next((place for place in places if place.exists()), None)


def _layout(sidecar: Path) -> str | None:
    """The layout as a person calls it; None where the sidecar is not there or does not say."""
    try:
        said = json.loads(sidecar.read_text(encoding="utf-8"))["layout"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    short = SHORT.match(said) if isinstance(said, str) else None
    return short.group().strip() if short else None
