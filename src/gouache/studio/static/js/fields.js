// Labelled controls, and complaints beside them.

import { fill, h, icon, unique } from "./dom.js";
import { get, watch } from "./store.js";

/** A complaint that belongs to a control: call it with the text, or with nothing to settle it. */
export function fieldError(control) {
  const id = unique("error");
  const element = h("p", { id, class: "error", role: "alert", hidden: true });
  const say = (text = "") => {
    element.hidden = !text;
    fill(element, text && icon("alert"), text && h("span", {}, text));
    if (text) {
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", id);
    } else {
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
    }
  };
  say.element = element;
  return say;
}

/** Shows the server's complaint about fields whose path begins with one of `paths`, beside `control`. */
export function serverErrors(control, ...paths) {
  const say = fieldError(control);
  watch(["problem"], () => {
    const problem = get("problem");
    const ours = problem && paths.some((path) => problem.field === path || problem.field?.startsWith(`${path}.`));
    say(ours ? problem.message : "");
    if (ours) {
      control.closest("details")?.setAttribute("open", "");
      element(control).scrollIntoView({ block: "nearest" });
      if (control.matches("input, textarea, select, button")) control.focus();
    }
  }, control);
  return say.element;
}

const element = (control) => control.closest(".field") ?? control;
/** The paths that have a place of their own on the page. */
export const PLACED = ["prompt", "negative_prompt", "size", "controls", "text_layout", "random_seed", "style", "substyle", "style_id", "n", "strength", "image", "mask", "expand_left", "expand_right", "expand_top", "expand_bottom", "zoom_out_percentage", "max_num_shapes", "max_num_colors", "strict_color_palette"];

/** A label, a control, a hint and the complaints about it. */
export function field(label, control, { hint, paths = [], end } = {}) {
  control.id ||= unique("field");
  return h(
    "div", { class: "field" },
    h("div", { class: "field-head" }, h("label", { class: "label", for: control.id }, label), end),
    control, hint && h("p", { class: "hint" }, hint), paths.length > 0 && serverErrors(control, ...paths),
  );
}

/** An on-off switch. */
export function toggle(label, checked, changed) {
  const input = h("input", { type: "checkbox", role: "switch", checked, on: { change: () => changed(input.checked) } });
  const element = h("label", { class: "switch" }, h("span", { class: "label" }, label), input);
  return { element, input };
}

/** A few choices side by side. */
export function segments(label, choices, chosen, changed) {
  const name = unique("segments");
  const option = ([value, text]) => h("label", {}, h("input", { type: "radio", name, value, checked: value === chosen, on: { change: () => changed(value) } }), h("span", {}, text));
  return h("div", { class: "segments", role: "radiogroup", "aria-label": label }, Object.entries(choices).map(option));
}
