// Names under nodes and words on ties, drawn at a readable size wherever there is room for them.

import { BY_TIES, EDGES, tieWords } from "./data.js";
import { FAMILY, letters, MOST_NAMED } from "./fit.js";
import { edgeShown, nodeShown } from "./view.js";

// Boxes that are taken, in a grid, so that thousands of names cost no more than a few each.
export function room(size) {
  const cells = new Map();
  const around = (box, visit) => {
    for (let x = Math.floor(box[0] / size); x <= Math.floor(box[2] / size); x++)
      for (let y = Math.floor(box[1] / size); y <= Math.floor(box[3] / size); y++) if (visit(`${x} ${y}`)) return true;
    return false;
  };
  const meets = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
  return {
    free: (box) => !around(box, (cell) => (cells.get(cell) || []).some((other) => meets(box, other))),
    take: (box) => around(box, (cell) => { cells.set(cell, [...(cells.get(cell) || []), box]); return false; }),
  };
}

function written(context, words, x, y, ink, ground, k) {
  context.lineWidth = 4 / k;
  context.strokeStyle = ground;
  context.strokeText(words, x, y);
  context.fillStyle = ink;
  context.fillText(words, x, y);
}

// The middle of a tie as vis-network bends it.
export function middle(edge, a, b) {
  const dx = b.x - a.x, dy = b.y - a.y;
  return { x: (a.x + b.x) / 2 + dy * edge.bend / 2, y: (a.y + b.y) / 2 - dx * edge.bend / 2 };
}

// Where a name may stand: under its node, else over it, right or left of it; the edge of the canvas cuts none.
function beside(p, far, wide, high, low, edge) {
  const at = (x, y) => {
    const left = Math.min(Math.max(x, low.x), Math.max(edge.x - wide, low.x));
    return [left, y, left + wide, y + high];
  };
  return [at(p.x - wide / 2, p.y + far), at(p.x - wide / 2, p.y - far - high), at(p.x + far, p.y - high / 2), at(p.x - far - wide, p.y - high / 2)];
}

export function drawLabels(net, context, current, hovered, paint) {
  const k = net.getScale(), places = net.getPositions(), taken = room(160 / k);
  const canvas = context.canvas, ratio = canvas.width / canvas.clientWidth || 1;
  const low = net.DOMtoCanvas({ x: 0, y: 0 }), high = net.DOMtoCanvas({ x: canvas.width / ratio, y: canvas.height / ratio });
  const size = letters(k) / k, leading = size * 1.2;
  const inside = (p) => p && p.x > low.x && p.x < high.x && p.y > low.y && p.y < high.y;
  const near = current.near, rank = (node) => (near && near.has(node.iri) ? 0 : 1);
  const named = BY_TIES.filter((node) => nodeShown(node) && inside(places[node.iri]));
  context.save();
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.font = `500 ${size}px ${FAMILY}`;
  for (const node of named) {
    const p = places[node.iri], r = node.radius;
    if (named.length < MOST_NAMED) taken.take([p.x - r * 0.7, p.y - r * 0.7, p.x + r * 0.7, p.y + r * 0.7]);
  }
  const most = named.length > MOST_NAMED ? 50 : 200; // of very many only the best tied, so that the dots show
  let count = 0;
  for (const node of near ? [...named].sort((a, b) => rank(a) - rank(b)) : named) {
    if (count > most) break;
    const wide = Math.max(...node.lines.map((line) => context.measureText(line).width)) + 4 / k;
    const boxes = beside(places[node.iri], node.radius + 3 / k, wide, leading * node.lines.length, low, high);
    const forced = node.iri === hovered || node === current.node;
    const box = boxes.find(taken.free) || (forced ? boxes[0] : null);
    if (!box) continue;
    taken.take(box);
    count += 1;
    context.globalAlpha = near && !near.has(node.iri) ? 0.25 : 1;
    node.lines.forEach((line, i) => written(context, line, (box[0] + box[2]) / 2, box[1] + i * leading, paint("ink"), paint("ground"), k));
  }
  if (k > 0.6 || current.edge) drawTies(context, current, places, taken, inside, Math.min(12, Math.max(10, 12 * k)) / k, paint, k);
  context.restore();
}

function drawTies(context, current, places, taken, inside, size, paint, k) {
  context.font = `${size}px ${FAMILY}`;
  context.textBaseline = "middle";
  let count = 0;
  for (const edge of EDGES) {
    if (count > 120) break;
    const a = places[edge.from], b = places[edge.to];
    if (!edgeShown(edge) || !a || !b || edge.from === edge.to) continue;
    const at = middle(edge, a, b);
    if (!inside(at)) continue;
    const mine = edge === current.edge || (current.node && (edge.from === current.node.iri || edge.to === current.node.iri));
    if (current.near && !mine) continue;
    const words = tieWords(edge, true), wide = context.measureText(words).width;
    const box = [at.x - wide / 2, at.y - size * 0.6, at.x + wide / 2, at.y + size * 0.6];
    if (edge !== current.edge && (!taken.free(box) || wide > Math.hypot(b.x - a.x, b.y - a.y))) continue;
    taken.take(box);
    count += 1;
    context.globalAlpha = 1;
    written(context, words, at.x, at.y, edge === current.edge ? paint("accent") : paint("faint"), paint("ground"), k);
  }
}
