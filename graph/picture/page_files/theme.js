// Light or dark: as the system is, until the reader says otherwise.

import { byId } from "./dom.js";

const night = matchMedia("(prefers-color-scheme: dark)");

function dress(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("dark").setAttribute("aria-pressed", String(dark));
}

export function onTheme(listener) {
  night.addEventListener("change", (event) => { dress(event.matches); listener(); });
  byId("dark").addEventListener("click", () => {
    dress(document.documentElement.dataset.theme !== "dark");
    listener();
  });
}

dress(night.matches);
