"""Made-up lines in the manner of minutes, their names drawn from the word lists.

They teach what news text lacks: lists of those present, "Org: Name", abbreviations, party letters,
committees with a field, companies that no list knows, and capitalised openers that are no names.
"""

import random
import tomllib
from collections.abc import Callable, Sequence
from importlib.resources import files

from graph.evaluation.corpus import Sentence
from graph.lexicon.gazetteer import Entry, counties, municipalities, organisations, places
from graph.lexicon.heads import role_titles
from graph.lexicon.names import given_names, surnames
from graph.lexicon.verbs import speech_verbs

PARTS: dict[str, list[str]] = tomllib.loads(
    files(__package__).joinpath("training_lines.toml").read_text(encoding="utf-8")
)
KINDS = {"person": "PER", "given": "PER", "place": "LOC"} | dict.fromkeys(
    ("body", "short", "town", "field", "firm", "firm_of"), "ORG"
)


class MadeUp:
    """Lines with their labels; the same seed makes the same lines."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  # the same lines each time
        bodies = _bodies()
        names = [entry.name for entry in bodies]
        given = [name for name, ordinary in given_names().items() if not ordinary][:2_500]
        family = [name for name, ordinary in surnames().items() if not ordinary]
        towns = sorted(
            {entry.name for bearers in places().values() for entry in bearers if not entry.ordinary}
        )
        regions = [county.region.name for county in counties()]
        titles = [title for title in role_titles() if " " not in title]
        verbs = [verb for verb, infinitive in speech_verbs().items() if verb != infinitive]
        self._family = family
        self._slots: dict[str, Callable[[], str]] = {
            "person": lambda: f"{self._one(given)} {self._one(family)}",
            "given": lambda: self._one(given),
            "body": lambda: self._one(names if self._chance.random() < 0.75 else regions),
            "short": self._any([form for entry in bodies for form in entry.forms if _short(form)]),
            "town": self._any([municipality.short for municipality in municipalities()]),
            "place": self._any(towns),
            "field": self._any(PARTS["fields"]),
            "firm": self._firm,
            "firm_of": lambda: self._firm().split()[0].removesuffix("s") + "s",
            "title": self._any(titles),
            "says": self._any(verbs),
            "says_first": lambda: self._one(verbs).capitalize(),
            "opener": self._any(PARTS["openers"]),
            "openly": lambda: self._one(PARTS["openers"]).lower(),
            "letters": self._any(PARTS["letters"]),
            "technique": self._any(PARTS["techniques"]),
        }

    def sentences(self, count: int) -> list[Sentence]:
        """So many lines."""
        return [self._sentence() for _ in range(count)]

    def _sentence(self) -> Sentence:
        line: list[tuple[str, str]] = []
        for part in self._one(PARTS["patterns"]).split():
            slot = part.strip("<>") if part.startswith("<") else ""
            words = self._slots[slot]().split() if slot else [part]
            kind = KINDS.get(slot)
            line += [(word, f"{'I' if i else 'B'}-{kind}" if kind else "O") for i, word in enumerate(words)]
        first, label = line[0]
        return ((first[0].upper() + first[1:], label), *line[1:])

    def _one(self, values: Sequence[str]) -> str:
        return self._chance.choice(values)

    def _any(self, values: Sequence[str]) -> Callable[[], str]:
        return lambda: self._chance.choice(values)

    def _firm(self) -> str:
        """A company of no list: syllables, or a surname in the genitive, with or without a form."""
        made = "".join(self._chance.sample(PARTS["syllables"], self._chance.choice((2, 2, 3)))).capitalize()
        name = (
            made if self._chance.random() < 0.7 else self._chance.choice(self._family).removesuffix("s") + "s"
        )
        return f"{name} {self._chance.choice(PARTS['forms'])}" if self._chance.random() < 0.4 else name


def _bodies() -> list[Entry]:
    every = {entry for bearers in organisations().values() for entry in bearers}
    kept = [
        entry
        for entry in every
        if not entry.ordinary and entry.classification not in ("court", "municipality")
    ]
    return sorted(kept, key=lambda entry: (entry.name, entry.forms))


def _short(form: str) -> bool:
    return 1 < len(form) <= 6 and form.isupper()
