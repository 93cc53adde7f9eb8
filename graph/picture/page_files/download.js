// The picture as a file, made here: SVG with title, legend, sources and date; PNG drawn from it.

import { BY_IRI, DATA, EDGES, NODES, term, tieWords, WORDS } from "./data.js";
import { byId, colour, drawn, element } from "./dom.js";
import { NET, paint } from "./drawing.js";
import { middle, room } from "./labels.js";
import { colourName, dashes, lineColour, nodeShape } from "./shapes.js";
import { edgeShown, KINDS, nodeShown } from "./view.js";

const FONT = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', Arial, sans-serif";
const MARGIN = 40;

function words(text, x, y, size, fill, more) {
  const made = drawn("text", { x, y, "font-size": size, fill, ...more });
  made.textContent = text;
  return made;
}

function tie(edge, places) {
  const a = places[edge.from], b = places[edge.to], via = middle(edge, a, b), r = BY_IRI.get(edge.to).radius;
  const bent = { x: 2 * via.x - (a.x + b.x) / 2, y: 2 * via.y - (a.y + b.y) / 2 };
  const far = Math.hypot(b.x - bent.x, b.y - bent.y) || 1, back = edge.symmetric ? 0 : r + 4;
  const end = { x: b.x - (b.x - bent.x) / far * back, y: b.y - (b.y - bent.y) / far * back };
  const loop = `M${a.x} ${a.y - r}c${-3 * r} ${-3 * r} ${3 * r} ${-3 * r} 0 0`;
  return drawn("path", {
    d: edge.from === edge.to ? loop : `M${a.x} ${a.y}Q${bent.x.toFixed(1)} ${bent.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`,
    fill: "none", stroke: paint(lineColour(edge)), "stroke-width": edge.computed ? 1 : 1.4,
    "stroke-dasharray": (dashes(edge) || []).join(" ") || null, "marker-end": edge.symmetric ? null : "url(#arrow)",
  });
}

export function svgPicture() {
  const places = NET.getPositions(), nodes = NODES.filter(nodeShown), edges = EDGES.filter(edgeShown);
  const xs = nodes.map((node) => places[node.iri].x), ys = nodes.map((node) => places[node.iri].y);
  const span = (list) => list.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity]);
  const [[left, right], [top, bottom]] = nodes.length ? [span(xs), span(ys)] : [[0, 300], [0, 100]];
  const scale = Math.max(1, (right - left) / 1600), width = Math.max(640 * scale, right - left + 220), height = bottom - top + 230 * scale;
  const [ox, oy] = [left - (width - right + left) / 2, top - 110 * scale];
  const svg = drawn("svg", { xmlns: "http://www.w3.org/2000/svg", width: Math.round(width), height: Math.round(height), viewBox: `${ox} ${oy} ${width} ${height}`, "font-family": FONT });
  const arrow = drawn("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto", markerUnits: "userSpaceOnUse" },
    drawn("path", { d: "M0 0L8 4L0 8z", fill: paint("edge") }));
  svg.append(drawn("defs", {}, arrow), drawn("rect", { x: ox, y: oy, width, height, fill: paint("ground") }));
  svg.append(words(DATA.title, ox + MARGIN, oy + 44 * scale, 22 * scale, paint("ink"), { "font-weight": 650 }));
  for (const edge of edges) svg.append(tie(edge, places));
  for (const node of nodes) {
    const { x, y } = places[node.iri];
    svg.append(nodeShape(node.kind, x, y, node.radius, paint(node.kind), paint("ground")));
    if (paint(node.change)) svg.append(drawn("circle", { cx: x, cy: y, r: node.radius + 4, fill: "none", stroke: paint(node.change), "stroke-width": 2 }));
  }
  const halo = { "text-anchor": "middle", "paint-order": "stroke", stroke: paint("ground"), "stroke-width": 3, "stroke-linejoin": "round" };
  if (edges.length <= 60) {
    const taken = room(160);
    for (const node of nodes) {
      const { x, y } = places[node.iri], r = node.radius, [wide, high] = node.label;
      taken.take([x - r, y - r, x + r, y + r]);
      taken.take([x - wide / 2, y + r, x + wide / 2, y + r + high]);
    }
    for (const edge of edges) {
      const at = middle(edge, places[edge.from], places[edge.to]), said = tieWords(edge, true);
      const box = [at.x - said.length * 3.1, at.y - 7, at.x + said.length * 3.1, at.y + 7];
      if (!taken.free(box)) continue;
      taken.take(box);
      svg.append(words(said, at.x, at.y + 4, 11, paint("faint"), halo));
    }
  }
  if (nodes.length <= 400) {
    for (const node of nodes) {
      const { x, y } = places[node.iri];
      node.lines.forEach((line, i) => svg.append(words(line, x, y + node.radius + 14 + i * 16, 13, paint("ink"), halo)));
    }
  }
  let x = ox + MARGIN;
  for (const [kind, count] of KINDS.filter(([code]) => nodes.some((node) => node.kind === code))) {
    const label = `${term("kind", kind)} ${count}`, y = oy + 72 * scale;
    svg.append(nodeShape(kind, x + 6 * scale, y - 4 * scale, 5 * scale, colour(colourName(kind)), paint("ground")), words(label, x + 17 * scale, y, 13 * scale, paint("faint")));
    x += (label.length * 7.4 + 34) * scale;
  }
  svg.append(words(byId("source").textContent, ox + MARGIN, oy + height - 22 * scale, 12 * scale, paint("faint")));
  return { svg, width, height };
}

function save(blob, suffix) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: `${DATA.file}.${suffix}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function svgBlob() {
  const { svg, width, height } = svgPicture();
  return { blob: new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }), width, height };
}

export function startDownloads() {
  byId("save-svg").addEventListener("click", () => save(svgBlob().blob, "svg"));
  byId("save-png").addEventListener("click", async () => {
    const { blob, width, height } = svgBlob(), address = URL.createObjectURL(blob), image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(2, 6000 / Math.max(width, height));
    const canvas = element("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    canvas.toBlob((made) => save(made, "png"), "image/png");
  });
}
