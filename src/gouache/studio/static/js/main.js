// Starts the page: views by the address's hash, and the keys that work everywhere.

import { startAccount } from "./account.js";
import { drawNow, startCreate } from "./create.js";
import { modal } from "./dialog.js";
import { $, button, h } from "./dom.js";
import { applyTool, startEdit } from "./edit.js";
import { startHistory } from "./history.js";
import { fillInspector, inspector } from "./inspector.js";
import { toast } from "./notices.js";
import { findRun } from "./runs.js";
import { startSession } from "./session.js";
import { shownPicture, startStage } from "./stage.js";
import { get, set, watch, wish } from "./store.js";
import { startTheme } from "./theme.js";

const VIEWS = ["create", "edit", "history", "account"];
const TITLES = { create: "Create", edit: "Edit", history: "History", account: "Account" };
const SHORTCUTS = [
  ["Ctrl Enter", "Draw, or apply the tool"], ["Alt 1 … 4", "Create, Edit, History, Account"], ["← →", "Go through the pictures in the strip"],
  ["Arrows", "Move a text box or the mask brush"], ["Shift Arrows", "Size a text box"], ["Delete", "Remove a text box, erase with the brush"], ["Space", "Paint with the mask brush"], ["Ctrl V", "Paste a picture to edit"], ["Esc", "Close a dialog"],
];

function showView() {
  const view = VIEWS.includes(location.hash.slice(1)) ? location.hash.slice(1) : "create";
  for (const name of VIEWS) {
    $(`#view-${name}`).hidden = name !== view;
    const tab = $(`[data-view="${name}"]`);
    if (name === view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  scrollTo(0, 0);
  document.title = `${TITLES[view]} · gouache studio`;
  set({ view, problem: null });
}

function keys(event) {
  if (document.querySelector("dialog[open]")) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    event.preventDefault();
    if (get("view") === "create") drawNow();
    if (get("view") === "edit") applyTool();
  } else if (event.altKey && !event.ctrlKey && "1234".includes(event.key)) {
    event.preventDefault();
    location.hash = VIEWS[Number(event.key) - 1];
  }
}

function showInspector() {
  const picture = shownPicture();
  const run = findRun(get("shown")?.run);
  if (!picture) return fillInspector($("#create-inspector"), null);
  const seed = picture.report.seed;
  const actions = [button("Use seed", { class: "compact", icon: "undo", on: { click: () => { wish({ seed }); toast(`Seed ${seed} will be used`); } } })];
  const body = { ...run.body, random_seed: run.pictures[0].report.seed };
  return fillInspector($("#create-inspector"), inspector(picture, { title: run.body.prompt, request: { path: run.path, body, files: {} }, charged: run.details?.charged ?? null, actions }));
}

function help() {
  modal("Keyboard shortcuts", () => h("dl", { class: "modal-body shortcuts" }, SHORTCUTS.map(([keys, what]) => h("div", {}, h("dt", {}, keys.split(" ").map((each) => (each === "…" ? " … " : h("kbd", {}, each)))), h("dd", {}, what)))));
}

function start() {
  startTheme();
  startCreate($("#create-form"));
  startStage($("#create-board"));
  startEdit($("#edit-form"), $("#edit-board"), $("#edit-inspector"));
  startHistory($("#view-history"));
  startAccount($("#view-account"));
  watch(["shown", "runs"], showInspector);
  addEventListener("hashchange", showView);
  addEventListener("keydown", keys);
  $("#help").addEventListener("click", help);
  showView();
  document.documentElement.dataset.ready = "true";
  performance.mark("interactive");
  startSession().catch((error) => toast(error.message, { bad: true }));
}

start();
