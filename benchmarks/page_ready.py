"""Prints how soon the page of 2,000 nodes and 4,000 ties is ready in Chromium, ours and stock pyvis' own.

`make bench`. Both are opened offline, in turns, in the same Chromium and the same run. Ours is ready when its
nodes are drawn. Stock pyvis is ready when vis-network's physics have come to rest, before which the nodes are
under way and a bar covers them; its page carries its scripts inline, and what it would fetch is refused.
"""

import os
import random
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network as StockNetwork

from graph.model.answers import Evidence
from graph.model.network import Edge, Network, Node
from graph.picture.page import page as our_page

NODES, EDGES, ROUNDS = 2000, 4000, 3
PATIENCE = 600
"""Seconds after which a page that is still not ready is counted as that."""

WANTED = 50
"""How many times sooner ours is to be."""

READY = "html[data-ready]"
WATCH = """
const watch = setInterval(() => {
  if (typeof network === 'undefined' || !network) return;
  clearInterval(watch);
  network.once('stabilizationIterationsDone', () => { document.documentElement.dataset.ready = 'still'; });
}, 1);
"""


def network() -> Network:
    """Few hubs and many leaves, as real ones are; each tie with a quote of its own."""
    chance = random.Random(11)  # noqa: S311 - a picture to measure, no secret
    kinds = ("organisation", "organisation", "person", "person", "project", "scheme", "place", "event")
    nodes = [Node(f"n{i}", chance.choice(kinds), f"Aktör nummer {i}", (), ()) for i in range(NODES)]
    ends = [0, 1]
    edges: list[Edge] = []
    evidence: dict[str, Evidence] = {}
    while len(edges) < EDGES:
        i = len(edges)
        a = i + 1 if i + 1 < NODES else chance.randrange(NODES)
        b = chance.choice(ends)
        if a != b:
            ends += (a, b)
            evidence[f"e{i}"] = _evidence(i)
            edges.append(Edge(f"n{a}", f"n{b}", "supports", "asserted", "explicit", evidence=(f"e{i}",)))
    return Network(
        tuple(nodes), tuple(edges), evidence, (("0" * 64, "Möte", "2021-04-19", "m.txt"),), "2 000 noder"
    )


def _evidence(i: int) -> Evidence:
    quote = f"Vi jobbar tillsammans med aktör {i} för att få bra förutsättningar för etableringen."
    return Evidence(
        document="0" * 64,
        title="Möte",
        date="2021-04-19",
        start=0,
        end=len(quote),
        skipped=(),
        line=i,
        page=None,
        text=quote,
        quote=quote,
        words=((3, 9),),
        statement=quote,
        heading=None,
        speakers=("Åsa Öberg",),
        attribution="carried",
        organisation="IUC",
        part_of=None,
        status="asserted",
        file="m.txt",
    )


def stock(drawn: Network) -> str:
    """What pyvis itself makes of the same network, as its documentation begins."""
    made = StockNetwork(directed=True, cdn_resources="in_line", heading=drawn.title)
    for node in drawn.nodes:
        made.add_node(node.iri, label=node.name, title=node.name)
    for edge in drawn.edges:
        made.add_edge(edge.source, edge.target, title=drawn.evidence[edge.evidence[0]].quote)
    return str(made.generate_html())


def seconds(browser: Browser, file: Path, watch: str = "") -> float:
    """From asking for the page until it says that it is ready; nothing but the file is let through."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page: Page = context.new_page()
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    if watch:
        page.add_init_script(watch)
    start = time.perf_counter()
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_selector(READY, state="attached", timeout=PATIENCE * 1000)
    taken = time.perf_counter() - start
    context.close()
    return taken


def main() -> None:
    """Measures, prints both and how many times sooner; exit code 1 when that is too few."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    drawn = network()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ours, theirs = Path(folder) / "ours.html", Path(folder) / "stock.html"
        ours.write_text(our_page(drawn), encoding="utf-8", newline="")
        theirs.write_text(stock(drawn), encoding="utf-8", newline="")
        browser = playwright.chromium.launch(
            executable_path=chromium, headless=True, chromium_sandbox=False, args=["--disable-gpu"]
        )
        seconds(browser, ours)  # Chromium's own first start is nobody's page
        fast = [seconds(browser, ours) for _ in range(ROUNDS)]
        slow = seconds(browser, theirs, WATCH)
        fast += [seconds(browser, ours) for _ in range(ROUNDS)]
        browser.close()
        sizes = [file.stat().st_size / 1e6 for file in (ours, theirs)]
    middle = sorted(fast)[len(fast) // 2]
    print(f"{NODES} nodes, {EDGES} ties")
    print(f"ours   ready after {middle:7.2f} s ({min(fast):.2f}-{max(fast):.2f}), {sizes[0]:.1f} MB")
    print(f"pyvis  ready after {slow:7.2f} s, {sizes[1]:.1f} MB")
    print(f"{slow / middle:.0f} times sooner (wanted: {WANTED})")
    raise SystemExit(0 if slow / middle >= WANTED else 1)


if __name__ == "__main__":
    main()
