// Palettes to choose from: some of ours, and those that somebody kept in this browser.

import { modal } from "./dialog.js";
import { button, fill, h } from "./dom.js";
import { fieldError } from "./fields.js";

const KEY = "gouache-palettes";
const OURS = [
  ["Harbour", ["#0b3954", "#087e8b", "#bfd7ea", "#ff5a5f", "#f6f4ee"]],
  ["Terracotta", ["#3d2c2e", "#a44a3f", "#d4956a", "#f2d7b6", "#5b7b7a"]],
  ["Night bloom", ["#1b1035", "#5b2a86", "#c65bcf", "#f7c8e0", "#ffd166"]],
  ["Meadow", ["#233d1f", "#5c8d3a", "#b8d67a", "#fdf6d8", "#e26d5c"]],
  ["Ink and paper", ["#14213d", "#fca311", "#e5e5e5", "#ffffff"]],
];

function kept() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.filter((entry) => typeof entry?.name === "string" && Array.isArray(entry.colors)) : [];
  } catch {
    return [];
  }
}

const keep = (list) => localStorage.setItem(KEY, JSON.stringify(list));

const strip = (colors) => h("span", { class: "palette-strip", "aria-hidden": "true" }, colors.map((color) => h("i", { style: { background: color } })));

/** Choose a palette, or keep the present one under a name. Resolves with its colours, null when nothing was chosen. */
export function choosePalette(present) {
  return modal("Palettes", (close) => {
    const mine = h("div", { class: "palette-list" });
    const show = () => {
      const list = kept();
      fill(mine, list.length ? list.map((entry) => row(entry.name, entry.colors, () => { keep(kept().filter((other) => other.name !== entry.name)); show(); }))
        : h("p", { class: "hint" }, "Brand palettes that you save here stay in this browser."));
    };
    const row = (name, colors, drop) => h("div", { class: "palette-row" },
      h("button", { type: "button", class: "palette-choice", on: { click: () => close(colors) } }, strip(colors), h("span", {}, name)),
      drop && button(`Delete palette ${name}`, { kind: "ghost", class: "compact", icon: "trash", only: true, on: { click: drop } }));
    show();
    return h("div", { class: "modal-body" },
      h("section", { class: "field" }, h("h3", {}, "Yours"), mine, present.length > 0 && saver(present, show)),
      h("section", { class: "field" }, h("h3", {}, "Ready-made"), h("div", { class: "palette-list" }, OURS.map(([name, colors]) => row(name, colors)))));
  });
}

function saver(present, saved) {
  const name = h("input", { class: "input", placeholder: "Name, such as the brand’s", "aria-label": "Name of the palette", maxlength: 40 });
  const complaint = fieldError(name);
  const save = () => {
    if (!name.value.trim()) return complaint("Give it a name.");
    complaint();
    keep([...kept().filter((other) => other.name !== name.value.trim()), { name: name.value.trim(), colors: present }]);
    name.value = "";
    saved();
  };
  const enter = (event) => { if (event.key === "Enter") { event.preventDefault(); save(); } };
  name.addEventListener("keydown", enter);
  return h("div", { class: "field save-palette" }, h("div", { class: "row" }, strip(present), name, button("Save", { on: { click: save } })), complaint.element);
}
