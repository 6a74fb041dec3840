// The mask brush: white marks what is to change. By pointer, or by keys: arrows move the brush, Space paints.

import { button, h } from "./dom.js";
import { segments } from "./fields.js";
import { announce } from "./notices.js";

const UNDOS = 30;
const INK = "#f0287d"; // how the marked part is shown; only its opacity counts

/** A canvas to paint a mask on, as large as the picture, with its tools. */
export function maskBrush(width, height) {
  const canvas = h("canvas", { class: "mask", tabindex: 0, role: "application", "aria-label": "Mask. Arrow keys move the brush, Space paints, Delete erases." });
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const cursor = h("span", { class: "brush-cursor", hidden: true });
  const brush = { size: Math.round(Math.max(width, height) / 14), paints: true, x: width / 2, y: height / 2 };
  const undos = [];
  let last = null;

  const remember = () => { undos.push(pen.getImageData(0, 0, width, height)); if (undos.length > UNDOS) undos.shift(); };
  const dab = (x, y, paints = brush.paints) => {
    pen.globalCompositeOperation = paints ? "source-over" : "destination-out";
    pen.strokeStyle = INK;
    pen.lineWidth = brush.size;
    pen.lineCap = "round";
    pen.beginPath();
    pen.moveTo(...(last ?? [x, y]));
    pen.lineTo(x, y + 0.01);
    pen.stroke();
    last = [x, y];
    Object.assign(brush, { x, y });
  };
  const place = (event) => {
    const frame = canvas.getBoundingClientRect();
    return [((event.clientX - frame.left) * width) / frame.width, ((event.clientY - frame.top) * height) / frame.height];
  };
  const showCursor = (x, y) => {
    cursor.hidden = false;
    const share = (value, all) => `${(value / all) * 100}%`;
    for (const [name, value] of [["left", share(x, width)], ["top", share(y, height)], ["width", share(brush.size, width)]]) cursor.style.setProperty(name, value);
  };
  const whole = (change) => { remember(); pen.globalCompositeOperation = "source-over"; change(); };
  const clear = () => whole(() => pen.clearRect(0, 0, width, height));
  const invert = () => whole(() => {
    pen.globalCompositeOperation = "xor";
    pen.fillStyle = INK;
    pen.fillRect(0, 0, width, height);
  });
  const undo = () => { const before = undos.pop(); if (before) pen.putImageData(before, 0, 0); };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    remember();
    last = null;
    dab(...place(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    const found = place(event);
    showCursor(...found);
    if (event.buttons & 1) for (const each of event.getCoalescedEvents?.() ?? [event]) dab(...place(each));
  });
  canvas.addEventListener("pointerleave", () => { cursor.hidden = true; });
  canvas.addEventListener("keydown", (event) => {
    const step = brush.size / 4;
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (!move && ![" ", "Delete"].includes(event.key)) return;
    event.preventDefault();
    if (move) Object.assign(brush, { x: Math.min(width, Math.max(0, brush.x + move[0])), y: Math.min(height, Math.max(0, brush.y + move[1])) });
    if (!move || event.ctrlKey) { if (!move) { remember(); last = null; } dab(brush.x, brush.y, event.key !== "Delete"); }
    if (!move) announce(event.key === " " ? "Painted" : "Erased");
    showCursor(brush.x, brush.y);
  });

  const size = h("input", { type: "range", min: 4, max: Math.round(Math.max(width, height) / 3), value: brush.size, "aria-label": "Brush size", on: { input: () => { brush.size = Number(size.value); showCursor(brush.x, brush.y); } } });
  const toolbar = h("div", { class: "mask-bar", role: "toolbar", "aria-label": "Mask" },
    segments("Brush", { paint: "Brush", erase: "Eraser" }, "paint", (value) => { brush.paints = value === "paint"; }), h("div", { class: "brush-size" }, size),
    button("Undo", { kind: "ghost", class: "compact", icon: "undo", only: true, on: { click: undo } }),
    button("Invert", { kind: "ghost", class: "compact", icon: "invert", only: true, on: { click: invert } }),
    button("Clear the mask", { kind: "ghost", class: "compact", icon: "trash", only: true, on: { click: clear } }));

  /** The mask as the API takes it: a PNG, white on black; null while nothing is painted. */
  const png = async () => {
    const data = pen.getImageData(0, 0, width, height).data;
    let painted = false;
    for (let at = 3; at < data.length; at += 4) { painted ||= data[at] > 127; }
    if (!painted) return null;
    const flat = h("canvas");
    flat.width = width;
    flat.height = height;
    const ink = flat.getContext("2d");
    const hard = ink.createImageData(width, height);
    for (let at = 0; at < data.length; at += 4) hard.data.set(data[at + 3] > 127 ? [255, 255, 255, 255] : [0, 0, 0, 255], at);
    ink.putImageData(hard, 0, 0);
    return new Promise((done) => flat.toBlob(done, "image/png"));
  };
  return { canvas, cursor, toolbar, png };
}
