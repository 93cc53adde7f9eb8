// Search by name and by every other form of it; Enter chooses, the arrows move.

import { DATA, fold, NODES } from "./data.js";
import { byId, element } from "./dom.js";
import { kindIcon } from "./shapes.js";
import { choose } from "./view.js";

const box = byId("search"), list = byId("hits");
const known = NODES.map((node) => ({ node, names: [node.name, ...node.aliases].map(fold) }));
let at = 0;

// How well a name fits: its start before a word's start before its inside; the better tied first.
function rank(names, words) {
  return Math.min(...names.map((name, i) => {
    const found = name.indexOf(words);
    if (found < 0) return 9;
    return (found === 0 ? (name === words ? 0 : 1) : /[\p{L}\p{N}]/u.test(name[found - 1]) ? 3 : 2) + (i ? 0.5 : 0);
  }));
}

function hits(words) {
  if (!words) return [];
  return known.map(({ node, names }) => [rank(names, words), node]).filter(([fit]) => fit < 9)
    .sort((a, b) => a[0] - b[0] || b[1].degree - a[1].degree || a[1].name.localeCompare(b[1].name, DATA.lang))
    .slice(0, 8).map(([, node]) => node);
}

function mark() {
  [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
  if (list.children[at]) box.setAttribute("aria-activedescendant", list.children[at].id);
  else box.removeAttribute("aria-activedescendant");
}

function open(nodes) {
  list.replaceChildren(...nodes.map((node, i) => element("li", {
    role: "option", id: `hit-${i}`, onclick: () => pick(node), onmousedown: (event) => event.preventDefault(),
  }, element("span", { class: "kind" }, kindIcon(node.kind), node.name))));
  list.hidden = !nodes.length;
  box.setAttribute("aria-expanded", String(nodes.length > 0));
  at = 0;
  mark();
}

function pick(node) {
  open([]);
  box.value = "";
  choose("node", node.iri);
  byId("evidence").focus({ preventScroll: true }); // what was looked for is read there
}

export function startSearch() {
  let found = [];
  box.addEventListener("input", () => open((found = hits(fold(box.value.trim())))));
  box.addEventListener("blur", () => open([]));
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      at = (at + step + found.length) % found.length;
      mark();
    } else if (event.key === "Enter") {
      found = hits(fold(box.value.trim()));
      if (found[at]) pick(found[at]);
    } else if (event.key === "Escape") open([]);
  });
  addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      box.focus();
    }
  });
}
