// Short notices at the edge of the page, and words for screen readers only.

import { $, button, h, icon } from "./dom.js";

/** A notice that goes by itself; a bad one stays until it is closed. */
export function toast(message, { bad = false, action } = {}) {
  const close = () => box.remove();
  const box = h(
    "div", { class: bad ? "toast bad" : "toast" },
    icon(bad ? "alert" : "check"), h("span", { class: "grow" }, message),
    action && button(action.label, { kind: "ghost", class: "compact", on: { click: () => { close(); action.run(); } } }),
    button("Close the notice", { kind: "ghost", class: "compact", icon: "close", only: true, on: { click: close } }),
  );
  $("#toasts").append(box);
  if (!bad) setTimeout(close, action ? 9000 : 4500);
}

/** Say something to screen readers. */
export function announce(message) {
  $("#announcer").textContent = message;
}

/** Copy text and say so. */
export async function copy(text, what) {
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else if (!copyAsOfOld(text)) throw new Error("refused");
    toast(`${what} copied`);
  } catch {
    toast("The browser does not let the page write to the clipboard.", { bad: true });
  }
}

/** Over plain HTTP from another machine browsers have no `navigator.clipboard`. */
function copyAsOfOld(text) {
  const area = h("textarea", { class: "visually-hidden", value: text, readonly: true });
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  return copied;
}
