"""Whatever words the minutes hold, the page shows them as words; and anybody can use it."""

import json
import re
from pathlib import Path

import networks_made as made
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from graph.picture.page import page as written

CALL = "window.__fired=(window.__fired||0)+1"
TAGS = [
    f"<script>{CALL}</script>",
    f"</script><script>{CALL}</script>",
    f"</title><script>{CALL}</script>",
    f"</style><script>{CALL}</script>",
    f"<!--<script>{CALL}</script>-->",
    f"--><script>{CALL}</script>",
    f"]]><script>{CALL}</script>",
    f"</textarea><script>{CALL}</script>",
    f"</noscript><script>{CALL}</script>",
    f"<script type=module>{CALL}</script>",
    f"<script src=\"data:text/javascript,{CALL}\"></script>",
    f"<ScRiPt>{CALL}</sCrIpT>",
    f"<img src=x onerror=\"{CALL}\">",
    f"<img src=x onerror={CALL}//",
    f"<img/src=x/onerror={CALL}>",
    f"\"><img src=x onerror=\"{CALL}\">",
    f"'><img src=x onerror='{CALL}'>",
    f"`><img src=x onerror=`{CALL}`>",
    f"<image href=x onerror=\"{CALL}\">",
    f"<svg onload=\"{CALL}\">",
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><animate onbegin=\"{CALL}\" attributeName=x dur=1s>",
    f"<svg><a xlink:href=\"javascript:{CALL}\"><text>x</text></a></svg>",
    f"<svg><use href=\"data:image/svg+xml,<svg id=x onload='{CALL}'/>#x\"/></svg>",
    f"<math><mtext></p><img src=x onerror=\"{CALL}\">",
    f"<body onload=\"{CALL}\">",
    f"<iframe srcdoc=\"<script>parent.{CALL}</script>\"></iframe>",
    f"<iframe src=\"javascript:parent.{CALL}\"></iframe>",
    f"<object data=\"data:text/html,<script>parent.{CALL}</script>\"></object>",
    f"<embed src=\"javascript:{CALL}\">",
    f"<details open ontoggle=\"{CALL}\"><summary>x</summary></details>",
    f"<input autofocus onfocus=\"{CALL}\">",
    f"<select autofocus onfocus=\"{CALL}\">",
    f"<video><source onerror=\"{CALL}\"></video>",
    f"<audio src=x onerror=\"{CALL}\">",
    f"<marquee onstart=\"{CALL}\">x</marquee>",
    f"<style>@import 'javascript:{CALL}';</style>",
    f"<style>*{{animation:x}}@keyframes x{{}}</style><b onanimationstart=\"{CALL}\">x</b>",
    f"<link rel=stylesheet href=\"data:text/css,*{{}}\" onload=\"{CALL}\">",
    f"<meta http-equiv=refresh content=\"0;url=javascript:{CALL}\">",
    "<base href=\"https://example.org/\">",
    f"<form action=\"javascript:{CALL}\"><button autofocus>x</button></form>",
    f"<template><script>{CALL}</script></template>",
]  # fmt: skip
WORDS = [
    f"javascript:{CALL}",
    f"\");{CALL}//",
    f"');{CALL}//",
    f"`);{CALL}//",
    f"${{{CALL}}}",
    f"{{{{{CALL}}}}}",
    f"{{% print({CALL}) %}}",
    f"\\\";{CALL}//",
    f"\\u003cscript\\u003e{CALL}\\u003c/script\\u003e",
    f"&lt;script&gt;{CALL}&lt;/script&gt;",
    f"&#60;img src=x onerror={CALL}&#62;",
    f"\u2028{CALL}\u2029",
    f"\x00<script>{CALL}</script>",
    f"\ud800<img src=x onerror=\"{CALL}\">",
    f"\u202e<svg/onload={CALL}>",
    "__proto__",
    "constructor",
]  # fmt: skip
PAYLOADS = TAGS + WORDS


def test_sixty_payloads_are_sixty() -> None:
    assert len(set(PAYLOADS)) >= 60


@pytest.mark.browser
def test_no_payload_fires_in_any_field(page: Page, tmp_path: Path) -> None:
    """Each in every field that holds words, shown in panel, search, table, tooltip and saved picture."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    file = tmp_path / "spoilt.html"
    for first in range(0, len(PAYLOADS), 6):
        some = PAYLOADS[first : first + 6]
        network = made.spoilt(*some)
        file.write_text(written(network, title=" ".join(some)), encoding="utf-8", newline="")
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready]")
        page.evaluate(
            """async () => {
              document.getElementById('ties').open = true;
              const wait = () => new Promise((done) => setTimeout(done, 0));
              const data = JSON.parse(document.getElementById('data').textContent);
              for (const node of data.nodes) {
                location.hash = '#node=' + encodeURIComponent(node.iri);
                await wait();
              }
              for (const edge of data.edges) { location.hash = '#edge=' + edge.key; await wait(); }
              document.querySelectorAll('#evidence details').forEach((one) => { one.open = true; });
              const box = document.getElementById('search');
              box.value = data.nodes[0].name.slice(0, 3); box.dispatchEvent(new Event('input')); await wait();
              document.getElementById('save-svg').click(); await wait();
            }"""
        )
        assert page.evaluate("window.__fired || 0") == 0, some
        assert page.locator("script").count() == 3, some
        assert page.locator("iframe, object, embed, img, base, link, form, video, audio").count() == 0, some
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    assert said == []


def test_the_policy_names_the_scripts_that_are_there() -> None:
    text = written(made.three())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    rules = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in rules
    assert "unsafe" not in rules
    assert rules.count("sha256-") == 3
    assert not re.search(r"\son\w+=|\sstyle=", text.split("<script")[0])


def test_the_same_network_gives_the_same_page() -> None:
    assert written(made.sample()) == written(made.sample())


def test_the_data_in_the_page_is_the_data_given() -> None:
    network = made.spoilt("</script><!-- &amp; <b>å</b>")
    text = written(network)
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert block
    assert [node["name"] for node in json.loads(block[1])["nodes"]] == [node.name for node in network.nodes]


@pytest.mark.browser
@pytest.mark.parametrize("dress", ["light", "dark", "phone"])
def test_nobody_is_shut_out(page: Page, tmp_path: Path, dress: str) -> None:
    """Axe finds nothing: at the beginning, with an edge chosen, with the table open."""
    file = tmp_path / "network.html"
    file.write_text(written(made.sample(computed=True)), encoding="utf-8", newline="")
    page.emulate_media(color_scheme="dark" if dress == "dark" else "light")
    if dress == "phone":
        page.set_viewport_size({"width": 390, "height": 844})
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]")
    axe = Axe()
    choose = "document.querySelector('#evidence .choices button').click()"
    unfold = "for (const name of ['ties', 'legend']) document.getElementById(name).open = true"
    for step in ("", choose, choose, unfold):  # the beginning, a node, one of its edges, the table
        page.evaluate(f"() => {{ {step} }}")
        page.wait_for_timeout(60)
        found = axe.run(page)
        assert found.violations_count == 0, found.generate_report()
