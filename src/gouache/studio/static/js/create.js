// The panel of wishes: prompt, style, size, colours, text and the rest.

import { call } from "./api.js";
import { button, fill, h, icon } from "./dom.js";
import { field, segments, serverErrors, toggle } from "./fields.js";
import { styleButton } from "./gallery.js";
import { announce, toast } from "./notices.js";
import { colorInput, dropper, paletteEditor } from "./palette.js";
import { bodyOf } from "./request.js";
import { cancel, findRun, isOpen, submit } from "./runs.js";
import { isFree, priceOf, priceWords, refresh } from "./session.js";
import { sides, sizePicker } from "./size.js";
import { get, set, watch, wish } from "./store.js";
import { complaint } from "./textlayout.js";
import { textSection } from "./textlist.js";
import { isVector } from "./words.js";

const MAX_PROMPT = 1000;
const LEVELS = ["Auto", "0, calm and frontal", "1", "2", "3", "4", "5, lively and eccentric"];

/** @param {HTMLFormElement} form */
export function startCreate(form) {
  form.append(h("div", { class: "panel-scroll" }, promptField(), styleField(), sizeField(), colorField(), backgroundField(), textSection(), moreFields()), foot(form));
  form.addEventListener("submit", (event) => { event.preventDefault(); drawNow(); });
}

/** Submit the wish as it stands. */
export function drawNow() {
  const { prompt, texts, size, n } = get("wish");
  if (!prompt.trim()) return set({ problem: { field: "prompt", message: "Say what the picture shows." } });
  const wrong = texts.find((box) => complaint(box.text));
  if (wrong) return document.getElementById(`text-${wrong.id}`)?.focus();
  const [width, height] = sides(size);
  const run = submit("/v1/images/generations", bodyOf(get("wish")), { n, aspect: width / height });
  set({ shown: { run, index: 0 }, layout: false });
  announce("Drawing.");
}

const current = () => findRun(get("shown")?.run);

function promptField() {
  const count = h("span", { class: "hint figures" });
  const area = h("textarea", { id: "prompt", class: "input prompt", rows: 4, maxlength: MAX_PROMPT, placeholder: "A red panda reading under a lamp, warm evening light", on: { input: () => wish({ prompt: area.value }) } });
  const longer = button("Enhance", { kind: "ghost", class: "compact", icon: "sparkle", title: "Add a setting, light and composition that suit it", on: { click: () => enhance(longer) } });
  watch(["wish"], () => {
    const { prompt } = get("wish");
    if (area.value !== prompt) area.value = prompt;
    count.textContent = `${prompt.length} / ${MAX_PROMPT}`;
    longer.disabled = !prompt.trim();
  });
  return field("Prompt", area, { paths: ["prompt"], end: h("div", { class: "row" }, count, longer) });
}

async function enhance(control) {
  const before = get("wish").prompt;
  control.disabled = true;
  try {
    const { enhanced_prompt: prompt } = await call("/v1/prompts/enhance", { json: { prompt: before } });
    wish({ prompt: prompt.slice(0, MAX_PROMPT) });
    toast("Prompt enhanced", { action: { label: "Undo", run: () => wish({ prompt: before }) } });
    await refresh();
  } catch (error) {
    toast(error.message, { bad: true });
  } finally {
    control.disabled = false;
  }
}

function styleField() {
  const style = styleButton(() => get("wish").style, (chosen) => wish({ style: chosen }));
  let last = get("wish").style;
  watch(["wish"], () => { if (get("wish").style !== last) { last = get("wish").style; style.refresh(); } });
  return h("div", { class: "field" }, h("div", { class: "field-head" }, h("span", { class: "label" }, "Style")), style.element, serverErrors(style.element, "style", "substyle", "style_id", "model"));
}

function sizeField() {
  const picker = sizePicker(() => get("wish").size, (size) => wish({ size }));
  watch(["wish"], picker.refresh);
  picker.element.append(serverErrors(picker.element, "size"));
  return picker.element;
}

function colorField() {
  const editor = paletteEditor(() => get("wish").colors, (colors) => wish({ colors }), { hint: "Every colour is kept exactly." });
  watch(["wish"], editor.refresh);
  editor.element.append(serverErrors(editor.element, "controls.colors"));
  return editor.element;
}

function backgroundField() {
  const line = h("div", { class: "row" });
  const onOff = toggle("Flat background", false, (on) => wish({ background: on ? "#ffffff" : null }));
  const element = h("div", { class: "field" }, onOff.element, line, serverErrors(line, "controls.background_color"));
  watch(["wish"], () => {
    const { background } = get("wish");
    onOff.input.checked = background !== null;
    line.hidden = background === null;
    if (background !== null && line.dataset.hex !== background && !line.contains(document.activeElement)) {
      fill(line, colorInput("Background colour", background, (hex) => wish({ background: hex })), dropper((hex) => wish({ background: hex })));
    }
    line.dataset.hex = background ?? "";
  });
  return element;
}

function moreFields() {
  const negative = h("textarea", { id: "negative", class: "input", rows: 2, maxlength: MAX_PROMPT, placeholder: "people, text, clouds", on: { input: () => wish({ negative: negative.value }) } });
  const seed = h("input", { id: "seed", class: "input figures", inputmode: "numeric", placeholder: "Random", on: { input: () => wish({ seed: /^\d+$/.test(seed.value.trim()) ? Number(seed.value) : null }) } });
  const dice = button("New seed each time", { kind: "ghost", icon: "dice", only: true, on: { click: () => wish({ seed: null }) } });
  const level = h("input", { id: "level", type: "range", min: -1, max: 5, step: 1, on: { input: () => wish({ level: Number(level.value) < 0 ? null : Number(level.value) }) } });
  const said = h("span", { class: "hint" });
  const format = h("div", {}, segments("File format", { webp: "WebP", png: "PNG" }, get("wish").format, (value) => wish({ format: value })));
  const fileField = h("div", { class: "field-head" }, h("span", { class: "label" }, "File format"), format);
  watch(["wish"], () => {
    const now = get("wish");
    if (negative.value !== now.negative) negative.value = now.negative;
    if (document.activeElement !== seed) seed.value = now.seed === null ? "" : String(now.seed);
    level.value = String(now.level ?? -1);
    said.textContent = LEVELS[(now.level ?? -1) + 1];
    level.setAttribute("aria-valuetext", said.textContent);
    fileField.hidden = isVector(now.style);
  });
  return h("details", { class: "more" }, h("summary", {}, icon("chevron"), "More settings"),
    h("div", { class: "more-body" },
      field("Leave out", negative, { paths: ["negative_prompt"], hint: "What must not be in the picture." }),
      h("div", { class: "field" }, h("label", { class: "label", for: "seed" }, "Seed"), h("div", { class: "row" }, seed, dice), h("p", { class: "hint" }, "The same seed and settings give the same picture, byte for byte."), serverErrors(seed, "random_seed")),
      field("Artistic level", level, { paths: ["controls.artistic_level"], end: said }), fileField));
}

function foot() {
  const count = h("output", { id: "count", "aria-live": "off" }, "1");
  const step = (by) => () => wish({ n: Math.min(6, Math.max(1, get("wish").n + by)) });
  const less = button("Fewer pictures", { kind: "plain", icon: "minus", only: true, on: { click: step(-1) } });
  const more = button("More pictures", { kind: "plain", icon: "plus", only: true, on: { click: step(1) } });
  const price = h("span", { class: "hint figures" });
  const go = button("Draw", { kind: "primary", class: "grow draw", type: "submit", id: "draw", title: "Ctrl + Enter" });
  const stop = button("Cancel", { kind: "danger-button", icon: "close", id: "cancel", on: { click: () => cancel(current()) } });
  const say = h("p", { class: "error", role: "alert", id: "create-problem", hidden: true });
  watch(["wish", "session", "runs", "shown", "problem"], () => {
    const { n, style } = get("wish");
    count.textContent = String(n);
    count.setAttribute("aria-label", `${n} ${n === 1 ? "picture" : "pictures"}`);
    less.disabled = n <= 1;
    more.disabled = n >= 6;
    const units = priceOf("images.generations", isVector(style), n);
    price.classList.toggle("free", isFree());
    price.textContent = priceWords(units);
    stop.hidden = !isOpen(current());
    const problem = get("problem");
    say.hidden = !problem || Boolean(problem.field) || get("view") !== "create";
    if (!say.hidden) fill(say, icon("alert"), h("span", {}, problem.message));
  });
  return h("div", { class: "panel-foot" }, say,
    h("div", { class: "row" }, h("div", { class: "stepper", role: "group", "aria-label": "Number of pictures" }, less, count, more), go, stop),
    h("div", { class: "row between" }, price, h("span", { class: "hint keys" }, h("kbd", {}, "Ctrl"), h("kbd", {}, "Enter"))), serverErrors(count, "n"));
}
