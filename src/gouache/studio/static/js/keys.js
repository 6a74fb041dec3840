// The keys of the account: made, shown once, revoked.

import { call } from "./api.js";
import { confirm, modal } from "./dialog.js";
import { button, fill, h, unique } from "./dom.js";
import { fieldError } from "./fields.js";
import { copy, toast } from "./notices.js";
import { get } from "./store.js";
import { ago } from "./words.js";

export function keysSection() {
  const rows = h("tbody");
  const add = button("New key", { icon: "plus", on: { click: () => create(load) } });
  const none = h("p", { class: "muted" });
  const table = h("div", { class: "table-scroll" }, h("table", {}, h("thead", {}, h("tr", {}, ["Name", "Key", "Made", "State"].map((name) => h("th", { scope: "col" }, name)), h("td"))), rows));
  const load = async () => {
    const usable = get("session")?.has_key;
    const list = await call("/studio/api/keys");
    add.hidden = !usable;
    table.hidden = !list.length;
    none.hidden = list.length > 0;
    none.textContent = usable ? "No keys." : "No key is needed here. When the server runs without --open, sign in with a key to manage your keys.";
    fill(rows, list.map((entry) => row(entry, load)));
  };
  return { element: h("section", { class: "card", "aria-label": "Keys" }, h("div", { class: "row between" }, h("h2", {}, "API keys"), add), none, table), load };
}

function row(entry, load) {
  const dead = entry.revoked_at !== null;
  const revoke = async () => {
    const words = entry.current ? "This is the key that you are signed in with. Whatever uses it stops working at once, this page too." : "Whatever uses it stops working at once.";
    if (!await confirm(`Revoke “${entry.name}”?`, words, "Revoke")) return;
    try {
      await call(`/studio/api/keys/${entry.id}`, { method: "DELETE" });
      toast("Key revoked");
      await load();
    } catch (error) {
      toast(error.message, { bad: true });
    }
  };
  const state = dead ? h("span", { class: "badge bad" }, "Revoked") : h("span", { class: "badge good" }, entry.current ? "This session" : "Active");
  return h("tr", { class: dead ? "dead" : "" }, h("td", {}, entry.name), h("td", { class: "mono" }, `${entry.hint}…`), h("td", { class: "muted" }, ago(entry.created_at)), h("td", {}, state),
    h("td", {}, !dead && button(`Revoke ${entry.name}`, { kind: "ghost", class: "compact", icon: "trash", only: true, on: { click: revoke } })));
}

async function create(load) {
  const made = await modal("New key", (close) => {
    const name = h("input", { id: unique("key"), class: "input", maxlength: 60, placeholder: "What it is for", autofocus: true });
    const say = fieldError(name);
    const submit = async (event) => {
      event.preventDefault();
      if (!name.value.trim()) return say("Give it a name.");
      try {
        close((await call("/studio/api/keys", { json: { name: name.value.trim() } })).key);
      } catch (error) {
        say(error.message);
      }
    };
    return h("form", { class: "modal-body", novalidate: true, on: { submit } }, h("div", { class: "field" }, h("label", { class: "label", for: name.id }, "Name"), name, say.element),
      h("div", { class: "modal-foot" }, button("Make the key", { kind: "primary", type: "submit" })));
  });
  if (!made) return;
  await load();
  await modal("Your new key", (close) => h("div", { class: "modal-body" }, h("p", {}, "Copy it now: it is shown only this once."), h("pre", { class: "code", id: "new-key" }, made),
    h("div", { class: "modal-foot" }, button("Copy", { kind: "primary", icon: "copy", on: { click: () => copy(made, "Key") } }), button("Done", { on: { click: () => close() } }))));
}
