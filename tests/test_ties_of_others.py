"""Ties of 300 short texts that somebody wrote and marked who had not seen the rules.

`tuned.jsonl` was looked at while the rules were written, `unseen.jsonl` only counted. The figures are those
reached, less two points: a rule that helps one class of sentences may not cost another.
"""

from pathlib import Path

import pytest
from ties_scored import score

HERE = Path(__file__).parent / "relations"
REACHED = {"tuned": (0.98, 0.98), "unseen": (0.98, 0.665)}


@pytest.mark.parametrize("half", REACHED)
def test_ties_are_found_as_well_as_they_were(half: str) -> None:
    counts = score(HERE / f"{half}.jsonl")
    precision, recall = REACHED[half]
    assert (counts.precision >= precision, counts.recall >= recall) == (True, True), counts


@pytest.mark.parametrize("half", REACHED)
def test_what_is_no_tie_gives_none(half: str) -> None:
    counts = score(HERE / f"{half}.jsonl")
    assert counts.empty >= 30
    assert counts.clean == counts.empty
