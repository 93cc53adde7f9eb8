"""Reads: files into the library, and what one file says by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from graph.library.opened import Opened

if TYPE_CHECKING:
    from graph.evaluation.scored import Scored
    from graph.intake.outcome import Outcome
    from graph.model.answers import Answer
    from graph.model.reading import Reading


class Reads(Opened):
    """Files into the library, and what one file says by itself."""

    def read(
        self,
        paths: Iterable[str | PathLike[str]],
        jobs: int = 1,
        again: bool = False,
        dry_run: bool = False,
        recognise: bool = False,
        mask: bool = True,
    ) -> Iterator[Outcome]:
        """Reads files and folders into the library; what became of each, one by one as it is done.

        `recognise` reads pictures of text too, by Tesseract where that is installed. Personal identity
        numbers, phone numbers and e-mail addresses are masked where `mask`.
        """
        from graph.intake.batch import read_files

        return read_files(
            self.store, paths, jobs=jobs, again=again, dry_run=dry_run, recognise=recognise, mask=mask
        )

    def reading(self, path: str | PathLike[str], mask: bool = True) -> Reading:
        """All that one file says; nothing is kept. Raises what is wrong with the file, naming it."""
        from graph.intake.unkept import readings

        ((outcome, reading),) = readings([path], mask=mask)
        if reading is None:
            raise outcome.error or ValueError(outcome.path)
        return reading

    def extract(
        self,
        paths: Iterable[str | PathLike[str]],
        out: str | PathLike[str],
        recognise: bool = False,
        mask: bool = True,
    ) -> Iterator[tuple[Outcome, Path | None]]:
        """Writes what files say in the reading format, `<stem>.jsonl` each in `out`; nothing is stored.

        Gives what became of each file and where it was written. Raises SameStem before anything is read
        where two files would have one result.
        """
        from graph.evaluation.reading_format import as_text, results
        from graph.files import write_whole
        from graph.intake.batch import unread
        from graph.intake.paths import expanded
        from graph.intake.unkept import readings

        paths = list(paths)
        places = results(expanded(paths), Path(out))
        for (outcome, reading), place in zip(readings(places, recognise, mask), places.values(), strict=True):
            if reading is not None:
                write_whole(place, as_text(reading))
            yield outcome, place if reading else None
        for outcome in unread(paths):
            yield outcome, None

    def evaluate(
        self,
        gold: str | PathLike[str],
        predicted: str | PathLike[str] | None = None,
        part: Literal["layout", "document"] | None = None,
    ) -> Scored:
        """Reading, or predictions, scored against gold; of each `part` too, with every miss in its context."""
        from graph.evaluation.scored import scored

        return scored(Path(gold), Path(predicted) if predicted else None, part)

    def explain(self, path: str | PathLike[str], line: int | None = None, mask: bool = True) -> Answer:
        """How a file, or one line of its text, was read: layouts, lines, and the rule behind each find."""
        from graph.evaluation.explained import explained

        return explained(self.reading(path, mask), str(path), line)

    def explain_ties(self, one: str, other: str) -> Answer:
        """Why two are tied, or not: the quote, rule, status with its cue, and certainty of each that says so."""
        from graph.evaluation.explained_ties import explained_ties

        return explained_ties(self.store.db, one, other)

    def explain_folder(
        self, folder: str | PathLike[str], mask: bool = True
    ) -> Iterator[tuple[Outcome, Answer | None]]:
        """The same of each file of a folder, and what became of those that could not be read."""
        from graph.evaluation.explained import explained
        from graph.intake.unkept import readings

        for outcome, reading in readings([folder], mask=mask):
            yield outcome, explained(reading, outcome.path) if reading else None
