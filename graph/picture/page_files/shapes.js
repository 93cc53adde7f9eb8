// The shape of each kind of node: for the picture, the legend and the saved SVG alike.

import { drawn } from "./dom.js";

const SHAPES = {
  project: "square", scheme: "diamond", event: "star", place: "triangle", rule: "hexagon", link: "triangleDown",
};
const CORNERS = { square: [4, 45], diamond: [4, 0], triangle: [3, -90], triangleDown: [3, 90], hexagon: [6, 0] };

export function shapeOf(kind) {
  return Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : "dot";
}

export function colourName(kind) {
  return ["organisation", "person", "unnamed", ...Object.keys(SHAPES)].includes(kind) ? kind : "unnamed";
}

function corners(shape, x, y, r) {
  if (shape === "star") {
    return Array.from({ length: 10 }, (_, i) => {
      const far = i % 2 ? r * 0.5 : r * 1.2, turn = (i * 36 - 90) * Math.PI / 180;
      return [x + far * Math.cos(turn), y + far * Math.sin(turn)];
    });
  }
  const [count, start] = CORNERS[shape], far = shape === "square" ? r * Math.SQRT2 * 0.92 : r * 1.15;
  return Array.from({ length: count }, (_, i) => {
    const turn = (start + i * 360 / count) * Math.PI / 180;
    return [x + far * Math.cos(turn), y + far * Math.sin(turn)];
  });
}

// A node as SVG; a party without a name is hollow.
export function nodeShape(kind, x, y, r, fill, ground) {
  const shape = shapeOf(kind), hollow = kind === "unnamed";
  const paint = { fill: hollow ? ground : fill, stroke: hollow ? fill : ground, "stroke-width": hollow ? 2 : 1.5 };
  if (hollow) paint["stroke-dasharray"] = "3 2";
  if (shape === "dot") return drawn("circle", { cx: x, cy: y, r, ...paint });
  const points = corners(shape, x, y, r).map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join(" ");
  return drawn("polygon", { points, ...paint });
}

export function kindIcon(kind) {
  const icon = drawn("svg", { width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true" });
  icon.append(nodeShape(kind, 0, 0, 5, `var(--${colourName(kind)})`, "var(--card)"));
  return icon;
}

// The colour of a tie's line: what changed of it, where two times are compared.
export function lineColour(edge) {
  if (["new", "gone", "moved"].includes(edge.change)) return edge.change;
  return edge.computed ? "computed" : "edge";
}

// How the line of a tie is broken: stated whole, planned dashed, computed dotted, gone in points.
export function dashes(edge) {
  if (edge.change === "gone") return [1, 4];
  if (edge.computed) return [2, 5];
  return edge.status === "asserted" ? null : [7, 5];
}

export function lineIcon(edge) {
  const icon = drawn("svg", { width: 22, height: 10, viewBox: "0 0 22 10", "aria-hidden": "true" });
  icon.append(drawn("line", {
    x1: 0, y1: 5, x2: 22, y2: 5, "stroke-width": edge.computed ? 1.5 : 2, stroke: `var(--${lineColour(edge)})`,
    "stroke-dasharray": (dashes(edge) || []).join(" ") || null,
  }));
  return icon;
}
