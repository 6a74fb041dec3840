// The board of the create view: the page with its picture or its text boxes, and the strip of pictures below.

import { button, fill, h, icon } from "./dom.js";
import { openInEditor } from "./edit.js";
import { fullSize } from "./viewer.js";
import { addBox, textLayer } from "./layout.js";
import { findRun, isOpen } from "./runs.js";
import { sides } from "./size.js";
import { stateWord, waiting } from "./waiting.js";
import { get, set, watch, wish } from "./store.js";
import { kindOf } from "./words.js";

const IDEAS = [
  "Two foxes under a red umbrella, autumn rain",
  "A poster for a jazz night, 'BLUE NOTE'",
  "Logo of a coffee roaster, a mountain in a cup",
  "A lighthouse at dusk, waves against the rocks",
];

/** @param {HTMLElement} board */
export function startStage(board) {
  const sheet = h("div", { class: "sheet" });
  const page = h("div", { class: "page" }, sheet);
  const stage = h("div", { class: "stage" }, page);
  textLayer(page);
  board.append(toolbar(), stage, strip());
  watch(["runs", "shown", "wish", "layout"], () => show(page, sheet));
}

/** The picture on the stage, null when there is none. */
export function shownPicture() {
  const { run, index } = get("shown") ?? {};
  return findRun(run)?.pictures[index] ?? null;
}

function toolbar() {
  const layout = button("Text boxes", { kind: "ghost", class: "compact", icon: "text", on: { click: () => {
    if (!get("layout") && !get("wish").texts.length) addBox();
    else set({ layout: !get("layout") });
  } } });
  const edit = button("Edit", { kind: "ghost", class: "compact", icon: "edit", on: { click: () => openInEditor(shownPicture()) } });
  const full = button("Full size", { kind: "ghost", class: "compact", icon: "expand", on: { click: () => fullSize(shownPicture()) } });
  const details = button("Details", { kind: "ghost", class: "compact only-phone", on: { click: () => document.getElementById("create-inspector").scrollIntoView({ behavior: "smooth" }) } });
  const facts = h("span", { class: "muted small figures board-facts" });
  watch(["layout", "shown", "runs", "wish"], () => {
    const picture = shownPicture();
    layout.setAttribute("aria-pressed", String(get("layout")));
    details.hidden = edit.hidden = full.hidden = !picture || get("layout");
    facts.textContent = picture && !get("layout") ? `${picture.width} × ${picture.height} · ${kindOf(picture.media_type)}` : get("wish").size.replace("x", " × ");
  });
  return h("div", { class: "board-bar", role: "toolbar", "aria-label": "Stage" }, layout, h("span", { class: "grow" }), facts, details, edit, full);
}

let drawn = "";

function show(page, sheet) {
  const { run: id, index } = get("shown") ?? {};
  const run = findRun(id);
  const picture = run?.pictures[index];
  const planning = get("layout");
  const [width, height] = planning || !run ? sides(get("wish").size) : picture ? [picture.width, picture.height] : [run.aspect * 1000, 1000];
  page.style.setProperty("--aspect", String(width / height));
  page.classList.toggle("planning", planning);
  sheet.style.setProperty("background-color", planning || !run ? get("wish").background ?? "" : "");
  const ghost = planning && picture && Math.abs(picture.width / picture.height - width / height) < 0.01;
  const state = planning ? `plan ${ghost ? picture.image_id : ""}` : `${id} ${index} ${picture?.image_id ?? run?.state}`;
  if (state !== drawn) {
    drawn = state;
    sheet.classList.toggle("checker", Boolean(picture) && !planning);
    fill(sheet, planning ? (ghost ? image(picture, "ghost-picture") : hint()) : content(run, picture));
  }
  const bar = sheet.querySelector(".progress");
  if (bar && run) {
    bar.style.setProperty("--done", String(run.progress));
    bar.setAttribute("aria-valuenow", String(Math.round(run.progress * 100)));
    sheet.querySelector(".stage-word").textContent = stateWord(run);
  }
}

const hint = () => h("p", { class: "plan-hint muted" }, "Drag on the page to place a word");

function content(run, picture) {
  if (picture) return image(picture);
  if (isOpen(run)) return waiting(run);
  if (run?.state === "failed") {
    return h("div", { class: "stage-note" }, icon("alert"), h("h2", {}, "Not drawn"), h("p", { class: "muted" }, run.error.message), h("p", { class: "hint" }, "Nothing was charged."));
  }
  if (run?.state === "canceled") return h("div", { class: "stage-note" }, icon("ban"), h("h2", {}, "Canceled"), h("p", { class: "muted" }, "Nothing was charged."));
  return welcome();
}

export function image(picture, kind = "") {
  const seed = picture.report?.seed;
  return h("img", { class: kind, src: picture.url, width: picture.width, height: picture.height, decoding: "async", alt: altOf(picture, seed) });
}

const altOf = (picture, seed) => (picture.report?.resolved?.length ? `Picture with ${picture.report.resolved.slice(0, 6).join(", ")}` : `Picture with seed ${seed}`);

function welcome() {
  const idea = (text) => h("li", {}, h("button", { type: "button", class: "idea", on: { click: () => { wish({ prompt: text }); document.getElementById("prompt").focus(); } } }, text));
  return h("div", { class: "welcome" }, h("h2", { class: "big" }, "What shall we draw?"), h("p", { class: "muted" }, "Describe it, choose a style, press Draw. Or begin with one of these:"), h("ul", { class: "ideas" }, IDEAS.map(idea)));
}

function strip() {
  const element = h("div", { class: "strip", role: "listbox", "aria-label": "Pictures of this session", "aria-orientation": "horizontal", on: { keydown: stripKeys } });
  watch(["runs", "shown"], () => {
    const runs = get("runs").filter((run) => run.kind === "generate");
    element.hidden = !runs.length;
    const shown = get("shown");
    const parts = runs.flatMap((run) => Array.from({ length: isOpen(run) ? run.n : run.pictures.length || 1 }, (_, index) => tile(run, index, shown?.run === run.id && shown.index === index)));
    fill(element, parts);
  });
  return element;
}

function tile(run, index, selected) {
  const picture = run.pictures[index];
  const inside = picture ? h("img", { src: picture.thumbnail, alt: "", width: 64, height: 64 }) : isOpen(run) ? h("span", { class: "skeleton" }) : icon(run.state === "canceled" ? "ban" : "alert");
  const name = picture ? `Picture ${index + 1} of ${isOpen(run) ? run.n : run.pictures.length}: ${run.body.prompt}` : isOpen(run) ? `Being drawn: ${run.body.prompt}` : `${run.state}: ${run.body.prompt}`;
  return h("button", { type: "button", role: "option", id: `tile-${run.id}-${index}`, class: index === 0 ? "tile first" : "tile", tabindex: selected ? 0 : -1, "aria-selected": String(selected), "aria-label": name, on: { click: () => set({ shown: { run: run.id, index }, layout: false }) } }, inside);
}

function stripKeys(event) {
  const by = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
  if (!by) return;
  event.preventDefault();
  const tiles = [...event.currentTarget.children];
  const at = Math.max(0, tiles.indexOf(document.activeElement));
  const next = tiles[Math.min(tiles.length - 1, Math.max(0, at + by))];
  next.focus();
  next.click();
}
