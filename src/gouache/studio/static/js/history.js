// The history: every job of the own account that the server still keeps, whichever way it came in.

import { call } from "./api.js";
import { modal } from "./dialog.js";
import { button, fill, h, icon } from "./dom.js";
import { openInEditor } from "./edit.js";
import { inspector } from "./inspector.js";
import { toast } from "./notices.js";
import { wishOf } from "./request.js";
import { get, watch, wish } from "./store.js";
import { OPERATIONS, ago, day, time, units } from "./words.js";

let jobs = /** @type {any[]} */ ([]);
let next = /** @type {string|null} */ (null);

export function startHistory(view) {
  const grid = h("div", { class: "history" });
  const more = button("Show more", { hidden: true, on: { click: () => load(grid, more, next) } });
  const again = button("Refresh", { kind: "button", icon: "refresh", on: { click: () => load(grid, more, null) } });
  const kept = h("p", { class: "muted" });
  view.append(h("div", { class: "page-inner" }, h("header", { class: "page-head" }, h("div", {}, h("h1", { id: "history-title" }, "History"), kept), again), grid, h("div", { class: "row center" }, more)));
  watch(["view"], () => { if (get("view") === "history") load(grid, more, null); });
  watch(["session"], () => { kept.textContent = `What your account asked for, through any door. Pictures are kept for ${Math.round(get("session")?.kept_hours ?? 24)} hours.`; });
}

async function load(grid, more, after) {
  if (!after && !jobs.length) fill(grid, h("div", { class: "history-grid" }, Array.from({ length: 8 }, () => h("div", { class: "skeleton history-skeleton" }))));
  more.disabled = true;
  try {
    const page = await call(`/studio/api/jobs${after ? `?after=${encodeURIComponent(after)}` : ""}`);
    jobs = after ? [...jobs, ...page.jobs] : page.jobs;
    next = page.next;
    show(grid);
  } catch (error) {
    fill(grid, h("p", { class: "error" }, icon("alert"), error.message));
  }
  more.disabled = false;
  more.hidden = !next;
}

function show(grid) {
  if (!jobs.length) {
    return fill(grid, h("div", { class: "empty-page" }, icon("history"), h("h2", {}, "Nothing yet"), h("p", { class: "muted" }, "What you draw and edit will be listed here."), h("a", { class: "primary", href: "#create" }, "Draw something")));
  }
  const days = Map.groupBy ? Map.groupBy(jobs, (job) => day(job.created_at)) : group(jobs);
  return fill(grid, [...days].map(([name, list]) => h("section", { "aria-label": name }, h("h2", { class: "day" }, name), h("ul", { class: "history-grid" }, list.map(card)))));
}

function group(list) {
  const days = new Map();
  for (const job of list) days.set(day(job.created_at), [...(days.get(day(job.created_at)) ?? []), job]);
  return days;
}

const titleOf = (job) => job.request.prompt ?? OPERATIONS[job.type] ?? job.type;

function card(job) {
  const good = job.state === "succeeded" && job.pictures.length > 0;
  const face = good ? h("img", { src: job.pictures[0].thumbnail, alt: "", loading: "lazy", width: 320, height: 320 }) : h("span", { class: "history-state" }, icon(job.state === "canceled" ? "ban" : job.state === "failed" ? "alert" : "history"), job.state);
  const label = h("span", { class: "history-text" }, h("span", { class: "clamp" }, titleOf(job)),
    job.error && h("span", { class: "small clamp history-why" }, job.error.message),
    h("span", { class: "muted small figures" }, `${OPERATIONS[job.type] ?? job.type} · ${time(job.created_at)}${job.charged ? ` · ${units(job.charged)}` : ""}`));
  const badge = job.pictures.length > 1 && h("span", { class: "badge count-badge" }, `${job.pictures.length}`);
  return h("li", {}, h("button", { type: "button", class: "history-card", disabled: !good, title: job.error?.message ?? titleOf(job), on: { click: () => open(job) } }, h("span", { class: "history-face checker" }, face, badge), label));
}

function open(job) {
  return modal(ago(job.created_at), (close) => {
    const stage = h("div", { class: "detail-stage" });
    const side = h("div", { class: "detail-side" });
    const show = (index) => {
      const picture = job.pictures[index];
      fill(stage, h("img", { class: "checker", src: picture.url, alt: `Picture ${index + 1} of ${titleOf(job)}`, width: picture.width, height: picture.height }));
      fill(side, job.pictures.length > 1 && h("div", { class: "strip plain-strip" }, job.pictures.map((each, at) => h("button", { type: "button", class: "tile", "aria-pressed": String(at === index), "aria-label": `Picture ${at + 1}`, on: { click: () => show(at) } }, h("img", { src: each.thumbnail, alt: "", width: 64, height: 64 })))),
        inspector(picture, { title: titleOf(job), charged: job.charged, seeded: job.request.seed !== undefined, actions: actions(job, picture, close) }));
    };
    show(0);
    return h("div", { class: "detail" }, stage, side);
  }, { wide: true });
}

function actions(job, picture, close) {
  const reuse = () => {
    wish(wishOf(job.request));
    location.hash = "create";
    close();
    if (job.request.profile) toast("The picture had a style of your own: choose it again in the gallery.");
  };
  return [
    job.type === "generate" && button("Use settings", { class: "compact", icon: "undo", on: { click: reuse } }),
    button("Edit", { class: "compact", icon: "edit", on: { click: () => { openInEditor(picture); close(); } } }),
  ].filter(Boolean);
}
