// How large the whole may be drawn: nodes with their names as they are written on the screen.

import { NODES } from "./data.js";
import { byId, element } from "./dom.js";

export const FAMILY = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
export const MOST_NAMED = 400; // of more than these only some names are written
const EDGE = 16; // pixels of the screen
const brush = element("canvas").getContext("2d");
const widths = new Map();

// The height of letters on the screen at a scale: never too small to read.
export function letters(scale) {
  return Math.min(14, Math.max(11, 15 * scale));
}

// A name's width for letters that are one pixel high.
function broad(node) {
  if (!widths.has(node.iri)) {
    brush.font = `500 100px ${FAMILY}`;
    widths.set(node.iri, Math.max(...node.lines.map((line) => brush.measureText(line).width)) / 100);
  }
  return widths.get(node.iri);
}

// What the nodes fill at a scale, in pixels of the layout: left, top, right, bottom.
function extent(nodes, places, scale) {
  const size = nodes.length > MOST_NAMED ? 0 : letters(scale) / scale, box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of nodes) {
    const { x, y } = places[node.iri], r = node.radius, half = Math.max(r, broad(node) * size / 2);
    box[0] = Math.min(box[0], x - half);
    box[1] = Math.min(box[1], y - r);
    box[2] = Math.max(box[2], x + half);
    box[3] = Math.max(box[3], y + r + node.lines.length * size * 1.25);
  }
  return box;
}

// The largest scale at which all is inside the canvas, and where its middle is then. What is drawn on the
// screen only grows with the scale, so halving finds it.
export function fitted(nodes, places) {
  const { clientWidth, clientHeight } = byId("canvas");
  let low = 0.02, high = NODES.length < 12 ? 1.6 : 1.1;
  const inside = (scale) => {
    const box = extent(nodes, places, scale);
    return (box[2] - box[0]) * scale <= clientWidth - 2 * EDGE && (box[3] - box[1]) * scale <= clientHeight - 2 * EDGE;
  };
  if (inside(high)) low = high;
  for (let i = 0; i < 12 && low < high; i++) {
    const scale = (low + high) / 2;
    if (inside(scale)) low = scale;
    else high = scale;
  }
  const box = extent(nodes, places, low);
  return { scale: low, position: { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 } };
}
