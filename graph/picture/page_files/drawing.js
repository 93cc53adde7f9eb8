// The picture itself: vis-network draws places that came with the page, nothing moves by itself.

import { BY_IRI, BY_KEY, BY_TIES, EDGES, NODES, term, tieWords } from "./data.js";
import { byId, colour } from "./dom.js";
import { fitted } from "./fit.js";
import { drawLabels } from "./labels.js";
import { colourName, dashes, lineColour, shapeOf } from "./shapes.js";
import "./theme.js";
import { choose, edgeShown, nodeShown } from "./view.js";

export const MANY = EDGES.length > 1500; // then lines are straight unless they lie beside others
const paints = new Map();

function repaint() {
  for (const name of ["ground", "ink", "accent", "edge", "computed", "faint", "new", "gone", "moved"]) paints.set(name, colour(name));
  for (const node of NODES) paints.set(node.kind, colour(colourName(node.kind)));
}

export function paint(name) {
  return paints.get(name);
}

let shown = {}, hovered = null, dragging = false;

function visNode(node, faded) {
  const fill = paint(node.kind), hollow = node.kind === "unnamed", back = hollow ? paint("ground") : fill;
  const changed = paint(node.change), border = changed || (hollow ? fill : paint("ground")), active = { background: back, border: paint("ink") };
  return {
    id: node.iri, x: node.x, y: node.y, size: node.radius * (node.kind === "event" ? 1.4 : 1), shape: shapeOf(node.kind), hidden: !nodeShown(node),
    color: { background: back, border, highlight: active, hover: active },
    borderWidth: changed ? 4 : hollow ? 2 : 1.5, borderWidthSelected: 3, opacity: faded ? 0.2 : 1,
    shapeProperties: { borderDashes: hollow ? [3, 2] : false },
  };
}

function visEdge(edge, faded) {
  const line = paint(lineColour(edge)), bend = edge.bend;
  const smooth = bend === 0 ? false : { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) };
  return {
    id: edge.key, from: edge.from, to: edge.to, hidden: !edgeShown(edge), dashes: dashes(edge) || false,
    width: edge.computed ? 1 : 1.4 + Math.min(3, (edge.meetings - 1) * 0.4), smooth,
    arrows: edge.symmetric ? "" : { to: { enabled: true, scaleFactor: 0.45 } },
    color: { color: line, highlight: paint("accent"), hover: paint("accent"), opacity: faded ? 0.1 : MANY && !shown.near ? 0.45 : 0.85 },
    selfReference: { size: 14 + 7 * edge.loop, angle: Math.PI / 4 + edge.loop * 0.7, renderBehindTheNode: false },
  };
}

repaint();
const visNodes = new vis.DataSet(NODES.map((node) => visNode(node, false)));
const visEdges = new vis.DataSet(EDGES.map((edge) => visEdge(edge, false)));
export const NET = new vis.Network(byId("canvas"), { nodes: visNodes, edges: visEdges }, {
  physics: false, layout: { improvedLayout: false }, autoResize: true,
  edges: { selectionWidth: 1.2, hoverWidth: 0.6, arrowStrikethrough: false },
  interaction: {
    hover: !MANY, hideEdgesOnDrag: MANY, hideEdgesOnZoom: MANY, tooltipDelay: 1e9, selectConnectedEdges: false,
    keyboard: false,
  },
});

NET.on("afterDrawing", (context) => {
  if (!(MANY && dragging)) drawLabels(NET, context, shown, hovered, paint);
});
NET.on("dragStart", (event) => { dragging = !event.nodes.length; });
NET.on("dragEnd", () => { dragging = false; NET.redraw(); });
NET.on("click", (event) => {
  if (event.nodes.length) choose("node", event.nodes[0]);
  else if (event.edges.length) choose("edge", event.edges[0]);
  else choose(null);
});

function tip(words, event) {
  const box = byId("tip"), pointer = event && event.pointer && event.pointer.DOM;
  box.hidden = !words;
  if (!words || !pointer) return;
  box.textContent = words;
  box.style.left = `${Math.min(pointer.x + 12, byId("picture").clientWidth - 270)}px`;
  box.style.top = `${pointer.y + 14}px`;
}
NET.on("hoverNode", (event) => {
  hovered = event.node;
  const node = BY_IRI.get(hovered);
  tip(`${node.name} · ${term("kind", node.kind)}`, event);
});
NET.on("hoverEdge", (event) => {
  const edge = BY_KEY.get(event.edge);
  tip(`${BY_IRI.get(edge.from).name} ${tieWords(edge, true)} ${BY_IRI.get(edge.to).name}`, event);
});
for (const leave of ["blurNode", "blurEdge", "dragStart", "zoom"]) NET.on(leave, () => { hovered = null; tip(null); });

function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches || MANY;
}

// Shows what is chosen with its neighbours, all else faintly.
export function showChosen(what, move) {
  shown = what;
  const near = new Set(), ties = new Set();
  for (const edge of EDGES) {
    if (edge === what.edge || (what.node && (edge.from === what.node.iri || edge.to === what.node.iri))) {
      ties.add(edge.key);
      near.add(edge.from).add(edge.to);
    }
  }
  if (what.node) near.add(what.node.iri);
  shown.near = near.size ? near : null;
  visNodes.update(NODES.map((node) => visNode(node, near.size > 0 && !near.has(node.iri))));
  visEdges.update(EDGES.map((edge) => visEdge(edge, near.size > 0 && !ties.has(edge.key))));
  NET.setSelection({ nodes: what.node ? [what.node.iri] : [], edges: what.edge ? [what.edge.key] : [] },
    { highlightEdges: false });
  if (move && what.node) {
    const scale = Math.max(NET.getScale(), 0.8);
    NET.focus(what.node.iri, { scale, animation: still() ? false : { duration: 300 } });
  } else if (move && what.edge) {
    NET.fit({ nodes: [...near], maxZoomLevel: Math.max(NET.getScale(), 1), animation: still() ? false : { duration: 300 } });
  }
}

// All of it, with its names as large as they are written on the screen.
export function showWhole() {
  const nodes = NODES.filter(nodeShown);
  if (nodes.length) NET.moveTo({ ...fitted(nodes, NET.getPositions()), animation: false });
}

// Of the shapes that came with the page the one that fills this canvas best; asked once, before anything is moved.
export function takeShape() {
  if (!NODES.length || !NODES[0].others.length) return;
  const shapes = [NODES.map(({ x, y }) => ({ x, y })), ...NODES[0].others.map((_, i) => NODES.map(({ others }) => ({ x: others[i][0], y: others[i][1] })))];
  const scales = shapes.map((shape) => fitted(NODES, Object.fromEntries(NODES.map((node, i) => [node.iri, shape[i]]))).scale);
  const best = shapes[scales.indexOf(Math.max(...scales))];
  NODES.forEach((node, i) => Object.assign(node, best[i]));
  visNodes.update(NODES.map(({ iri, x, y }) => ({ id: iri, x, y })));
}

export function recolour() {
  repaint();
  showChosen(shown, false);
}

// With the arrow keys from node to node, the best-tied first; Escape lets go.
byId("canvas").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Escape") choose(null);
  else if (event.key === "+" || event.key === "-") {
    NET.moveTo({ scale: NET.getScale() * (event.key === "+" ? 1.25 : 0.8), animation: false });
  } else if (step && BY_TIES.length) {
    event.preventDefault();
    const open = BY_TIES.filter(nodeShown), at = open.indexOf(shown.node);
    if (open.length) choose("node", open[at < 0 ? 0 : (at + step + open.length) % open.length].iri);
  }
});
