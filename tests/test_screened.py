"""A screened pattern finds what the bare one finds, and is tried only where one of its words may stand."""

import pkgutil
from pathlib import Path

import pytest

import graph.reading.recognition
import graph.reading.relations
from graph.lexicon.screened import ANY, Screened, beginnings, openings, screened
from graph.lexicon.worded import Worded
from graph.reading.relations import cues
from graph.reading.relations.promises import COMPILED
from graph.reading.relations.properties import patterns
from graph.reading.relations.rules import rules
from graph.reading.relations.status import sentence_status

MINUTES = sorted((Path(__file__).parent / "minutes").glob("*.txt"))
LINES = [
    line.strip() for file in MINUTES for line in file.read_text(encoding="utf-8").splitlines() if line.strip()
]
EXAMPLES = [sentence for rule in rules() for sentence, _ in rule.examples]


def every() -> list[tuple[str, Screened]]:
    """Every screened pattern of the finders and of what sentences say, by its name."""
    found = [(one.name, one.pattern) for one in patterns()]
    found += [(name, pattern) for name, pattern, _ in COMPILED]
    for room in (graph.reading.recognition, graph.reading.relations):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            held = vars(pkgutil.resolve_name(module.name))
            found += [(name, one) for name, one in sorted(held.items()) if isinstance(one, Screened)]
    return found


def tokened(sentence: str) -> str:
    """An example with tokens for its names: "[O Alfa AB]" is "‹O0›"."""
    return "".join(
        f"‹{part[0]}{place}›{part.partition(']')[2]}" if place else part
        for place, part in enumerate(sentence.split("["))
    )


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        (r"\b(?:samarbetar|samverkar) med", {"sam"}),
        (r"\b(?:har )?(?:hyrt|flyttat) in", {"har", "hyr", "fly"}),
        (r"‹O\d+› (?:med)?finansieras", {"med", "fin"}),
        (r"(?<![\w-])(?:[Gg]rön|blå)a? (?:lån|stöd|bidrag)", {"grö", "blå"}),
        (r"\bej\b", {"ej"}),
        (r"^(?P<what>besked|svar)\b", {"bes", "sva"}),
        (r"(?<!som )\blova(?:r|de)\b", {"lov"}),
        (r"\w+(?:lånet|stödet)", ANY),
        (r"lån|\bstöd", ANY),
        (r"\bi\w+", ANY),
    ],
)
def test_a_pattern_tells_how_its_words_begin(pattern: str, begun: set[str]) -> None:
    assert openings(pattern) == begun


def test_words_are_told_by_three_letters_whatever_their_case() -> None:
    assert beginnings("Är ÖVERENS om IUC:s bidrag") == {"", "är", "öve", "om", "iuc", "s", "bid"}


@pytest.mark.parametrize(("name", "pattern"), every(), ids=[name for name, _ in every()])
def test_screening_loses_nothing(name: str, pattern: Screened) -> None:
    for text in (*LINES, *EXAMPLES, *map(tokened, EXAMPLES)):
        for written in (text, text.lower()):
            bare = [match.span() for match in pattern.pattern.finditer(written)]
            assert [match.span() for match in pattern.finditer(written)] == bare
            assert (pattern.search(written) is None) == (not bare)


def worded() -> list[tuple[str, Worded]]:
    """All phrases that colour a clause, by what they say of it."""
    found = [(name, one) for name, one in sorted(vars(cues).items()) if isinstance(one, Worded)]
    found += [(str(status), one) for one, status in cues.IN_ORDER]
    return found + [(f"{status} by a noun", one) for status, one in cues.NOUNS.items()]


@pytest.mark.parametrize(("name", "phrases"), worded(), ids=[name for name, _ in worded()])
def test_phrases_are_told_apart_and_none_is_lost(name: str, phrases: Worded) -> None:
    for text in (*LINES, *EXAMPLES, *map(tokened, EXAMPLES)):
        low = text.lower()
        assert phrases.stand_in(low) == (phrases.pattern.search(low) is not None)


def test_a_line_feed_stands_in_no_screened_pattern() -> None:
    with pytest.raises(ValueError, match="line feed"):
        screened("a\nb")


@pytest.mark.parametrize("text", ["Kommer de?", "Frågan är om vi hinner", "Inget är klart", "Vi ses i maj"])
def test_a_sentence_that_is_not_plain_is_never_passed_by(text: str) -> None:
    assert sentence_status(text) != "asserted"
