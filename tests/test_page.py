"""The page of the network, as a person finds her way in it: in a real Chromium, by role and name."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import networks_made as made
import pytest
from playwright.sync_api import Locator, Page, expect

from graph.model.network import Network
from graph.picture.page import page as written
from graph.wording.sentences import Language

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

MIDDLE_OF_GREEN = """() => {
  const c = document.querySelector('#canvas canvas'), k = c.width / c.clientWidth;
  const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
  let x = 0, y = 0, n = 0;
  for (let i = 0; i < d.length; i += 4) {
    if (d[i] !== 0x1f || d[i + 1] !== 0x8a || d[i + 2] !== 0x4d) continue;
    x += (i / 4) % c.width; y += Math.floor(i / 4 / c.width); n += 1;
  }
  return [x / n / k, y / n / k];
}"""


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Iterator[Open]:
    """Opens a network's page; nothing may be asked of the network, nothing may reach the console."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    def open_(network: Network, address: str = "", lang: Language = "sv") -> Page:
        file = tmp_path / "network.html"
        file.write_text(written(network, lang), encoding="utf-8", newline="")
        page.goto(file.as_uri() + address)
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []


def evidence(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Belägg")


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def test_an_edge_opens_the_words_it_rests_on(opened: Open) -> None:
    page = opened(made.sample())
    search(page, "Synsams eta")
    page.get_by_role("button", name="stöds av IUC").click()
    panel = evidence(page)
    expect(panel).to_contain_text("få bra förutsättningar för Synsams etablering")
    expect(panel.locator("mark")).to_have_text("Synsams etablering")
    expect(panel).to_contain_text("Stefan Fredriksson, IUC")
    expect(panel).to_contain_text("Anteckningar näringslivsdialog 19 april 2021")
    expect(panel).to_contain_text(re.compile(r"rad 15\d"))


def test_a_node_is_found_by_another_form_of_its_name(opened: Open) -> None:
    page = opened(made.sample())
    search(page, "miun")
    expect(evidence(page).get_by_role("heading", level=2)).to_have_text("Mittuniversitetet")
    expect(evidence(page)).to_contain_text("MIUN")


def test_search_moves_with_arrows_and_closes_with_escape(opened: Open) -> None:
    page = opened(made.sample())
    box = page.get_by_role("combobox")
    box.fill("region")
    options = page.get_by_role("option")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(options).to_have_count(0)


def test_back_and_forward_walk_what_was_chosen(opened: Open) -> None:
    page = opened(made.sample())
    heading = evidence(page).get_by_role("heading", level=2)
    search(page, "almi")
    expect(heading).to_have_text("Almi")
    search(page, "woolpower")
    expect(heading).to_have_text("Woolpower")
    page.go_back()
    expect(heading).to_have_text("Almi")
    page.go_forward()
    expect(heading).to_have_text("Woolpower")


def test_an_address_opens_a_node_or_an_edge(opened: Open) -> None:
    network = made.sample()
    page = opened(network, "#node=" + quote(made.iri("Almi"), safe=""))
    expect(evidence(page).get_by_role("heading", level=2)).to_have_text("Almi")
    evidence(page).get_by_role("button", name="erbjuder Brygglån").click()
    address = page.url
    assert "#edge=" in address
    page.goto("about:blank")
    page.goto(address)
    expect(evidence(page)).to_contain_text("vi har konverterat de första lånen")


@pytest.mark.parametrize("address", ["#node=nobody", "#edge=%E0%A4%A", "#", "#node="])
def test_an_address_that_names_nothing_opens_the_beginning(opened: Open, address: str) -> None:
    page = opened(made.three(), address)
    expect(evidence(page)).to_contain_text("3 noder")


def test_a_click_in_the_picture_chooses_what_is_there(opened: Open) -> None:
    page = opened(made.three())
    canvas = page.locator("#canvas").bounding_box()
    assert canvas
    # the layout's own places, through vis-network's eyes, would be circular: look for the node's colour
    where = page.evaluate(MIDDLE_OF_GREEN)
    page.mouse.click(canvas["x"] + where[0], canvas["y"] + where[1])
    expect(evidence(page).get_by_role("heading", level=2)).to_have_text("hamnen i Luleå")


def test_parallel_ties_stand_each_in_panel_and_table(opened: Open) -> None:
    page = opened(made.three())
    search(page, "norrsken")
    for name in ("samarbetar med Alm AB", "finansierar hamnen i Luleå", "planerar hamnen i Luleå"):
        expect(evidence(page).get_by_role("button", name=name)).to_be_visible()
    page.locator("#ties > summary").click()
    expect(page.locator("#table tbody tr")).to_have_count(4)


def test_the_table_sorts_and_opens_the_panel(opened: Open) -> None:
    page = opened(made.sample())
    page.locator("#ties > summary").press("Enter")
    to = page.get_by_role("columnheader", name="Till")
    to.get_by_role("button").click()
    expect(to).to_have_attribute("aria-sort", "ascending")
    first = page.locator("#table tbody tr").first
    expect(first.locator("td").nth(2)).to_have_text("Almi")
    to.get_by_role("button").click()
    expect(to).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Belägg: Almi erbjuder Brygglån").click()
    expect(evidence(page)).to_contain_text("vi har konverterat de första lånen")
    expect(evidence(page)).to_be_focused()


def test_the_legend_counts_and_filters(opened: Open) -> None:
    page = opened(made.sample(computed=True))
    page.locator("#ties > summary").click()
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(38)
    person = page.locator("#filters").get_by_role("button", name="person 16")
    person.click()
    expect(person).to_have_attribute("aria-pressed", "false")
    expect(rows).to_have_count(38 - 16)
    person.click()
    page.locator("#filters").get_by_role("button", name=re.compile("samma möte")).click()
    expect(rows).to_have_count(35)


def test_dark_follows_the_system_and_the_button(opened: Open) -> None:
    page = opened(made.three())
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    dark = page.locator("#dark")
    expect(dark).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(ground) != light
    dark.click()
    assert page.evaluate(ground) == light


@pytest.mark.parametrize(
    ("button", "suffix", "begins"), [("PNG", "png", b"\x89PNG"), ("SVG", "svg", b"<svg")]
)
def test_the_picture_is_saved_from_the_page(
    opened: Open, button: str, suffix: str, begins: bytes, tmp_path: Path
) -> None:
    page = opened(made.sample())
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    assert waiting.value.suggested_filename.endswith(f".{suffix}")
    saved = tmp_path / f"saved.{suffix}"
    waiting.value.save_as(saved)
    content = saved.read_bytes()
    assert content.startswith(begins)
    if suffix == "svg":
        text = content.decode("utf-8")
        for words in ("Anteckningar näringslivsdialog 19 april 2021", "Källa:", "2021-04-19", "organisation"):
            assert words in text


def test_a_phone_shows_all_of_it_without_scrolling_sideways(opened: Open, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(made.sample(), "#node=" + quote(made.iri("IUC"), safe=""))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator("#canvas")).to_be_visible()
    expect(evidence(page).get_by_role("button", name="stöder Synsams etablering")).to_be_visible()


def test_an_empty_network_says_so(opened: Open) -> None:
    page = opened(made.EMPTY)
    expect(page.locator("#picture .empty")).to_be_visible()


def test_english_speaks_english(opened: Open) -> None:
    page = opened(made.sample(), "#node=" + quote(made.iri("Synsams etablering"), safe=""), "en")
    panel = page.get_by_role("complementary", name="Evidence")
    panel.get_by_role("button", name="supported by IUC").click()
    expect(panel).to_contain_text("supports")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_keyboard_walks_the_picture(opened: Open) -> None:
    page = opened(made.three())
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    expect(evidence(page).get_by_role("heading", level=2)).to_have_text("hamnen i Luleå")
    page.keyboard.press("Escape")
    expect(evidence(page)).to_contain_text("3 noder")


def test_unnamed_parties_show_whom_they_may_be(opened: Open) -> None:
    page = opened(made.sample(), "#node=" + quote(made.iri("kommunen"), safe=""))
    expect(evidence(page)).to_contain_text("Östersunds kommun – den enda kommun som rapporterar")
