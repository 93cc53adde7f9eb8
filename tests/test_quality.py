"""The repository's own gold is read as well as the committed table says, and the page shows it."""

import json
from pathlib import Path

import pytest

from graph.evaluation.quality import PAGE, TABLE, figures, own_gold, page
from graph.evaluation.scores import Scores

POINT = 0.01


@pytest.fixture(scope="module")
def own() -> dict[str, Scores]:
    return own_gold(Path(__file__).parent.parent)


def test_no_figure_falls_more_than_a_point(own: dict[str, Scores], root: Path) -> None:
    held = json.loads((root / TABLE).read_text(encoding="utf-8"))
    now = figures(own)
    fallen = {
        f"{name}: {key}": (before, now.get(name, {}).get(key))
        for name, table in held.items()
        for key, before in table.items()
        if now.get(name, {}).get(key, 0.0) < before - POINT
    }
    assert fallen == {}, "better it, or say why in the commit and run make quality"


def test_every_set_of_gold_is_in_the_table(own: dict[str, Scores], root: Path) -> None:
    assert own.keys() == json.loads((root / TABLE).read_text(encoding="utf-8")).keys()
    assert all(scores.missing == () and scores.faults == () for scores in own.values())


def test_the_page_is_the_same_each_time_and_quotes_only_our_own_texts(
    own: dict[str, Scores], root: Path
) -> None:
    assert page(own, {}) == page(own, {})
    assert "unseen: " in page({"unseen": own["constructed"]}, {})
    assert "Examples" not in page({"unseen": own["seed"]}, {})
    other = {"elsewhere": own["constructed"]}
    assert "Examples" not in page({"seed": own["seed"]}, other)
    assert (root / PAGE).exists()
