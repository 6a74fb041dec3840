// Building elements without innerHTML: nothing that anybody typed is ever read as markup.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "indeterminate", "open", "textContent"]);

/**
 * An element. `on` holds listeners, `style` custom properties and CSS, `data` the dataset; null and false are left out.
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...(Node|string|number|null|undefined|false|any[])} children
 * @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined) continue;
    if (name === "on") for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (name === "style") for (const [key, text] of Object.entries(value)) element.style.setProperty(key, String(text));
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "class") element.className = value;
    else if (PROPERTIES.has(name)) element[name] = value;
    else if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An SVG element, for charts. */
export function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.flat());
  return element;
}

/** An icon of icons.svg; it says nothing to screen readers. */
export function icon(name) {
  return s("svg", { class: "icon", "aria-hidden": "true" }, s("use", { href: `/studio/icons.svg#${name}` }));
}

/** @param {string} selector @returns {any} */
export const $ = (selector, root = document) => root.querySelector(selector);

/** A button with an icon and, unless it is only an icon, words. */
export function button(label, { icon: name, kind = "button", only = false, ...props } = {}) {
  const classes = [kind, only && "square", props.class].filter(Boolean).join(" ");
  const named = only ? { "aria-label": label, title: label } : {};
  return h("button", { type: "button", ...named, ...props, class: classes }, name && icon(name), !only && label);
}

let counter = 0;

/** An id that nothing else on the page has. */
export const unique = (prefix = "x") => `${prefix}-${++counter}`;

/** Replace what is inside, keeping the focus on the element of the same id. */
export function fill(parent, ...children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.id : "";
  parent.replaceChildren(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** Call `run` once things have been quiet for `wait` ms. */
export function later(run, wait) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...values), wait);
  };
}
