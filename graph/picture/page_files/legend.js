// The legend, each line of which is also a filter with its count.

import { term, WORDS } from "./data.js";
import { byId, element } from "./dom.js";
import { kindIcon, lineIcon } from "./shapes.js";
import { changed, CHANGES, COMPUTED, HIDDEN, KINDS, STATED, STATUSES } from "./view.js";

function filter(group, code, count, icon) {
  const off = HIDDEN[group];
  return element("button", {
    type: "button", class: "filter", "aria-pressed": "true",
    onclick: (event) => {
      if (!off.delete(code)) off.add(code);
      event.currentTarget.setAttribute("aria-pressed", String(!off.has(code)));
      changed();
    },
  }, icon, element("span", {}, term(group, code)), element("b", {}, String(count)));
}

function group(title, buttons) {
  return buttons.length ? element("fieldset", {}, element("legend", {}, title), element("div", {}, ...buttons)) : null;
}

export function showLegend() {
  const said = { computed: false, status: "asserted" };
  const groups = [
    group(WORDS.kinds, KINDS.map(([kind, count]) => filter("kind", kind, count, kindIcon(kind)))),
    group(WORDS.changes, CHANGES.map(([change, count]) => filter("change", change, count, lineIcon({ status: "asserted", change })))),
    group(WORDS.stated, STATED.map(([code, count]) => filter("predicate", code, count, lineIcon(said)))),
    group(WORDS.computed_ties, COMPUTED.map(([code, count]) => filter("predicate", code, count, lineIcon({ computed: true })))),
    group(WORDS.status, STATUSES.map(([status, count]) => filter("status", status, count, lineIcon({ status })))),
  ];
  byId("filters").append(...groups.filter(Boolean));
  if (matchMedia("(max-width: 1020px)").matches) byId("legend").open = false;
}
