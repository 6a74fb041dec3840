// What is to be known and done about a picture: its report, seed, files, code, and the tools.

import { button, fill, h, icon } from "./dom.js";
import { downloads } from "./download.js";
import { codeBox } from "./snippets.js";
import { copy } from "./notices.js";
import { bytes, kindOf, units } from "./words.js";

const PARTS = [
  ["resolved", "Drawn as asked", "check", "ok"],
  ["approximated", "Drawn as something like it", "about", "warn"],
  ["ignored", "Left out", "ban", "warn"],
];

/**
 * @param {any} picture
 * @param {{title: string, request?: {path: string, body: any, files: Record<string, Blob>}, charged?: number|null,
 *   seeded?: boolean, actions?: any[]}} about
 */
export function inspector(picture, { title, request, charged = null, seeded = true, actions = [] }) {
  const { report } = picture;
  return h("div", { class: "inspector" },
    h("div", { class: "field" }, h("h2", { class: "clamp" }, title), facts(picture, charged)),
    (seeded || actions.length > 0) && h("div", { class: "seed-row" }, seeded ? seedOf(report) : h("div", {}), actions),
    downloads(picture), reportBox(report), request && codeBox(request));
}

function seedOf({ seed }) {
  return [h("div", {}, h("span", { class: "hint" }, "Seed"), h("div", { class: "mono figures seed" }, String(seed ?? "–"))),
    button("Copy the seed", { kind: "ghost", class: "compact", icon: "copy", only: true, on: { click: () => copy(String(seed), "Seed") } })];
}

function facts(picture, charged) {
  const chips = [kindOf(picture.media_type), `${picture.width} × ${picture.height}`, bytes(picture.bytes), charged !== null && units(charged)].filter(Boolean);
  return h("ul", { class: "chips figures" }, chips.map((chip) => h("li", { class: "badge" }, chip)), picture.report.style && h("li", { class: "badge" }, picture.report.style.replace("/", " / ").replaceAll("_", " ")));
}

function reportBox(report) {
  const parts = PARTS.filter(([name]) => report[name]?.length);
  return h("section", { class: "field", "aria-label": "Report" }, h("h3", {}, "Report"),
    parts.length === 0 && h("p", { class: "hint" }, "Nothing to remark."),
    parts.map(([name, title, mark, kind]) => h("div", { class: `report ${kind}` }, h("h4", {}, icon(mark), title), h("ul", {}, report[name].map((line) => h("li", {}, line))))),
    report.engine && h("p", { class: "hint" }, `Engine: ${report.engine}`));
}

/** Show an inspector, or an invitation while there is nothing to inspect. */
export function fillInspector(parent, content) {
  fill(parent, content ?? h("div", { class: "inspector-empty muted" }, icon("image"), h("p", {}, "Seed, report, files and code of a picture appear here.")));
}
