// What the page shows, as it was written into it, and the words in the reader's language.

export const DATA = JSON.parse(document.getElementById("data").textContent);
export const WORDS = DATA.words;
export const NODES = DATA.nodes;
export const EDGES = DATA.edges;
export const BY_IRI = new Map(NODES.map((node) => [node.iri, node]));
// The best-tied first: the order in which names are written and nodes are walked.
export const BY_TIES = [...NODES].sort((a, b) => b.degree - a.degree || a.name.localeCompare(b.name, DATA.lang));
export const BY_KEY = new Map(EDGES.map((edge) => [edge.key, edge]));
export const TIES = new Map(NODES.map((node) => [node.iri, []]));
for (const edge of EDGES) for (const end of new Set([edge.from, edge.to])) TIES.get(end).push(edge);

// The word for a code; the code itself where there is no word.
export function term(group, code) {
  const words = DATA.terms[group] || {};
  return Object.hasOwn(words, code) ? words[code] : String(code).replaceAll("_", " ");
}

export function filled(words, facts) {
  return words.replace(/\{(\w+)\}/g, (all, name) => (name in facts ? facts[name] : all));
}

// "stöds av", "företräder (vd)": a tie as it reads from one of its ends.
export function tieWords(edge, forward) {
  return term(forward ? "predicate" : "inverse", edge.predicate) + (edge.role ? ` (${edge.role})` : "");
}

export function fold(text) {
  return text.normalize("NFC").toLocaleLowerCase(DATA.lang);
}
