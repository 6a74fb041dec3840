// Light, dark, or what the system says. Kept in this browser: it is no secret.

import { $, fill, icon } from "./dom.js";

const KEY = "gouache-theme";
const ORDER = ["auto", "light", "dark"];
const ICONS = { auto: "auto", light: "sun", dark: "moon" };

export function startTheme() {
  const control = $("#theme");
  const apply = (theme) => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    localStorage.setItem(KEY, theme);
    fill(control, icon(ICONS[theme]));
    control.setAttribute("aria-label", `Theme: ${theme}`);
    control.title = `Theme: ${theme}`;
  };
  const kept = () => (ORDER.includes(localStorage.getItem(KEY) ?? "") ? localStorage.getItem(KEY) : "auto");
  control.addEventListener("click", () => apply(ORDER[(ORDER.indexOf(kept()) + 1) % ORDER.length]));
  apply(kept());
}
