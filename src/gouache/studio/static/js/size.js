// Sizes: one button for each aspect, with its shape.

import { h, unique } from "./dom.js";

const SIZES = [
  ["1024x1024", "1:1"], ["1280x1024", "5:4"], ["1365x1024", "4:3"], ["1434x1024", "14:10"], ["1536x1024", "3:2"],
  ["1707x1024", "5:3"], ["1820x1024", "16:9"], ["2048x1024", "2:1"], ["1024x1280", "4:5"], ["1024x1365", "3:4"],
  ["1024x1434", "10:14"], ["1024x1536", "2:3"], ["1024x1707", "6:10"], ["1024x1820", "9:16"], ["1024x2048", "1:2"],
];

/** [width, height] of `WxH`. */
export const sides = (size) => size.split("x").map(Number);

/** @param {() => string} read @param {(size: string) => void} write */
export function sizePicker(read, write) {
  const name = unique("size");
  const note = h("span", { class: "hint figures" });
  const options = SIZES.map(([size, ratio]) => {
    const [width, height] = sides(size);
    const longest = Math.max(width, height);
    const glyph = h("span", { class: "shape", style: { width: `${(18 * width) / longest}px`, height: `${(18 * height) / longest}px` } });
    const input = h("input", { type: "radio", name, value: size, "aria-label": `${ratio}, ${width} by ${height} pixels`, on: { change: () => write(size) } });
    return { input, element: h("label", { class: "shape-option", title: `${width} × ${height}` }, input, h("span", { class: "shape-frame" }, glyph), h("span", { class: "small" }, ratio)) };
  });
  const element = h("fieldset", { class: "field" },
    h("div", { class: "field-head" }, h("legend", {}, "Size"), note), h("div", { class: "shapes" }, options.map((option) => option.element)));
  const refresh = () => {
    for (const { input } of options) input.checked = input.value === read();
    note.textContent = `${read().replace("x", " × ")} px`;
  };
  refresh();
  return { element, refresh };
}
