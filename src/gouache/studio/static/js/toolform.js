// The fields of a tool as controls, and what they hold as a request.

import { button, fill, h, icon } from "./dom.js";
import { field, segments, serverErrors, toggle } from "./fields.js";
import { styleButton } from "./gallery.js";
import { rgb } from "./color.js";
import { paletteEditor } from "./palette.js";
import { styleFields } from "./request.js";
import { sizePicker } from "./size.js";
import { get, set } from "./store.js";

/** @typedef {import("./tools.js").Field} Field @typedef {import("./tools.js").Tool} Tool */

const START = { strength: 0.5, size: "1024x1024" };
const starting = (spec) => START[spec.name] ?? spec.value ?? null;
const valueOf = (spec) => get("toolValues")[spec.name] ?? starting(spec);
const write = (name, value) => set({ toolValues: { ...get("toolValues"), [name]: value }, problem: null });

/** The controls of a tool. @param {Tool} tool */
export function toolFields(tool) {
  const shown = tool.fields.filter((spec) => !spec.more).map(control);
  const more = tool.fields.filter((spec) => spec.more).map(control);
  if (tool.id === "outpaint") shown.splice(1, 4, h("fieldset", { class: "field" }, h("legend", {}, "Grow by, px"), h("div", { class: "sides" }, shown.slice(1, 5))));
  return [...shown, more.length > 0 && h("details", { class: "more" }, h("summary", {}, icon("chevron"), "More settings"), h("div", { class: "more-body" }, more))];
}

/** What is missing or wrong, as the server would say it: {field, message}, or null. @param {Tool} tool */
export function lacking(tool) {
  const empty = tool.fields.find((spec) => spec.required && spec.kind === "text" && !String(valueOf(spec) ?? "").trim());
  if (empty) return { field: empty.name, message: "Say what is to be drawn." };
  const grows = ["left", "right", "top", "bottom"].some((side) => get("toolValues")[`expand_${side}`]) || get("toolValues").zoom_out_percentage;
  if (tool.id === "outpaint" && !grows) return { field: "expand_left", message: "Say by how much it is to grow." };
  return null;
}

/** The fields of the request; what is left at its default is left out. @param {Tool} tool */
export function toolBody(tool) {
  const body = {};
  for (const spec of tool.fields) {
    const value = valueOf(spec);
    if (value === null || value === "" || value === spec.value) continue;
    if (spec.kind === "style") Object.assign(body, styleFields(value));
    else if (spec.kind === "switch") body[spec.name] = value ? "on" : "off";
    else if (spec.kind === "palette") { if (value.length) body[spec.name] = value.map((color) => rgb(color.hex)); } else body[spec.name] = value;
  }
  return body;
}

/** @param {Field} spec */
function control(spec) {
  return KINDS[spec.kind](spec);
}

const KINDS = {
  text(spec) {
    const area = h("textarea", { class: "input", rows: spec.required ? 3 : 2, maxlength: 1000, value: valueOf(spec) ?? "", id: `tool-${spec.name}`, on: { input: () => write(spec.name, area.value) } });
    return field(spec.label, area, { paths: [spec.name], hint: spec.hint });
  },
  number(spec) {
    const input = h("input", { class: "input figures", type: "number", min: spec.least, max: spec.most, step: spec.step ?? 1, value: valueOf(spec) ?? "", id: `tool-${spec.name}`, on: { input: () => write(spec.name, input.value === "" ? null : Number(input.value)) } });
    return field(spec.label, input, { paths: [spec.name], hint: spec.hint });
  },
  seed(spec) {
    const input = h("input", { class: "input figures", inputmode: "numeric", placeholder: "Random", value: valueOf(spec) ?? "", id: `tool-${spec.name}`, on: { input: () => write(spec.name, /^\d+$/.test(input.value.trim()) ? Number(input.value) : null) } });
    return field(spec.label, input, { paths: [spec.name] });
  },
  range(spec) {
    const said = h("span", { class: "hint figures" }, String(valueOf(spec)));
    const input = h("input", { type: "range", min: spec.least, max: spec.most, step: spec.step, value: valueOf(spec), id: `tool-${spec.name}`, on: { input: () => { said.textContent = input.value; write(spec.name, Number(input.value)); } } });
    return field(spec.label, input, { paths: [spec.name], hint: spec.hint, end: said });
  },
  choice(spec) {
    return h("div", { class: "field-head" }, h("span", { class: "label" }, spec.label), segments(spec.label, spec.choices, valueOf(spec), (value) => write(spec.name, value)));
  },
  switch(spec) {
    return toggle(spec.label, valueOf(spec), (on) => write(spec.name, on)).element;
  },
  size(spec) {
    const picker = sizePicker(() => valueOf(spec), (size) => { write(spec.name, size); picker.refresh(); });
    picker.element.append(serverErrors(picker.element, spec.name));
    return picker.element;
  },
  palette(spec) {
    const editor = paletteEditor(() => valueOf(spec) ?? [], (colors) => { write(spec.name, colors); editor.refresh(); }, { title: spec.label, weights: false, most: 32 });
    editor.element.append(serverErrors(editor.element, spec.name));
    return editor.element;
  },
  style(spec) {
    const box = h("div", {});
    const show = () => {
      const chosen = valueOf(spec);
      if (!chosen) return fill(box, button("Choose a style", { class: "wide-button", on: { click: () => { write(spec.name, get("wish").style); show(); } } }));
      const style = styleButton(() => valueOf(spec), (next) => { write(spec.name, next); show(); });
      return fill(box, h("div", { class: "row" }, h("div", { class: "grow" }, style.element), button("Leave the style alone", { kind: "ghost", icon: "close", only: true, on: { click: () => { write(spec.name, null); show(); } } })));
    };
    show();
    return h("div", { class: "field" }, h("div", { class: "field-head" }, h("span", { class: "label" }, spec.label)), box, h("p", { class: "hint" }, spec.hint), serverErrors(box, "style", "substyle", "style_id"));
  },
};
