// All ties as a table, for the keyboard, the screen reader, and whoever likes lists. Made when it is opened.

import { BY_IRI, DATA, EDGES, filled, term, tieWords, WORDS } from "./data.js";
import { byId, element } from "./dom.js";
import { choose, edgeShown } from "./view.js";

const COLUMNS = [
  ["from", (edge) => BY_IRI.get(edge.from).name],
  ["relation", (edge) => tieWords(edge, true)],
  ["to", (edge) => BY_IRI.get(edge.to).name],
  ["status", (edge) => (edge.computed ? WORDS.computed : term("status", edge.status))],
];
let column = 0, rising = true;

function row(edge) {
  const cells = COLUMNS.map(([, value]) => element("td", {}, value(edge)));
  const label = `${WORDS.evidence}: ${BY_IRI.get(edge.from).name} ${tieWords(edge, true)} ${BY_IRI.get(edge.to).name}`;
  const open = element("button", {
    type: "button", "aria-label": label,
    onclick: () => {
      choose("edge", edge.key);
      byId("evidence").focus({ preventScroll: true });
      byId("evidence").scrollIntoView({ block: "nearest" });
    },
  }, filled(WORDS.quotes, { count: edge.evidence.length }));
  return element("tr", {}, ...cells, element("td", {}, open));
}

function heading(i) {
  const [name] = COLUMNS[i];
  const sort = i === column ? (rising ? "ascending" : "descending") : "none";
  return element("th", { scope: "col", "aria-sort": sort }, element("button", {
    type: "button",
    onclick: () => {
      rising = i === column ? !rising : true;
      column = i;
      showTable();
      byId("table").querySelectorAll("th button")[i].focus();
    },
  }, `${WORDS[`column_${name}`]}${i === column ? (rising ? " ↑" : " ↓") : ""}`));
}

export function showTable() {
  if (!byId("ties").open) return;
  const value = COLUMNS[column][1], collator = new Intl.Collator(DATA.lang);
  const rows = EDGES.filter(edgeShown).map((edge) => [value(edge), edge]);
  rows.sort((a, b) => collator.compare(a[0], b[0]) * (rising ? 1 : -1));
  byId("table").replaceChildren(element("table", {},
    element("thead", {}, element("tr", {}, ...COLUMNS.map((_, i) => heading(i)), element("th", { scope: "col" }, WORDS.evidence))),
    element("tbody", {}, ...rows.map(([, edge]) => row(edge)))));
}
