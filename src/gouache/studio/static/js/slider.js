// Before and after, with a divider that is an ordinary range control: it moves by pointer, touch and keys.

import { h } from "./dom.js";

/**
 * `place` says where in the frame of the result the old picture lies, each in percent of it; the whole by default.
 * @param {{url: string}} before @param {{url: string, width: number, height: number}} after
 * @param {Record<string, number>} place
 */
export function beforeAfter(before, after, place = {}) {
  const control = h("input", { type: "range", min: 0, max: 100, value: 50, class: "divider-control", "aria-label": "Divider between before and after, in percent", on: { input: () => move() } });
  const element = h("div", { class: "compare checker" },
    h("img", { class: "after", src: after.url, alt: "After", width: after.width, height: after.height }),
    h("div", { class: "before checker" }, h("img", { src: before.url, alt: "Before" })),
    h("span", { class: "divider", "aria-hidden": "true" }), h("span", { class: "tag left", "aria-hidden": "true" }, "Before"), h("span", { class: "tag right", "aria-hidden": "true" }, "After"), control);
  const move = () => element.style.setProperty("--split", `${control.value}%`);
  for (const [name, percent] of Object.entries(place)) element.style.setProperty(`--${name}`, `${percent}%`);
  move();
  return element;
}
