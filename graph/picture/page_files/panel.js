// The panel of evidence: the words that a node or a tie rests on, and the ways on from there.

import { BY_IRI, BY_TIES, DATA, filled, NODES, term, TIES, tieWords, WORDS } from "./data.js";
import { button, byId, element } from "./dom.js";
import { kindIcon } from "./shapes.js";
import { choose } from "./view.js";

const FEW = 12;

function kindLine(node) {
  return element("p", { class: "kind" }, kindIcon(node.kind), term("kind", node.kind));
}

function joined(parts) {
  return parts.filter(Boolean).join(" · ");
}

// One quote with its marked words, who said it, and where it stands.
function card(key) {
  const found = DATA.evidence[key];
  if (!found) return null;
  const quote = element("blockquote", {},
    ...found.parts.map(([words, marked]) => (marked ? element("mark", {}, words) : words)));
  const who = found.speakers.join(` ${WORDS.or} `);
  const unit = found.organisation && found.part_of ? `${found.organisation} (${found.part_of})` : found.organisation;
  const document_ = DATA.documents[found.document] || [];
  const speaker = joined([[who, unit].filter(Boolean).join(", "), found.attribution && who ? term("attribution", found.attribution) : null]);
  const title = document_[0] || document_[2];
  const dated = document_[1] && !(title || "").includes(document_[1]) ? document_[1] : null;
  const place = joined([title, dated, found.page ? filled(WORDS.at_page, { page: found.page }) : null,
    filled(WORDS.at_line, { line: found.line })]);
  const more = found.statement
    ? element("details", {}, element("summary", {}, WORDS.statement), element("p", {}, found.heading || ""), element("p", {}, found.statement))
    : null;
  return element("div", { class: "quote" }, quote, speaker ? element("p", {}, speaker) : null, element("p", {}, place), more);
}

// The first few of a list, and a button for the rest.
function few(items, made, tag, properties) {
  const list = element(tag, properties);
  const add = (from, to) => list.append(...items.slice(from, to).map(made).filter(Boolean));
  add(0, FEW);
  const box = element("div", {}, list);
  if (items.length > FEW) {
    const rest = button(filled(WORDS.more, { count: items.length - FEW }), () => { add(FEW); rest.remove(); });
    box.append(rest);
  }
  return box;
}

function quotes(keys) {
  if (!keys.length) return element("p", { class: "faint" }, WORDS.no_quotes);
  return few(keys, card, "div", {});
}

function tieButton(edge, iri) {
  const forward = edge.from === iri, other = BY_IRI.get(forward ? edge.to : edge.from);
  const kinds = [edge.status === "asserted" ? null : term("status", edge.status), edge.computed ? WORDS.computed : null];
  const note = joined(kinds);
  return element("li", {}, element("button", { type: "button", onclick: () => choose("edge", edge.key) },
    `${tieWords(edge, forward)} ${other.name}`, note ? element("small", {}, ` · ${note}`) : null));
}

function nodePanel(node) {
  const ties = TIES.get(node.iri);
  const parts = [kindLine(node), element("h2", {}, node.name)];
  if (node.aliases.length) parts.push(element("p", { class: "faint" }, filled(WORDS.aliases, { names: node.aliases.join(", ") })));
  if (node.change && node.change !== "same") parts.push(element("p", { class: "faint" }, term("change", node.change)));
  if (node.meetings > 1) parts.push(element("p", { class: "faint" }, filled(WORDS.meetings, { count: node.meetings })));
  if (node.candidates.length) {
    parts.push(element("h3", {}, WORDS.candidates), element("ul", {},
      ...node.candidates.map(([name, reason]) => element("li", {}, `${name} – ${term("reason", reason)}`))));
  }
  if (ties.length) {
    parts.push(element("h3", {}, filled(WORDS.ties, { count: ties.length })));
    parts.push(few(ties, (edge) => tieButton(edge, node.iri), "ul", { class: "choices" }));
  }
  parts.push(element("h3", {}, filled(WORDS.named, { count: node.evidence.length })), quotes(node.evidence));
  return parts;
}

function edgePanel(edge) {
  const [from, to] = [BY_IRI.get(edge.from), BY_IRI.get(edge.to)];
  const how = joined([edge.change ? term("change", edge.change) : null, edge.computed ? WORDS.computed : term("status", edge.status), term("certainty", edge.certainty),
    edge.meetings > 1 ? filled(WORDS.meetings, { count: edge.meetings }) : null]);
  return [
    element("h2", { class: "unseen" }, `${from.name} ${tieWords(edge, true)} ${to.name}`),
    element("div", { class: "ends" }, button(from.name, () => choose("node", from.iri)),
      element("span", {}, tieWords(edge, true)), button(to.name, () => choose("node", to.iri))),
    element("p", { class: "faint" }, how),
    quotes(edge.evidence),
  ];
}

// Nothing is chosen: how to begin, who has most ties, and what was read.
function startPanel() {
  if (!NODES.length) return [element("p", { class: "faint" }, WORDS.empty)];
  const first = BY_TIES.slice(0, 8);
  return [
    element("h2", {}, filled(WORDS.counts, { nodes: NODES.length, edges: DATA.edges.length })),
    element("p", { class: "faint" }, WORDS.hint),
    element("h3", {}, WORDS.most),
    element("ul", { class: "choices" }, ...first.map((node) => element("li", {},
      element("button", { type: "button", onclick: () => choose("node", node.iri) }, node.name,
        element("small", {}, ` · ${filled(WORDS.ties, { count: node.degree })}`))))),
    element("h3", {}, WORDS.documents),
    few(DATA.documents, ([title, date, file]) => element("li", {}, joined([title || file, date])), "ul", {}),
  ];
}

export function showPanel(what) {
  const panel = byId("evidence");
  const parts = what.node ? nodePanel(what.node) : what.edge ? edgePanel(what.edge) : startPanel();
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
  if ((what.node || what.edge) && matchMedia("(max-width: 700px)").matches) panel.scrollIntoView({ block: "nearest" });
}
