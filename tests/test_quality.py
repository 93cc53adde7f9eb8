"""The repository's own gold is read as well as the committed table says, and the page shows it."""

import json
from pathlib import Path

import pytest

from graph.evaluation.quality import OWN, PAGE, RECOVERED, TABLE, UNTOLD, figures, own_gold, page
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


def sections(text: str) -> dict[str, str]:
    """A page's sections by their headings."""
    return {part.splitlines()[0]: part.rstrip() for part in text.split("\n## ")}


def test_the_committed_page_is_what_a_run_of_today_writes(own: dict[str, Scores], root: Path) -> None:
    held = sections((root / PAGE).read_text(encoding="utf-8"))
    now = sections(page(own, {}, (root / RECOVERED).read_text(encoding="utf-8")))
    old = {title.split(":")[0] for title, text in now.items() if held.get(title) != text}
    assert old == set(), "run make quality and read what changed"


def test_a_set_that_nobody_has_described_has_its_place_on_the_page(tmp_path: Path) -> None:
    for name in ("nytt", "dialogues", "annat"):
        folder = tmp_path / OWN / name
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text("Almi lånar ut mer än i fjol.", encoding="utf-8")
        line = {
            "kind": "mention",
            "start": 0,
            "end": 4,
            "text": "Almi",
            "type": "organisation",
            "canonical": "Almi",
        }
        (folder / "a.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    found = own_gold(tmp_path)
    assert list(found) == ["dialogues", "annat", "nytt"]
    assert f"## annat: 1 document\n\n{UNTOLD}" in page(found, {})


def test_a_layout_goes_by_its_name_where_no_sidecar_tells_it(own: dict[str, Scores]) -> None:
    assert [document.layout for document in own["seed"].documents] == ["bulleted"]


def test_the_page_is_the_same_each_time_and_quotes_only_our_own_texts(
    own: dict[str, Scores], root: Path
) -> None:
    assert page(own, {}) == page(own, {})
    assert "unseen: " in page({"unseen": own["constructed"]}, {})
    assert "Examples" not in page({"unseen": own["seed"]}, {})
    other = {"elsewhere": own["constructed"]}
    assert "Examples" not in page({"seed": own["seed"]}, other)
    assert (root / PAGE).exists()
