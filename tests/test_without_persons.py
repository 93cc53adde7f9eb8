"""A network without persons: no byte of any format names one."""

from pathlib import Path

import pytest
from names_left import SAMPLE, TWO, written

from graph.knowledge.store.scan import holds
from graph.library import Library

ENDINGS = ("html", "svg", "png", "pdf", "xlsx", "gexf", "graphml", "csv", "json")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return written(tmp_path, one=TWO, two=SAMPLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("computed", [False, True])
def test_no_format_names_a_person(library: Library, tmp_path: Path, computed: bool) -> None:
    names = {str(row["name"]) for row in library.actors(kind="person").rows}
    whole = {name for name in names if " " in name}
    assert len(whole) > 10
    for ending in ENDINGS:
        place = tmp_path / f"network.{ending}"
        library.save_network(place, persons=False, computed=computed)
        assert not holds(place, whole, {"Bergqvist", "Fredriksson"}), ending


def test_places_hold_and_organisations_stay(library: Library) -> None:
    bare, masked = library.drawn(), library.drawn(persons=False)
    held = {(one.document, one.start, one.end): one for one in bare.evidence.values()}
    for one in masked.evidence.values():
        assert one.speakers == ()
        assert len(one.text) == one.end - one.start or len(one.text) == 1500
        before = held.get((one.document, one.start, one.end))
        assert before is None or len(before.quote) == len(one.quote)
    assert {"Almi", "IUC"} <= {node.name for node in masked.nodes}
