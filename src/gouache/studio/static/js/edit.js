// The edit view: a picture, a tool, perhaps a mask, and the result beside what was before.

import { button, fill, h, icon } from "./dom.js";
import { original } from "./download.js";
import { fillInspector, inspector } from "./inspector.js";
import { maskBrush } from "./mask.js";
import { toast } from "./notices.js";
import { cancel, findRun, isOpen, submit } from "./runs.js";
import { isFree, priceOf, priceWords } from "./session.js";
import { beforeAfter } from "./slider.js";
import { bytesFor, droppable, pasteable, takeFile } from "./source.js";
import { stateWord, waiting } from "./waiting.js";
import { get, set, watch } from "./store.js";
import { lacking, toolBody, toolFields } from "./toolform.js";
import { TOOLS, toolOf } from "./tools.js";
import { serverErrors } from "./fields.js";
import { isVector, kindOf } from "./words.js";

let brush = /** @type {ReturnType<typeof maskBrush>|null} */ (null);

const run = () => findRun(get("result"));
const result = () => run()?.pictures[get("compared")] ?? null;

/** Open a finished picture in this view. */
export async function openInEditor(picture, tool = get("tool")) {
  if (!picture) return;
  try {
    const blob = await original(picture);
    await takeFile(new File([blob], `gouache-${picture.report?.seed ?? "picture"}.${kindOf(picture.media_type).toLowerCase()}`, { type: picture.media_type }));
    set({ tool });
    location.hash = "edit";
  } catch (error) {
    toast(`The picture could not be opened: ${error.message}`, { bad: true });
  }
}

export function startEdit(form, board, side) {
  form.append(h("div", { class: "panel-scroll" }, sourceBox(), toolList(), settings()), foot());
  form.addEventListener("submit", (event) => { event.preventDefault(); applyTool(); });
  startBoard(board);
  const file = picker();
  board.append(file);
  board.addEventListener("click", (event) => { if (event.target.closest("[data-pick]")) file.click(); });
  form.addEventListener("click", (event) => { if (event.target.closest("[data-pick]")) file.click(); });
  droppable(board, ([first]) => takeFile(first));
  const open = (file, name) => { location.hash = "edit"; takeFile(file, name); };
  droppable(document.getElementById("create-board"), ([first]) => open(first));
  pasteable(() => ["create", "edit"].includes(get("view")), ([first]) => open(first, "pasted picture"));
  watch(["runs", "result", "compared"], () => fillInspector(side, resultInspector()));
}

function picker() {
  const input = h("input", { type: "file", accept: "image/png,image/jpeg,image/webp,image/svg+xml", hidden: true, id: "edit-file", on: { change: () => { if (input.files[0]) takeFile(input.files[0]); input.value = ""; } } });
  return input;
}

/** Send the picture through the tool. */
export async function applyTool() {
  const tool = toolOf(get("tool"));
  const source = get("source");
  const wrong = source ? lacking(tool) : { field: "image", message: "Choose a picture first." };
  if (wrong) return set({ problem: wrong });
  const mask = tool.mask ? await brush?.png() : null;
  if (tool.mask && !mask) return set({ problem: { field: "mask", message: "Paint over the part that is to change." } });
  const image = await bytesFor(source, tool.raster);
  const body = toolBody(tool);
  const id = submit(tool.path, body, { files: mask ? { image, mask } : { image }, kind: tool.id, n: body.n ?? 1, aspect: source.width / source.height, before: source });
  set({ result: id, compared: 0 });
}

function sourceBox() {
  const box = h("div", { class: "source" });
  watch(["source"], () => {
    const source = get("source");
    fill(box, source ? [h("span", { class: "thumb-box checker" }, h("img", { src: source.url, alt: "" })),
      h("span", { class: "style-text" }, h("strong", {}, source.name), h("span", { class: "muted small figures" }, `${source.width} × ${source.height}`)),
      button("Change", { class: "compact", "data-pick": true })]
      : button("Choose a picture", { class: "wide-button", icon: "upload", "data-pick": true }));
  });
  return h("div", { class: "field" }, h("div", { class: "field-head" }, h("span", { class: "label" }, "Picture")), box, serverErrors(box, "image", "image_url"));
}

function toolList() {
  const option = (tool) => h("label", { class: "tool", title: tool.about }, h("input", { type: "radio", name: "tool", value: tool.id, on: { change: () => set({ tool: tool.id, problem: null, result: null }) } }), h("span", {}, icon(tool.icon), tool.label));
  const element = h("fieldset", { class: "field" }, h("legend", {}, "Tool"), h("div", { class: "tools" }, TOOLS.map(option)));
  watch(["tool"], () => { for (const input of element.querySelectorAll("input")) input.checked = input.value === get("tool"); });
  return element;
}

function settings() {
  const box = h("div", { class: "tool-settings" });
  watch(["tool"], () => {
    const tool = toolOf(get("tool"));
    fill(box, h("p", { class: "muted" }, tool.about), tool.mask && h("p", { class: "hint" }, "Paint over the picture: what is marked changes, everything else keeps its pixels."), toolFields(tool));
  });
  const maskError = h("div", { id: "mask-place" });
  return h("div", { class: "field" }, box, maskError, serverErrors(maskError, "mask", "mask_url"));
}

function foot() {
  const go = button("Apply", { kind: "primary", class: "grow", type: "submit", id: "apply" });
  const stop = button("Cancel", { kind: "danger-button", icon: "close", on: { click: () => cancel(run()) } });
  const price = h("span", { class: "hint figures" });
  const say = h("p", { class: "error", role: "alert", id: "edit-problem", hidden: true });
  watch(["tool", "toolValues", "session", "runs", "result", "problem", "view"], () => {
    const tool = toolOf(get("tool"));
    const style = get("toolValues").style;
    const many = tool.fields.some((spec) => spec.name === "n") ? get("toolValues").n ?? 1 : 1;
    const units = priceOf(tool.priced, Boolean(tool.drawn && style && isVector(style)), many);
    price.classList.toggle("free", isFree());
    price.textContent = priceWords(units);
    stop.hidden = !isOpen(run());
    go.disabled = isOpen(run());
    const problem = get("problem");
    say.hidden = !problem || Boolean(problem.field) || get("view") !== "edit";
    if (!say.hidden) fill(say, icon("alert"), h("span", {}, problem.message));
  });
  return h("div", { class: "panel-foot" }, say, h("div", { class: "row" }, go, stop), price);
}

function startBoard(board) {
  const bar = h("div", { class: "board-bar" });
  const page = h("div", { class: "page" });
  const stage = h("div", { class: "stage" }, page);
  const strip = h("div", { class: "strip", hidden: true });
  board.append(bar, stage, strip);
  let shown = "";
  watch(["source", "tool", "runs", "result", "compared"], () => {
    const source = get("source");
    const state = `${source?.url} ${get("tool")} ${run()?.id} ${run()?.state} ${run()?.pictures.length} ${get("compared")}`;
    const progress = page.querySelector(".progress");
    if (progress && run()) {
      progress.style.setProperty("--done", String(run().progress));
      page.querySelector(".stage-word").textContent = stateWord(run());
    }
    if (state === shown) return;
    shown = state;
    const at = result();
    const aspect = at ? at.width / at.height : source ? source.width / source.height : 4 / 3;
    page.style.setProperty("--aspect", String(aspect));
    fill(page, content(source, at));
    fill(bar, h("span", { class: "muted small" }, at ? toolOf(run().kind).label : source ? source.name : "No picture yet"), h("span", { class: "grow" }), tools(source, at));
    showStrip(strip);
  });
}

function tools(source, at) {
  if (at) return [button("Try again", { kind: "ghost", class: "compact", icon: "undo", on: { click: () => set({ result: null }) } }), button("Go on with the result", { class: "compact", icon: "check", on: { click: () => openInEditor(at) } })];
  return source && toolOf(get("tool")).mask && !isOpen(run()) && brush ? brush.toolbar : null;
}

function content(source, at) {
  const before = run()?.before ?? source;
  if (at) return beforeAfter(before, at, placed(before, at, run().body));
  if (!source) return dropZone();
  const picture = h("img", { src: source.url, alt: `The picture to edit, ${source.name}`, width: source.width, height: source.height });
  if (isOpen(run())) return [h("div", { class: "sheet" }, picture), h("div", { class: "over" }, waiting(run()))];
  const paints = toolOf(get("tool")).mask;
  if (!paints) return h("div", { class: "sheet checker" }, picture);
  if (!brush || brush.canvas.width !== source.width || brush.canvas.height !== source.height || brush.of !== source.url) brush = Object.assign(maskBrush(source.width, source.height), { of: source.url });
  return [h("div", { class: "sheet checker" }, picture), brush.canvas, brush.cursor];
}

/** Where the old picture lies in an outpainted one. */
function placed(before, after, body) {
  if (run().kind !== "outpaint") return {};
  const [wide, high] = [body.expand_left ?? 0, body.expand_top ?? 0];
  const kept = 1 - (body.zoom_out_percentage ?? 0) / 100;
  return {
    left: ((wide + (before.width * (1 - kept)) / 2) / after.width) * 100, width: ((before.width * kept) / after.width) * 100,
    top: ((high + (before.height * (1 - kept)) / 2) / after.height) * 100, height: ((before.height * kept) / after.height) * 100,
  };
}

function dropZone() {
  return h("div", { class: "drop-zone" }, icon("upload"), h("h2", { class: "big" }, "Drop a picture here"), h("p", { class: "muted" }, "or paste it, or take one from your history. PNG, JPEG, WebP or SVG."),
    button("Choose a file", { kind: "primary", icon: "image", "data-pick": true }));
}

function showStrip(strip) {
  const pictures = run()?.pictures ?? [];
  strip.hidden = pictures.length < 2;
  fill(strip, pictures.map((picture, index) => h("button", { type: "button", class: "tile", "aria-pressed": String(index === get("compared")), "aria-label": `Result ${index + 1}`, on: { click: () => set({ compared: index }) } }, h("img", { src: picture.thumbnail, alt: "", width: 64, height: 64 }))));
}

function resultInspector() {
  const at = result();
  if (!at) return null;
  const { path, body, files, details, kind } = run();
  return inspector(at, { title: toolOf(kind).label, seeded: toolOf(kind).fields.some((spec) => spec.kind === "seed"), request: { path, body, files }, charged: details?.charged ?? null });
}
