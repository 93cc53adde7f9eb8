"""Where nodes stand: apart, the same each time, neighbours nearer than strangers."""

from itertools import combinations
from math import dist
from statistics import mean

import networks_made as made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.network import Edge, Network, Node
from graph.picture.bends import bends
from graph.picture.characters import printable
from graph.picture.labels import LINE, LINES, label_lines, label_size
from graph.picture.layout import SHAPES, components, layout, layouts
from graph.picture.marking import marked
from graph.picture.measures import degrees, radius


def network(nodes: int, ties: list[tuple[int, int]]) -> Network:
    return Network(
        tuple(Node(str(i), "organisation", f"Organisation {i}") for i in range(nodes)),
        tuple(Edge(str(a), str(b), "supports", "asserted", "explicit") for a, b in ties),
    )


NETWORKS = st.integers(1, 24).flatmap(
    lambda n: st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=40).map(
        lambda ties: network(n, ties)
    )
)


Places = dict[str, tuple[int, int]]
Box = tuple[float, float, float, float]


def boxed(drawn: Network, where: Places) -> dict[str, Box]:
    counts = degrees(drawn)
    boxes = {}
    for node in drawn.nodes:
        (x, y), r = where[node.iri], radius(counts[node.iri])
        wide, high = label_size(label_lines(node.name))
        boxes[node.iri] = (x - max(r, wide / 2), y - r, x + max(r, wide / 2), y + r + high)
    return boxes


def overlapping(drawn: Network, where: Places) -> list[tuple[str, str]]:
    boxes = boxed(drawn, where)
    return [
        (a, b)
        for (a, p), (b, q) in combinations(boxes.items(), 2)
        if p[0] < q[2] and q[0] < p[2] and p[1] < q[3] and q[1] < p[3]
    ]


@settings(max_examples=60, deadline=None)
@given(NETWORKS)
def test_no_label_stands_on_another(drawn: Network) -> None:
    assert overlapping(drawn, layout(drawn)) == []


@pytest.mark.parametrize(
    "drawn", [made.three(), made.sample(), made.large(120, 160, 5)], ids=["3", "43", "120"]
)
def test_no_label_stands_on_another_in_real_ones(drawn: Network) -> None:
    for where in layouts(drawn, SHAPES):
        assert overlapping(drawn, where) == []


def test_a_narrow_shape_is_narrower_and_keeps_each_piece_as_it_is() -> None:
    drawn = made.sample()
    wide, *_, narrow = layouts(drawn, SHAPES)
    assert wide == layout(drawn)
    shares = []
    for where in (wide, narrow):
        left, top, right, bottom = zip(*boxed(drawn, where).values(), strict=True)
        shares.append((max(right) - min(left)) / (max(bottom) - min(top)))
    assert shares[0] > 1 > shares[1]
    for edge in drawn.edges:
        (a, b), (c, d) = (((where[edge.source]), where[edge.target]) for where in (wide, narrow))
        assert dist(a, b) == pytest.approx(dist(c, d), abs=1.5)  # places are whole pixels


@settings(max_examples=20, deadline=None)
@given(NETWORKS)
def test_the_same_network_stands_the_same(drawn: Network) -> None:
    assert layout(drawn) == layout(drawn)


def test_thousands_stand_the_same_and_apart() -> None:
    drawn = made.large(2000, 4000)
    where = layout(drawn)
    assert where == layout(drawn)
    assert len(set(where.values())) == 2000


def test_neighbours_stand_nearer_than_strangers() -> None:
    drawn = made.large(300, 450, 3)
    where = layout(drawn)
    near = mean(dist(where[edge.source], where[edge.target]) for edge in drawn.edges)
    far = mean(dist(a, b) for a, b in combinations(list(where.values())[:100], 2))
    assert near < far / 2


def test_an_empty_network_has_no_places() -> None:
    assert layout(made.EMPTY) == {}


def test_pieces_are_told_apart_the_largest_first() -> None:
    assert components([[1], [0], [], [4], [3, 5], [4]]) == [[3, 4, 5], [0, 1], [2]]


@given(st.text(max_size=200))
def test_a_label_is_a_few_short_lines(name: str) -> None:
    lines = label_lines(name)
    assert 1 <= len(lines) <= LINES
    assert all(line and len(line) <= LINE + 6 for line in lines)


def test_a_label_breaks_between_words() -> None:
    assert label_lines("Region Jämtland Härjedalen") == ("Region Jämtland", "Härjedalen")


@given(st.text())
def test_printable_text_is_xml_and_utf8(text: str) -> None:
    clean = printable(text)
    clean.encode("utf-8")
    assert printable(clean) == clean
    assert not any(ord(letter) < 32 and letter not in "\t\n" for letter in clean)


def test_ties_between_the_same_two_bend_apart_whatever_their_direction() -> None:
    edges = network(2, [(0, 1), (1, 0), (0, 1), (1, 1), (1, 1)]).edges
    found = bends(edges)
    # seen from 0 to 1, the arc of a tie the other way is on the other side
    seen = [bend.arc if edge.source == "0" else -bend.arc for edge, bend in zip(edges, found, strict=True)][
        :3
    ]
    assert len(set(seen)) == 3
    assert sum(seen) == pytest.approx(0)
    assert [bend.loop for bend in found[3:]] == [0, 1]


def test_a_tie_alone_is_straight() -> None:
    assert [bend.arc for bend in bends(network(3, [(0, 1), (1, 2)]).edges)] == [0, 0]


def test_a_quote_is_marked_across_a_broken_line() -> None:
    found = made.sample().evidence
    pieces = [marked(one) for one in found.values() if "nytt företagsstöd" in one.quote]
    assert [words for words, flag in pieces[0] if flag] == ["nytt företagsstöd"]


def test_marked_pieces_are_the_quote() -> None:
    for one in made.sample().evidence.values():
        assert "".join(words for words, _ in marked(one)) == one.quote
        assert any(flag for _, flag in marked(one))


def test_marks_stand_where_furniture_was_skipped_and_a_word_was_healed() -> None:
    text = "vi stöd-\nSIDA 2\njer Norr\u00adsken Kraft nu"
    start = text.index("SIDA")
    kraft = text.index("Norr")
    one = made.evidence_of(
        text,
        "vi stödjer Norrsken Kraft nu",
        ((kraft, kraft + len("Norr\u00adsken Kraft")),),
        ((start, start + 7),),
    )
    assert marked(one) == [("vi stödjer ", False), ("Norrsken Kraft", True), (" nu", False)]
