"""No pattern takes more than linear time, whatever the text: each is pumped where it repeats."""

import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import graph
from graph.lexicon.screened import Screened
from graph.lexicon.worded import Worded

LONG = 20_000
"""Characters of a pumped text: a quadratic pattern takes seconds for it, a linear one milliseconds."""
PATIENCE = 0.5
"""Seconds of CPU time for one text; patterns of the house take a hundredth of it."""
SAMPLES = (*"aåA1.,-:|>§()\"'/\t#*_\xa0½", " ", "\n")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of every module, by its name, once."""
    seen: set[tuple[str, int]] = set()
    for module in pkgutil.walk_packages(graph.__path__, "graph."):
        if module.name.endswith("__main__") or ".web" in module.name:
            continue
        if module.name == "graph.evaluation.training" and find_spec("pycrfsuite") is None:
            continue  # only who fits a model has it
        for name, value in sorted(vars(pkgutil.resolve_name(module.name)).items()):
            for place, pattern in enumerate(_held(value)):
                key = (str(pattern.pattern), pattern.flags)
                if key not in seen and isinstance(pattern.pattern, str):
                    seen.add(key)
                    yield f"{module.name}.{name}.{place}", pattern


def uses(name: str) -> list[str]:
    """How the sources use a pattern; where that is not seen, it is taken to be searched for."""
    module, variable, _ = name.rsplit(".", 2)
    imported = re.compile(rf"from {re.escape(module)} import (?:\([^)]*|[^\n]*)\b{variable}\b")
    own = f"{module.replace('.', '/')}.py"
    used = re.compile(rf"\b{variable}(?:\.pattern)?\.(search|finditer|findall|sub|split|match|fullmatch)\b")
    found = {
        use
        for file, text in SOURCES.items()
        if file == own or imported.search(text)
        for use in used.findall(text)
    }
    return ["search"] if not found or found - {"match", "fullmatch"} else sorted(found)


SOURCES = {
    file.relative_to(Path(graph.__path__[0]).parent).as_posix(): file.read_text(encoding="utf-8")
    for file in sorted(Path(graph.__path__[0]).rglob("*.py"))
}


def _held(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _held(one)
    elif isinstance(value, (Screened, Worded)):
        yield value.pattern
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _held(one)


def attacks(pattern: re.Pattern[str]) -> Iterator[str]:
    """Texts that begin as the pattern likes, repeat what it repeats, and end as it does not like."""
    for before, body in _repeats(_parser.parse(pattern.pattern, pattern.flags), ""):
        if body:
            yield before + body * (LONG // len(body)) + "\x00"


def _repeats(parsed: Any, before: str) -> Iterator[tuple[str, str]]:
    """What stands before each repetition, and one turn of it."""
    for op, argument in parsed:
        if op in REPEATS:
            least, most, inner = argument
            if most is _constants.MAXREPEAT or most > 20:
                yield before, _sample(inner)
                yield before, _sample(inner) + " "
            yield from _repeats(inner, before)
            before += _sample(inner) * max(least, 0)
        elif op is _constants.SUBPATTERN:
            yield from _repeats(argument[-1], before)
            before += _sample(argument[-1])
        elif op is _constants.BRANCH:
            for branch in argument[1]:
                yield from _repeats(branch, before)
            before += _sample(argument[1][0])
        elif op in (_constants.ASSERT, _constants.ASSERT_NOT):
            yield from _repeats(argument[1], before)
        else:
            before += _sample([(op, argument)])


REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, getattr(_constants, "POSSESSIVE_REPEAT", None))


def _sample(parsed: Any) -> str:
    """A short text that the parsed part matches."""
    text = ""
    for op, argument in parsed:
        if op is _constants.LITERAL:
            text += chr(argument)
        elif op in (_constants.IN, _constants.ANY, _constants.NOT_LITERAL):
            text += _one_of(op, argument)
        elif op in REPEATS:
            text += _sample(argument[2]) * max(argument[0], 1)
        elif op is _constants.SUBPATTERN:
            text += _sample(argument[-1])
        elif op is _constants.BRANCH:
            text += _sample(argument[1][0])
    return text


def _one_of(op: Any, argument: Any) -> str:
    """A character of a set; a set that begins with a literal has that one."""
    if op is _constants.IN and argument[0][0] is _constants.LITERAL:
        return chr(argument[0][1])
    if op is _constants.IN and argument[0][0] is _constants.RANGE:
        return chr(argument[0][1][0])
    parsed = _parser.parse("")
    parsed.append((op, argument))
    single = re._compiler.compile(parsed)  # type: ignore[attr-defined]
    return next((sample for sample in SAMPLES if single.fullmatch(sample)), "a")


PATTERNS = list(patterns())


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_no_text_is_slow_for_a_pattern(name: str, pattern: re.Pattern[str]) -> None:
    for text in attacks(pattern):
        for use in uses(name):
            assert _soon(getattr(pattern, use), text), (name, use, text[:60])


@pytest.mark.parametrize("slow", [r"(?:a+)+b", r"\s+$", r"[ab]*a*[ab]*c", r"(?:\w+\s?)*;"])
def test_a_pattern_that_is_slow_is_seen(slow: str) -> None:
    pattern = re.compile(slow)
    assert not all(_soon(pattern.search, text) for text in attacks(pattern))


def _soon(use: Callable[[str], object], text: str) -> bool:
    """Whether a use is through before patience ends; the regular expression engine heeds the alarm."""
    try:
        with _alarm():
            start = time.process_time()
            use(text)
            return time.process_time() - start < PATIENCE
    except TimeoutError:
        return False


@contextmanager
def _alarm() -> Iterator[None]:
    if not hasattr(signal, "setitimer"):  # Windows has no alarm: what is exponential never ends there
        yield
        return

    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
