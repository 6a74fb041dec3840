// Modal dialogs on the platform's own <dialog>: focus stays inside, Escape closes, focus comes back.

import { button, h, unique } from "./dom.js";

/**
 * Show a dialog; `body` gets a function that closes it with a result. Resolves with the result, null when dismissed.
 * @returns {Promise<any>}
 */
export function modal(title, body, { wide = false, dismissible = true } = {}) {
  return new Promise((resolve) => {
    const id = unique("dialog");
    let result = null;
    const close = (value = null) => {
      result = value;
      element.close();
    };
    const heading = h("h2", { id }, title);
    const cross = dismissible && button("Close", { kind: "ghost", icon: "close", only: true, on: { click: () => close() } });
    const element = h(
      "dialog", { class: wide ? "modal wide" : "modal", "aria-labelledby": id, on: {
        close: () => { element.remove(); resolve(result); },
        cancel: (event) => { if (!dismissible) event.preventDefault(); },
        pointerdown: (event) => { if (dismissible && event.target === element) close(); },
      } },
      h("div", { class: "modal-box" }, h("header", { class: "modal-head" }, heading, cross), body(close)),
    );
    document.body.append(element);
    element.showModal();
  });
}

/** Ask before something that cannot be undone. */
export function confirm(title, text, yes) {
  return modal(title, (close) => h(
    "div", { class: "modal-body" }, h("p", {}, text),
    h("div", { class: "modal-foot" },
      button("Cancel", { on: { click: () => close(false) } }),
      button(yes, { kind: "danger-button", on: { click: () => close(true) } })),
  ));
}
