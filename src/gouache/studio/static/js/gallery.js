// The style gallery: every style by its thumbnail, and the account's own styles.

import { call } from "./api.js";
import { modal } from "./dialog.js";
import { button, fill, h, icon } from "./dom.js";
import { segments } from "./fields.js";
import { ownStyles } from "./mystyles.js";
import { thumbnail } from "./thumbs.js";
import { FAMILIES, isVector, plain, styleName } from "./words.js";

let basic = /** @type {Promise<any[]>|null} */ (null);

/** Every basic style of both models. */
export function basicStyles() {
  basic ??= call("/v1/styles/basic").then(({ styles }) => styles.map((entry) => ({ model: entry.model, style: entry.style, substyle: entry.substyle, id: null, own: false, label: null })));
  basic.catch(() => { basic = null; });
  return basic;
}

const same = (a, b) => a.model === b.model && a.style === b.style && a.substyle === b.substyle && a.id === b.id;
const matches = (style, text) => `${FAMILIES[style.style]} ${plain(style.style)} ${styleName(style)}`.toLowerCase().includes(text);

/**
 * Let somebody choose a style; null when they did not.
 * @param {import("./store.js").Style} current
 */
export function chooseStyle(current) {
  return modal("Choose a style", (close) => {
    const filter = { family: current.own ? "own" : "all", model: current.model, text: "" };
    const search = h("input", { class: "input", type: "search", placeholder: "Search styles", "aria-label": "Search styles", autofocus: true });
    const body = h("div", { class: "gallery-body" });
    const change = (patch) => { Object.assign(filter, patch); show(body, filter, current, close); };
    search.addEventListener("input", () => change({ text: search.value.trim().toLowerCase() }));
    const tabs = h("div", { class: "gallery-families" });
    const bar = () => fill(tabs, segments("Kind of style", families(filter.model), filter.family, (family) => change({ family })));
    const models = segments("Model", { recraftv3: "V3", recraftv2: "V2" }, filter.model, (model) => {
      filter.model = model;
      if (filter.family !== "own" && !families(model)[filter.family]) filter.family = "all";
      bar();
      change({});
    });
    bar();
    change({});
    return h("div", { class: "gallery" }, h("div", { class: "gallery-bar" }, h("div", { class: "search grow" }, icon("search"), search), models), tabs, body);
  }, { wide: true });
}

function families(model) {
  const kinds = model === "recraftv3" ? ["realistic_image", "digital_illustration", "vector_illustration", "logo_raster"] : ["realistic_image", "digital_illustration", "vector_illustration", "icon"];
  return { all: "All", ...Object.fromEntries(kinds.map((kind) => [kind, FAMILIES[kind]])), own: "My styles" };
}

async function show(body, filter, current, close) {
  if (filter.family === "own") return fill(body, ownStyles(current, close));
  let styles;
  try {
    styles = await basicStyles();
  } catch (error) {
    return fill(body, h("p", { class: "error" }, icon("alert"), error.message));
  }
  const fits = (style) => style.model === filter.model && (filter.family === "all" || style.style === filter.family) && matches(style, filter.text);
  const found = styles.filter(fits);
  const groups = Object.keys(FAMILIES).filter((family) => found.some((style) => style.style === family));
  fill(body,
    groups.map((group) => h("section", { class: "gallery-group", "aria-label": FAMILIES[group] },
      filter.family === "all" && h("h3", {}, FAMILIES[group], " ", h("span", { class: isVector({ style: group }) ? "badge svg" : "badge" }, isVector({ style: group }) ? "SVG" : "Pixels")),
      h("div", { class: "gallery-grid" }, found.filter((style) => style.style === group).map((style) => card(style, current, close))))),
    found.length === 0 && h("p", { class: "muted empty" }, `No style is called “${filter.text}”.`));
}

function card(style, current, close) {
  const name = style.substyle ? styleName(style) : style.style === "any" ? "Any" : "Plain";
  return h("button", { type: "button", class: "style-card", "aria-pressed": String(same(style, current)), "aria-label": `${FAMILIES[style.style]}: ${name}`, on: { click: () => close(style) } },
    thumbnail(style), h("span", { class: "style-name" }, name));
}

/** The button that shows the chosen style and opens the gallery. */
export function styleButton(read, write) {
  const open = async () => {
    const chosen = await chooseStyle(read());
    if (chosen) write(chosen);
  };
  const element = button("", { kind: "style-button", on: { click: open } });
  const refresh = () => {
    const style = read();
    const picture = style.own ? h("span", { class: "thumb-box own" }, icon("sparkle")) : thumbnail(style);
    const kind = isVector(style) ? h("span", { class: "badge svg" }, "SVG") : h("span", { class: "badge" }, "Pixels");
    const base = style.substyle ? FAMILIES[style.style] : "Plain style";
    const family = style.own ? "My style" : `${style.model === "recraftv2" ? "V2 · " : ""}${base}`;
    fill(element, picture, h("span", { class: "visually-hidden" }, "Style: "), h("span", { class: "style-text" }, h("strong", {}, styleName(style)), h("span", { class: "muted small" }, family)), kind, icon("chevron"));
  };
  refresh();
  return { element, refresh };
}
