// The text boxes on the page: draw one by dragging, move and size them by pointer or keys.

import { button, fill, h } from "./dom.js";
import { get, set, watch, wish } from "./store.js";
import { clamp, newBox } from "./textlayout.js";

const CORNERS = { nw: [1, 1], ne: [0, 1], sw: [1, 0], se: [0, 0] };

/** Put the layer of text boxes over a page element. */
export function textLayer(page) {
  const layer = h("div", { class: "text-layer", on: { pointerdown: (event) => draw(event, layer) } });
  watch(["wish", "layout"], () => {
    layer.hidden = !get("layout");
    if (layer.hidden) return;
    const ids = get("wish").texts.map((box) => String(box.id));
    for (const element of [...layer.children]) if (!ids.includes(element.dataset.id)) element.remove();
    for (const box of get("wish").texts) {
      const element = layer.querySelector(`[data-id="${box.id}"]`) ?? layer.appendChild(boxElement(box.id, layer));
      place(element, box);
    }
  });
  page.append(layer);
}

const find = (id) => get("wish").texts.find((box) => box.id === id);
const replace = (box) => wish({ texts: get("wish").texts.map((other) => (other.id === box.id ? clamp(box) : other)) });
export const removeBox = (id) => wish({ texts: get("wish").texts.filter((box) => box.id !== id) });

/** Add a box and show the layer. */
export function addBox(place = {}) {
  const box = newBox(get("wish").texts, place);
  wish({ texts: [...get("wish").texts, box], noText: false });
  set({ layout: true });
  return box;
}

function boxElement(id, layer) {
  const element = h("div", { class: "text-box", tabindex: 0, role: "group", data: { id }, "aria-roledescription": "text box", on: {
    keydown: (event) => keys(event, id),
    pointerdown: (event) => drag(event, layer, id, null),
    dblclick: () => document.getElementById(`text-${id}`)?.focus(),
  } });
  const handles = Object.keys(CORNERS).map((corner) => h("span", { class: `handle ${corner}`, on: { pointerdown: (event) => drag(event, layer, id, corner) } }));
  element.append(h("span", { class: "text-preview" }), ...handles,
    button(`Remove text box ${id}`, { kind: "box-remove", icon: "close", only: true, on: { pointerdown: (event) => event.stopPropagation(), click: () => removeBox(id) } }));
  return element;
}

function place(element, box) {
  const percent = (value) => `${value * 100}%`;
  for (const [name, value] of [["left", box.x], ["top", box.y], ["width", box.w], ["height", box.h]]) element.style.setProperty(name, percent(value));
  element.style.setProperty("rotate", `${box.angle}deg`);
  const lines = box.text.split("\n").filter((line) => line.trim());
  fill(element.querySelector(".text-preview"), lines.map((line) => h("span", { style: { "--letters": Math.max(1, line.length), "--lines": lines.length } }, line)));
  element.setAttribute("aria-label", `“${box.text}”, ${Math.round(box.x * 100)} % from the left, ${Math.round(box.y * 100)} % from the top, ${Math.round(box.w * 100)} by ${Math.round(box.h * 100)} %. Arrow keys move, with Shift they resize, Delete removes.`);
}

function keys(event, id) {
  const box = find(id);
  const step = event.altKey ? 0.002 : 0.01;
  const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
  if (event.target !== event.currentTarget || !box) return;
  if (move) {
    event.preventDefault();
    replace(event.shiftKey ? { ...box, w: box.w + move[0], h: box.h + move[1] } : { ...box, x: box.x + move[0], y: box.y + move[1] });
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    removeBox(id);
  } else if (event.key === "Enter") {
    event.preventDefault();
    document.getElementById(`text-${id}`)?.focus();
  }
}

/** Follow a pointer over the layer; positions are fractions of the page. */
function track(event, layer, moved, done = () => {}) {
  const frame = layer.getBoundingClientRect();
  const at = (other) => [(other.clientX - frame.left) / frame.width, (other.clientY - frame.top) / frame.height];
  const start = at(event);
  const move = (other) => { const now = at(other); moved(now[0] - start[0], now[1] - start[1], start, now); };
  const up = () => { layer.removeEventListener("pointermove", move); layer.removeEventListener("pointerup", up); layer.removeEventListener("pointercancel", up); done(); };
  layer.setPointerCapture(event.pointerId);
  layer.addEventListener("pointermove", move);
  layer.addEventListener("pointerup", up);
  layer.addEventListener("pointercancel", up);
}

function drag(event, layer, id, corner) {
  if (event.button !== 0) return;
  event.stopPropagation();
  const box = find(id);
  event.currentTarget.closest(".text-box").focus({ preventScroll: true });
  event.preventDefault();
  track(event, layer, (right, down) => {
    if (!corner) return replace({ ...box, x: box.x + right, y: box.y + down });
    const [fromLeft, fromTop] = CORNERS[corner];
    const w = Math.max(0.04, fromLeft ? box.w - right : box.w + right);
    const height = Math.max(0.03, fromTop ? box.h - down : box.h + down);
    replace({ ...box, w, h: height, x: fromLeft ? box.x + box.w - w : box.x, y: fromTop ? box.y + box.h - height : box.y });
  });
}

function draw(event, layer) {
  if (event.button !== 0 || event.target !== layer) return;
  event.preventDefault();
  let box = null;
  track(event, layer, (right, down, start) => {
    if (!box && Math.hypot(right, down) < 0.02) return;
    const place = { x: start[0] + Math.min(0, right), y: start[1] + Math.min(0, down), w: Math.abs(right), h: Math.abs(down) };
    box ??= addBox(place);
    replace({ ...find(box.id), ...place });
  }, () => { if (box) document.getElementById(`text-${box.id}`)?.select(); });
}
