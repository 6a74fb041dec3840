// The texts of the picture in the panel: what each box says, and how far it is turned.

import { button, fill, h } from "./dom.js";
import { serverErrors, toggle } from "./fields.js";
import { addBox, removeBox } from "./layout.js";
import { get, set, watch, wish } from "./store.js";
import { complaint } from "./textlayout.js";

export function textSection() {
  const list = h("ul", { class: "texts" });
  const add = button("Add text", { class: "compact", icon: "text", on: { click: () => { const box = addBox(); document.getElementById(`text-${box.id}`)?.select(); } } });
  const none = toggle("No lettering at all", false, (on) => wish(on ? { noText: true, texts: [] } : { noText: false }));
  const head = h("div", { class: "field-head" }, h("legend", {}, "Text"), add);
  const element = h("fieldset", { class: "field" }, head, list, none.element, serverErrors(list, "text_layout"), serverErrors(none.input, "controls.no_text"));
  watch(["wish"], () => {
    const { texts, noText } = get("wish");
    none.input.checked = noText;
    const shown = [...list.children].map((item) => item.dataset.id).join();
    if (shown !== texts.map((box) => box.id).join()) fill(list, texts.map(row));
    for (const box of texts) tell(box);
  });
  return element;
}

function row(box) {
  const change = (patch) => wish({ texts: get("wish").texts.map((other) => (other.id === box.id ? { ...other, ...patch } : other)) });
  const text = h("textarea", { id: `text-${box.id}`, class: "input", rows: 1, maxlength: 100, value: box.text, "aria-label": `Text ${box.id}`, "aria-describedby": `text-error-${box.id}`,
    on: { input: () => change({ text: text.value }), focus: () => set({ layout: true }) } });
  const angle = h("input", { class: "input figures angle", type: "number", min: -90, max: 90, step: 5, value: box.angle, "aria-label": `Angle of text ${box.id} in degrees`, title: "Angle in degrees",
    on: { input: () => change({ angle: Math.max(-90, Math.min(90, Number(angle.value) || 0)) }) } });
  return h("li", { data: { id: box.id } }, h("div", { class: "row" }, text, angle, h("span", { class: "hint" }, "°"),
    button(`Remove text ${box.id}`, { kind: "ghost", class: "compact", icon: "close", only: true, on: { click: () => removeBox(box.id) } })),
  h("p", { class: "error", id: `text-error-${box.id}`, hidden: true }));
}

function tell(box) {
  const line = document.getElementById(`text-error-${box.id}`);
  const control = document.getElementById(`text-${box.id}`);
  if (!line) return;
  const wrong = complaint(box.text);
  line.hidden = !wrong;
  line.textContent = wrong;
  control.toggleAttribute("aria-invalid", Boolean(wrong));
  if (wrong) control.setAttribute("aria-invalid", "true");
}
