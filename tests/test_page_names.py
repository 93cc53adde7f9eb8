"""Names on the page: written where there is room, whole at every edge, on a wide screen and on a telephone."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import networks_made as made
import pytest
from playwright.sync_api import Page

from graph.model.network import Edge, Network, Node
from graph.picture.page import page as written

pytestmark = pytest.mark.browser

# What the picture writes, and from where to where on the screen.
WATCHED = """
window.named = [];
const write = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (words, x, y) {
  if (this.canvas.isConnected && this.textBaseline === "top") {
    const at = this.getTransform(), k = this.canvas.width / this.canvas.clientWidth, half = this.measureText(words).width / 2;
    window.named.push([words, (at.a * (x - half) + at.e) / k, (at.a * (x + half) + at.e) / k]);
  }
  return write.apply(this, arguments);
};
"""
Names = list[tuple[str, float, float]]
SCREENS = {"laptop": (1280, 800), "screen": (1920, 1080), "telephone": (390, 844)}


@pytest.fixture
def shown(page: Page, tmp_path: Path) -> Callable[[Network, tuple[int, int]], Page]:
    """Opens a network's page on a screen of a size."""
    page.add_init_script(WATCHED)

    def open_(network: Network, size: tuple[int, int]) -> Page:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        file = tmp_path / "network.html"
        file.write_text(written(network, "sv"), encoding="utf-8", newline="")
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready]")
        return page

    return open_


def names(page: Page, act: Callable[[], None]) -> Names:
    """Every line that is written when the picture is drawn after something was done."""
    page.evaluate("window.named = []")
    act()
    for _ in range(100):  # not wait_for_function: the page's policy lets nothing be evaluated in it
        page.wait_for_timeout(30)
        found: Names = page.evaluate("window.named")
        if found:
            return found
    raise AssertionError("nothing was drawn")


def whole(page: Page) -> Names:
    return names(page, page.get_by_role("button", name="Visa allt").click)


def cut(found: Names, width: float) -> Names:
    return [line for line in found if line[1] < 0 or line[2] > width]


def wide_names() -> Network:
    """A chain whose ends have the longest names."""
    ends = ("Näringslivsutvecklingsbolaget Västernorrland", "stöd till ekonomisk rådgivning och konsultation")
    nodes = (ends[0], "Almi", "IUC", "Coompanion", ends[1])
    return Network(
        tuple(Node(name, "organisation", name) for name in nodes),
        tuple(Edge(a, b, "supports", "asserted", "explicit") for a, b in pairwise(nodes)),
    )


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("network", [made.three(), made.sample(), wide_names()], ids=["3", "43", "wide"])
def test_no_name_is_cut_by_the_edge(
    shown: Callable[[Network, tuple[int, int]], Page], network: Network, size: tuple[int, int]
) -> None:
    page = shown(network, size)
    width: float = page.evaluate("document.querySelector('#canvas').clientWidth")
    assert cut(whole(page), width) == []
    page.locator("#canvas").focus()
    for _ in range(2):
        assert cut(names(page, lambda: page.keyboard.press("+")), width) == []


@pytest.mark.parametrize(("size", "least"), [(SCREENS["laptop"], 0.9), (SCREENS["telephone"], 0.5)])
def test_most_names_are_there_at_first_sight(
    shown: Callable[[Network, tuple[int, int]], Page], size: tuple[int, int], least: float
) -> None:
    network = made.sample()
    lines = {words for words, _, _ in whole(shown(network, size))}
    there = [node for node in network.nodes if node.name.split()[0] in {line.split()[0] for line in lines}]
    assert len(there) >= least * len(network.nodes)
