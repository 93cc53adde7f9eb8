"""A language model asked about documents, portion by portion; what was right is kept whatever fails."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from graph.errors import ModelMoved, ModelRefused, ModelUnreadable, SamverkanError
from graph.knowledge.store.library import Store
from graph.knowledge.store.opinions import keep
from graph.model.opinions import Fault, Opinion
from graph.model.reading import Reading
from graph.opinions.address import Address
from graph.opinions.answered import objects, opinion
from graph.opinions.asking import AGAIN, PATIENCE, Model, Patience
from graph.opinions.consulted import Consulted, documents
from graph.opinions.judging import Judge, Judged
from graph.opinions.portions import Portion, instructions_version, portions

SOURCE: Final = "llm"
FAILURES: Final = 3
"""In a row, after which a server is asked no more."""


def consulted(
    store: Store, names: Iterable[str], address: Address, patience: Patience = PATIENCE
) -> Iterator[Consulted]:
    """What became of asking about each document; opinions are kept document by document.

    Raises NoSuchDocument and SeveralDocuments; what is wrong with the model is told in what comes out.
    """
    asked = _Asked(Model(address, patience))
    for sha256, reading in documents(store, names):
        opinions, told = asked.about(sha256, reading)
        whole = (SOURCE, address.model) if told.calls and not told.failed else None
        if opinions or whole:
            with store.writing() as db:
                keep(db, sha256, opinions, instead_of=whole)
        yield told


class _Asked:
    """One run: after failures in a row, or a refusal for good, nothing more is asked."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.failures = 0
        self.over: SamverkanError | None = None

    def about(self, sha256: str, reading: Reading) -> tuple[list[Opinion], Consulted]:
        judge = Judge(reading)
        kept: dict[Opinion, Judged] = {}
        refused: Counter[Fault] = Counter()
        errors: dict[str, SamverkanError] = {}
        calls = failed = cut = 0
        for portion in portions(reading):
            calls += 1
            try:
                found, faults, short = self._portion(portion, judge)
            except SamverkanError as wrong:
                failed += 1
                errors[repr((wrong.key, wrong.facts))] = wrong
                continue
            kept |= found
            refused += faults
            cut += short
        candidates = sum(held.difference is not None for held in kept.values())
        told = Consulted(
            sha256,
            reading.document.name,
            calls,
            failed,
            cut,
            candidates,
            len(kept) - candidates,
            refused,
            tuple(errors.values()),
        )
        return list(kept), told

    def _portion(self, portion: Portion, judge: Judge) -> tuple[dict[Opinion, Judged], Counter[Fault], bool]:
        """What is kept of one answer, what is not, and whether it was cut off."""
        if self.over is not None:
            raise self.over
        place = self.model.address.place
        try:
            said = self.model.ask(portion.message)
            items, broken = objects(said.text)
            if broken and not items:
                raise ModelUnreadable(host=place, problem="no-form")
        except SamverkanError as wrong:
            self.failures += 1
            if self.failures >= FAILURES or _for_good(wrong):
                self.over = wrong
            raise
        self.failures = 0
        version = f"{said.version} instructions-{instructions_version()}".strip()
        kept: dict[Opinion, Judged] = {}
        refused = Counter({Fault.FORM: broken}) if broken else Counter[Fault]()
        for item in items:
            made = opinion(item, portion, judge.reading, SOURCE, self.model.address.model, version)
            judged = judge.judged(made) if made else Fault.FORM
            if isinstance(judged, Fault):
                refused[judged] += 1
            elif made:
                kept[made] = judged
        return kept, refused, said.cut


def _for_good(wrong: SamverkanError) -> bool:
    """Whether the same will be answered next time: a redirect, a wrong key, a model that is not there."""
    if isinstance(wrong, ModelRefused):
        return wrong.facts["status"] in (401, 402, 403, 404) and wrong.facts["status"] not in AGAIN
    return isinstance(wrong, ModelMoved)
