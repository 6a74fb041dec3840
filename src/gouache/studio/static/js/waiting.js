// What stands in the picture's place while it is made.

import { button, h } from "./dom.js";
import { cancel, findRun } from "./runs.js";

const WORDS = { sending: "Sending", queued: "Waiting for a free worker", canceling: "Canceling" };

/** Where a run is, in words. */
export const stateWord = (run) => WORDS[run.state] ?? run.stage ?? (run.kind === "generate" ? "Drawing" : "Working");

export function waiting(run) {
  return h("div", { class: "skeleton stage-wait" },
    h("div", { class: "wait-box" }, h("div", { class: "row between" }, h("span", { class: "stage-word" }), button("Cancel", { kind: "ghost", class: "compact", on: { click: () => cancel(findRun(run.id)) } })),
      h("div", { class: "progress", role: "progressbar", "aria-label": "Progress", "aria-valuemin": 0, "aria-valuemax": 100 }, h("i"))));
}
