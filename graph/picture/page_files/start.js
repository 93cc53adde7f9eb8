// Puts the page together, and follows the address from then on.

import { NODES, WORDS } from "./data.js";
import { byId } from "./dom.js";
import { startDownloads } from "./download.js";
import { NET, recolour, showChosen, showWhole, takeShape } from "./drawing.js";
import { showLegend } from "./legend.js";
import { showPanel } from "./panel.js";
import { startSearch } from "./search.js";
import { showTable } from "./table.js";
import { onTheme } from "./theme.js";
import { chosen, onView } from "./view.js";

let followed = null;
function follow(what) {
  const name = what.node || what.edge || null;
  showChosen(what, name !== followed && name !== null);
  if (name !== followed || name === null) showPanel(what);
  followed = name;
  showTable();
}

showLegend();
startSearch();
startDownloads();
byId("whole").addEventListener("click", showWhole);
byId("ties").addEventListener("toggle", showTable);
onView(follow);
onTheme(recolour);
takeShape();
showWhole();
showPanel({});
if (location.hash) follow(chosen());
NET.once("afterDrawing", () => { document.documentElement.dataset.ready = String(performance.now()); });
NET.redraw();
if (!NODES.length) byId("canvas").setAttribute("aria-label", WORDS.empty);
