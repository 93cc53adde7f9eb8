"""A Swedish pipeline of spaCy asked what is named; where it sees a name that the reading lacks, a person decides."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

try:
    import spacy
except ImportError:  # an extra: `pip install 'samverkan[spacy]'`
    spacy = None

from graph.errors import PipelineMissing
from graph.knowledge.store.library import Store
from graph.knowledge.store.opinions import keep
from graph.model.opinions import Fault, Opinion, Stance
from graph.model.reading import Quote, Reading, Statement
from graph.model.terms import Kind
from graph.opinions.consulted import Consulted, documents
from graph.opinions.judging import Judge

SOURCE: Final = "spacy"
LANGUAGES: Final = frozenset({"sv", "xx"})
KINDS: Final = {
    "PER": Kind.PERSON,
    "PRS": Kind.PERSON,
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "LOC": Kind.PLACE,
    "GPE": Kind.PLACE,
    "EVN": Kind.EVENT,
    "EVENT": Kind.EVENT,
}
"""Labels of Swedish pipelines that name an actor or a place; SUC 3.0 (PRS, ORG, LOC, EVN) and the usual ones."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline by name and version; `entities` gives start, end and label of each name in a text."""

    name: str
    version: str
    entities: Callable[[str], Iterable[tuple[int, int, str]]]


def pipeline(name: str) -> Pipeline:
    """The installed pipeline of that name. Raises PipelineMissing where it, or spaCy, is not here."""
    if spacy is None:
        raise PipelineMissing(name=name, problem="no-spacy")
    try:
        loaded: Any = spacy.load(name)
    except (OSError, ValueError) as bad:  # not there, or made for another version
        raise PipelineMissing(name=name, problem=" ".join(str(bad).split())[:120]) from bad
    if loaded.lang not in LANGUAGES:
        raise PipelineMissing(name=name, problem="not-swedish")
    meta = loaded.meta
    version = f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')} spacy {spacy.__version__}"

    def entities(text: str) -> Iterator[tuple[int, int, str]]:
        for entity in loaded(text).ents:
            yield entity.start_char, entity.end_char, entity.label_

    return Pipeline(name, version, entities)


def consulted(store: Store, names: Iterable[str], asked: Pipeline) -> Iterator[Consulted]:
    """What became of asking about each document. Raises NoSuchDocument, SeveralDocuments."""
    for sha256, reading in documents(store, names):
        judge = Judge(reading)
        held = dict.fromkeys(_named(reading, asked))
        judged = {one: judge.judged(one) for one in held}
        kept = {one: it for one, it in judged.items() if not isinstance(it, Fault)}
        with store.writing() as db:
            keep(db, sha256, kept, instead_of=(SOURCE, asked.name))
        candidates = sum(it.difference is not None for it in kept.values())
        faults = Counter(it for it in judged.values() if isinstance(it, Fault))
        yield Consulted(
            sha256,
            reading.document.name,
            candidates=candidates,
            agreed=len(kept) - candidates,
            refused=faults,
        )


def _named(reading: Reading, asked: Pipeline) -> Iterator[Opinion]:
    """Each name that the pipeline sees in a statement, with the sentence that it stands in."""
    by_statement: dict[tuple[int, int], list[Quote]] = {}
    for quote in reading.quotes:
        by_statement.setdefault((quote.holder.start, quote.holder.end), []).append(quote)
    for statement in reading.statements:
        quotes = by_statement.get((statement.span.start, statement.span.end), [])
        for start, end, label in asked.entities(statement.text):
            kind = KINDS.get(label.upper())
            words = statement.text[max(0, start) : end].strip()
            if kind is None or not words:
                continue
            sentence = _sentence(reading, statement, quotes, start, end)
            yield Opinion(
                SOURCE, asked.name, asked.version, Stance.NAMED, sentence, " ".join(words.split()), kind=kind
            )


def _sentence(reading: Reading, statement: Statement, quotes: list[Quote], start: int, end: int) -> str:
    """The sentence of a statement that holds `text[start:end]`; the statement where none does."""
    form = reading.document.reading_form(statement.span)
    if form.text == statement.text:
        found = form.span(start, end)
        for quote in quotes:
            if quote.span.holds(found) and quote.text in statement.text:
                return quote.text
    return statement.text
