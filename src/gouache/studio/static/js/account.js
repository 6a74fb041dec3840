// The account: units, what was spent on which day, and its keys.

import { call, key } from "./api.js";
import { fill, h, icon, button, s } from "./dom.js";
import { keysSection } from "./keys.js";
import { signOut } from "./session.js";
import { get, watch } from "./store.js";
import { number } from "./words.js";

const DAYS = 30;

export function startAccount(view) {
  const figures = h("div", { class: "figures-row" });
  const chart = h("section", { class: "card", "aria-label": "Spending" });
  const keys = keysSection();
  const out = button("Sign out", { hidden: true, on: { click: signOut } });
  const who = h("p", { class: "muted" });
  view.append(h("div", { class: "page-inner" }, h("header", { class: "page-head" }, h("div", {}, h("h1", { id: "account-title" }, "Account"), who), out), figures, chart, keys.element));
  watch(["view", "session"], async () => {
    const session = get("session");
    out.hidden = !key();
    who.textContent = session?.has_key ? `Signed in to “${session.account}”.` : "This server is open: it takes any key, and none is needed.";
    if (get("view") !== "account" || !session?.account) return;
    try {
      const usage = await call("/studio/api/usage");
      fill(figures, cards(usage));
      fill(chart, h("h2", {}, `Units spent in the last ${DAYS} days`), bars(usage.days));
      await keys.load();
    } catch (error) {
      fill(figures, h("p", { class: "error" }, icon("alert"), error.message));
    }
  });
}

function cards(usage) {
  const figure = (name, value, hint) => h("div", { class: "card figure" }, h("span", { class: "muted" }, name), h("strong", { class: "figures" }, value), hint && h("span", { class: "hint" }, hint));
  return [
    figure("Balance", usage.unlimited ? "Unlimited" : number(usage.balance), usage.unlimited ? "an open server never runs out" : `units, worth $${(usage.balance / 1000).toFixed(2)}`),
    figure("Reserved", number(usage.held), "for jobs underway"),
    figure("Spent", number(usage.spent), `on ${number(usage.jobs)} ${usage.jobs === 1 ? "job" : "jobs"}`),
  ];
}

function bars(days) {
  const spent = new Map(days.map((entry) => [entry.day, entry]));
  const today = Date.now();
  const list = Array.from({ length: DAYS }, (_, at) => new Date(today - (DAYS - 1 - at) * 86400000).toISOString().slice(0, 10));
  const most = Math.max(1, ...days.map((entry) => entry.units));
  const total = days.reduce((sum, entry) => sum + entry.units, 0);
  const bar = (date, at) => {
    const { units: amount, jobs } = spent.get(date) ?? { units: 0, jobs: 0 };
    const height = amount ? Math.max(2, (amount / most) * 100) : 1;
    return s("rect", { x: at * 10 + 1, y: 102 - height, width: 8, height, rx: 1.5, class: amount ? "bar" : "bar none" }, s("title", {}, `${date}: ${number(amount)} units, ${jobs} jobs`));
  };
  return h("figure", {}, s("svg", { class: "chart", viewBox: "0 0 300 104", preserveAspectRatio: "none", role: "img", "aria-label": `${number(total)} units in ${DAYS} days, ${number(most === 1 && !total ? 0 : most)} on the busiest` }, list.map(bar)),
    h("figcaption", { class: "row between hint figures" }, h("span", {}, list[0]), h("span", {}, `busiest day: ${number(total ? most : 0)} units`), h("span", {}, "today")));
}
