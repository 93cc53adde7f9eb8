"""Meetings made by chance come back from every layout, with and without noise."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from models_made import MODELS, Model, drawn
from outlines_shown import holds_the_laws
from recovery import LAYOUTS, made, recover, shares
from sheets_written import LOUD, QUIET, Noise

from graph.reading.documents.formats import document_from_bytes
from graph.reading.outline.choice import outline
from graph.reading.pipeline import read_bytes

DOCUMENTS = 2
CLEAN, NOISY, WORDS = 0.9, 0.85, 0.8
"""Least share of statements with the right speaker, without noise and with all of it; with the right words."""
FALLS_SHORT = {
    ("headings over prose", "pdf, two columns"): 0.8,
    ("prose by verbs", "pdf, two columns"): 0.3,
    ("press release", "text"): 0.85,
}
"""A heading at the top of a column loses the empty line below it; lines of narrow columns may run together; a
question before its speaker stands alone."""
NOISES = st.builds(Noise, *[st.booleans()] * 5)
PLAIN = [pair for pair in LAYOUTS if pair[1] == "text"]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(MODELS, st.sampled_from(PLAIN), NOISES, st.integers(0, 2**16))
def test_no_layout_and_no_noise_breaks_the_laws(
    model: Model, layout: tuple[str, str], noise: Noise, seed: int
) -> None:
    file = made(*layout, model, Random(seed), noise)  # noqa: S311  # chance, no secret
    document = document_from_bytes(file.name, file.content)
    holds_the_laws(document, outline(document))


@pytest.mark.parametrize(("layout", "kind"), LAYOUTS, ids=lambda value: value)
@pytest.mark.parametrize("noise", [QUIET, LOUD], ids=["quiet", "noisy"])
def test_a_meeting_comes_back(layout: str, kind: str, noise: Noise) -> None:
    found = shares(recover(layout, kind, noise, DOCUMENTS))
    speaker, words = found["speaker"], found["words"]
    assert speaker is not None
    assert words is not None
    floor = FALLS_SHORT.get((layout, kind), NOISY if noise.any else CLEAN)
    assert speaker >= floor
    assert words >= min(floor, WORDS)


def test_the_same_meeting_is_written_in_the_same_bytes() -> None:
    for layout, kind in PLAIN:
        one, other = (recover(layout, kind, LOUD, 1) for _ in range(2))
        assert one == other


def test_reading_twice_is_reading_once() -> None:
    random = Random(7)  # noqa: S311
    file = made(*PLAIN[0], drawn(random), random, LOUD)
    assert read_bytes(file.name, file.content) == read_bytes(file.name, file.content)
