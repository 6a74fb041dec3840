// The palette editor: colours with an optional share, taken by hand, from the screen, from a picture or from a brand.

import { choosePalette } from "./brands.js";
import { dominant, parse } from "./color.js";
import { button, fill, h, unique } from "./dom.js";
import { toast } from "./notices.js";

const MOST = 10;
const FIRST = ["#3a45c8", "#ffb547", "#1f7a4d", "#e5484d", "#0b3954", "#f2d7b6", "#5b2a86", "#087e8b", "#ffffff", "#1c1b1a"];

/** A well that opens the system's colour chooser, and the code beside it. */
export function colorInput(label, value, changed) {
  const well = h("input", { type: "color", class: "well", value, "aria-label": label, on: { input: () => { code.value = well.value; changed(well.value); } } });
  const code = h("input", {
    class: "input mono hex", value, maxlength: 7, spellcheck: "false", "aria-label": `${label}, code`,
    on: { change: () => {
      const found = parse(code.value);
      if (found) { well.value = code.value = found; changed(found); code.removeAttribute("aria-invalid"); } else code.setAttribute("aria-invalid", "true");
    } },
  });
  return [well, code];
}

/** A button that takes a colour from anywhere on the screen, where the browser can. */
export function dropper(taken) {
  if (!("EyeDropper" in window)) return null;
  const pick = async () => {
    try {
      const { sRGBHex } = await new window.EyeDropper().open();
      taken(parse(sRGBHex) ?? sRGBHex);
    } catch (error) {
      if (error.name !== "AbortError") toast("The eyedropper could not be opened.", { bad: true });
    }
  };
  return button("Take a colour from the screen", { kind: "ghost", class: "compact", icon: "dropper", only: true, on: { click: pick } });
}

/**
 * @param {() => import("./store.js").Color[]} read
 * @param {(colors: import("./store.js").Color[]) => void} write
 * @param {{title?: string, weights?: boolean, most?: number, hint?: string}} options
 */
export function paletteEditor(read, write, { title = "Colours", weights = true, most = MOST, hint = "" } = {}) {
  const list = h("ul", { class: "colors" });
  const bar = h("div", { class: "share-bar", "aria-hidden": "true" });
  const add = (...fresh) => write([...read(), ...fresh.map((hex) => ({ hex, weight: null }))].slice(0, most));
  const fromFile = h("input", { type: "file", accept: "image/*", hidden: true, on: { change: () => fromPicture(fromFile, (hexes) => write(hexes.map((hex) => ({ hex, weight: null })))) } });
  const plus = button("Add colour", { class: "compact", icon: "plus", on: { click: () => add(FIRST.find((hex) => !read().some((color) => color.hex === hex)) ?? "#888888") } });
  const brands = async () => {
    const chosen = await choosePalette(read().map((color) => color.hex));
    if (chosen) write(chosen.slice(0, most).map((hex) => ({ hex, weight: null })));
  };
  const element = h("fieldset", { class: "field palette" },
    h("div", { class: "field-head" }, h("legend", {}, title), h("div", { class: "row" },
      dropper((hex) => add(hex)),
      button("Take the colours of a picture", { kind: "ghost", class: "compact", icon: "image", only: true, on: { click: () => fromFile.click() } }),
      button("Palettes", { kind: "ghost", class: "compact", on: { click: brands } }))),
    bar, list, h("div", { class: "row between" }, plus, h("span", { class: "hint" }, hint)), fromFile);

  const refresh = () => {
    const colors = read();
    plus.disabled = colors.length >= most;
    bar.hidden = !colors.length;
    fill(bar, shares(colors).map((share, at) => h("i", { style: { background: colors[at].hex, "flex-grow": share } })));
    if (list.childElementCount !== colors.length || [...list.children].some((row, at) => row.dataset.hex !== colors[at].hex)) {
      if (list.contains(document.activeElement) && document.activeElement.type === "color" && list.childElementCount === colors.length) {
        [...list.children].forEach((row, at) => { row.dataset.hex = colors[at].hex; });
      } else fill(list, colors.map((color, at) => row(color, at)));
    }
  };
  const change = (at, patch) => write(read().map((color, index) => (index === at ? { ...color, ...patch } : color)));
  const row = (color, at) => {
    const weight = weights && h("input", {
      id: unique("weight"), class: "input figures weight", type: "number", min: 0, max: 100, step: 5, placeholder: "auto", value: color.weight === null ? "" : Math.round(color.weight * 100),
      "aria-label": `Share of colour ${at + 1} in percent`, title: "Share of the picture in percent",
      on: { input: () => change(at, { weight: weight.value === "" ? null : Math.min(100, Math.max(0, Number(weight.value))) / 100 }) },
    });
    return h("li", { class: "color-row", data: { hex: color.hex } }, ...colorInput(`Colour ${at + 1}`, color.hex, (hex) => change(at, { hex })), weight, weights && h("span", { class: "hint" }, "%"),
      button(`Remove colour ${at + 1}`, { kind: "ghost", class: "compact", icon: "close", only: true, on: { click: () => write(read().filter((_, index) => index !== at)) } }));
  };
  refresh();
  return { element, refresh };
}

/** How wide each colour is shown: its share, or an equal part of what the shares leave. */
function shares(colors) {
  const given = colors.reduce((sum, color) => sum + (color.weight ?? 0), 0);
  const open = colors.filter((color) => color.weight === null).length;
  const rest = open ? Math.max(0.05, (1 - given) / open) : 0;
  return colors.map((color) => color.weight ?? rest);
}

async function fromPicture(input, taken) {
  const [file] = input.files;
  input.value = "";
  if (!file) return;
  try {
    taken(dominant(await createImageBitmap(file)));
  } catch {
    toast("That file is no picture that the browser can read.", { bad: true });
  }
}
