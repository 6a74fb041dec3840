// Who the page works for: nobody in particular on an open server, else the account of a key.

import { ApiError, call, key, setKey } from "./api.js";
import { modal } from "./dialog.js";
import { $, button, h, unique } from "./dom.js";
import { fieldError } from "./fields.js";
import { get, set, watch } from "./store.js";
import { number, units as unitsOf } from "./words.js";

let asking = /** @type {Promise<void>|null} */ (null);

/** Find out who we are; asks for a key when the server wants one. */
export async function startSession() {
  addEventListener("gouache-signed-out", () => { setKey(""); askForKey("The server no longer takes this key."); });
  watch(["session"], showBalance);
  await refresh().catch(() => setKey(""));
  if (!get("session")) await refresh();
  if (!get("session").account) await askForKey();
}

/** Ask the server again: units were spent. */
export async function refresh() {
  set({ session: await call("/studio/api/session") });
}

/** What a request will cost, 0 when nobody says. */
export function priceOf(operation, vector = false, n = 1) {
  return (get("session")?.prices[operation]?.[vector ? "svg" : "raster"] ?? 0) * n;
}

/** What a request costs, in words for beside its button. */
export function priceWords(units) {
  return isFree() ? "Free on this open server" : `Costs ${unitsOf(units)}`;
}

export const isFree = () => Boolean(get("session")?.account) && get("session").credits === null;

export function signOut() {
  setKey("");
  location.reload();
}

function showBalance() {
  const session = get("session");
  const chip = $("#balance");
  chip.hidden = !session?.account;
  if (!session?.account) return;
  const left = session.credits === null ? "Open server" : `${number(session.credits)} units`;
  chip.textContent = left;
  chip.setAttribute("aria-label", session.credits === null ? "Open server, nothing is charged. Account" : `${left} left. Account`);
}

function askForKey(reason = "") {
  asking ??= modal("Sign in with your API key", (close) => keyForm(close, reason), { dismissible: false }).then(() => { asking = null; });
  return asking;
}

function keyForm(close, reason) {
  const id = unique("key");
  const input = h("input", { id, class: "input mono", type: "password", autocomplete: "off", spellcheck: "false", placeholder: "gou_…", required: true, autofocus: true });
  const complaint = fieldError(input);
  if (reason) complaint(reason);
  const submit = async (event) => {
    event.preventDefault();
    setKey(input.value.trim());
    try {
      if (!key()) return complaint("Paste a key first.");
      await refresh();
      close();
    } catch (error) {
      setKey("");
      complaint(error instanceof ApiError && error.status === 401 ? "The server does not know this key." : error.message);
      input.focus();
    }
  };
  return h(
    "form", { class: "modal-body", on: { submit }, novalidate: true },
    h("p", { class: "muted" }, "The key stays in this tab and is forgotten when you close it. Make one on the server with ", h("code", {}, "gouache keys create"), "."),
    h("div", { class: "field" }, h("label", { class: "label", for: id }, "API key"), input, complaint.element),
    h("div", { class: "modal-foot" }, button("Sign in", { kind: "primary", type: "submit" })),
  );
}
