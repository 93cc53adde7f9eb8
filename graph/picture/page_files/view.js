// What the reader looks at: what is chosen, by the address; what is filtered away.

import { BY_IRI, BY_KEY, EDGES, NODES } from "./data.js";

export const HIDDEN = { kind: new Set(), predicate: new Set(), status: new Set(), change: new Set() };
const listeners = [];

export function onView(listener) {
  listeners.push(listener);
}

export function changed() {
  for (const listener of listeners) listener(chosen());
}

// {node} or {edge} or neither; an address that names nothing here chooses nothing.
export function chosen() {
  const found = /^#(node|edge)=(.+)$/.exec(location.hash);
  if (!found) return {};
  let name;
  try {
    name = decodeURIComponent(found[2]);
  } catch {
    return {};
  }
  const node = found[1] === "node" ? BY_IRI.get(name) : undefined;
  const edge = found[1] === "edge" ? BY_KEY.get(name) : undefined;
  return node ? { node } : edge ? { edge } : {};
}

export function choose(kind, name) {
  const hash = kind ? `#${kind}=${encodeURIComponent(name)}` : "#";
  if (location.hash === hash || (!kind && !location.hash)) changed();
  else location.hash = hash;
}

export function nodeShown(node) {
  return !HIDDEN.kind.has(node.kind) && !(node.change !== "same" && HIDDEN.change.has(node.change));
}

export function edgeShown(edge) {
  return !HIDDEN.predicate.has(edge.predicate) && !HIDDEN.status.has(edge.status) && !HIDDEN.change.has(edge.change)
    && nodeShown(BY_IRI.get(edge.from)) && nodeShown(BY_IRI.get(edge.to));
}

export function counted(list, of) {
  const counts = new Map();
  for (const one of list) counts.set(of(one), (counts.get(of(one)) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

export const KINDS = counted(NODES, (node) => node.kind);
export const STATED = counted(EDGES.filter((edge) => !edge.computed), (edge) => edge.predicate);
export const COMPUTED = counted(EDGES.filter((edge) => edge.computed), (edge) => edge.predicate);
export const STATUSES = counted(EDGES.filter((edge) => !edge.computed), (edge) => edge.status);
export const CHANGES = counted(EDGES.filter((edge) => edge.change), (edge) => edge.change);

addEventListener("hashchange", changed);
