// Own styles: made from reference pictures, kept by the account. Their names and covers, too.

import { call } from "./api.js";
import { confirm, modal } from "./dialog.js";
import { button, fill, h, icon, unique } from "./dom.js";
import { fieldError, segments } from "./fields.js";
import { toast } from "./notices.js";
import { formOf } from "./runs.js";
import { priceOf, priceWords, refresh } from "./session.js";
import { droppable } from "./source.js";
import { FAMILIES, ago, bytes } from "./words.js";

const MOST = 10;
const BASES = { realistic_image: "Photorealism", digital_illustration: "Illustration", vector_illustration: "Vector", logo_raster: "Logo" };

/** The account's own styles as cards, and the way to a new one. */
export function ownStyles(current, close) {
  const grid = h("div", { class: "gallery-grid" });
  const load = async () => {
    fill(grid, newCard(load));
    try {
      const styles = await call("/studio/api/styles");
      fill(grid, newCard(load), styles.map((style) => card(style, current, close, load)));
    } catch (error) {
      grid.append(h("p", { class: "error" }, icon("alert"), error.message));
    }
  };
  load();
  return h("section", { class: "gallery-group", "aria-label": "My styles" }, grid);
}

const newCard = (load) => h("button", { type: "button", class: "style-card new", on: { click: async () => { if (await createStyle()) await load(); } } }, h("span", { class: "thumb-box own" }, icon("plus")), h("span", { class: "style-name" }, "New style"));

function card(style, current, close, load) {
  const label = style.name ?? `${FAMILIES[style.style] ?? style.style} ${style.id.slice(0, 6)}`;
  const choose = () => close({ model: "recraftv3", style: style.style, substyle: style.substyle ?? null, id: style.id, own: true, label });
  const drop = async () => {
    if (!await confirm(`Delete “${label}”?`, "Requests that name it will be refused from then on.", "Delete")) return;
    try {
      await call(`/v1/styles/${style.id}`, { method: "DELETE" });
      toast("Style deleted");
      await load();
    } catch (error) {
      toast(error.message, { bad: true });
    }
  };
  return h("div", { class: "own-card" },
    h("button", { type: "button", class: "style-card", "aria-pressed": String(current.id === style.id), on: { click: choose } }, h("span", { class: "thumb-box own" }, style.cover ? h("img", { src: style.cover, alt: "" }) : icon("sparkle")), h("span", { class: "style-name" }, label, h("span", { class: "muted small" }, ` ${ago(style.created_at)}`))),
    button(`Delete ${label}`, { kind: "ghost", class: "compact own-delete", icon: "trash", only: true, on: { click: drop } }));
}

/** The dialog for a new style; resolves with its id, null when nothing was made. */
function createStyle() {
  return modal("New style from pictures", (close) => {
    let files = /** @type {File[]} */ ([]);
    let base = "digital_illustration";
    const name = h("input", { id: unique("style"), class: "input", maxlength: 40, placeholder: "How you will call it" });
    const list = h("ul", { class: "references" });
    const input = h("input", { type: "file", id: "style-files", accept: "image/png,image/jpeg,image/webp", multiple: true, hidden: true, on: { change: () => { add([...input.files]); input.value = ""; } } });
    const zone = h("button", { type: "button", class: "reference-drop", on: { click: () => input.click() } }, icon("upload"), h("span", {}, "Drop 1 to 10 pictures here, or choose them"));
    const say = fieldError(zone);
    const go = button("Make the style", { kind: "primary", type: "submit" });
    const add = (more) => { files = [...files, ...more.filter((file) => file.type.startsWith("image/"))].slice(0, MOST); say(); show(); };
    const show = () => fill(list, files.map((file, at) => h("li", {}, reference(file), h("span", { class: "grow clamp" }, file.name), h("span", { class: "hint figures" }, bytes(file.size)), button(`Remove ${file.name}`, { kind: "ghost", class: "compact", icon: "close", only: true, on: { click: () => { files = files.filter((_, index) => index !== at); show(); } } }))));
    const submit = async (event) => {
      event.preventDefault();
      if (!files.length) return say("Choose at least one picture.");
      go.disabled = true;
      go.textContent = "Measuring the pictures…";
      try {
        const form = formOf({ style: base, ...(name.value.trim() && { name: name.value.trim() }) }, {});
        files.forEach((file, at) => form.append(`file${at + 1}`, file, file.name));
        const { id } = await call("/v1/styles", { form });
        await refresh();
        toast("Style made");
        close(id);
      } catch (error) {
        say(error.message);
        go.disabled = false;
        go.textContent = "Make the style";
      }
    };
    const body = h("form", { class: "modal-body", novalidate: true, on: { submit } },
      h("div", { class: "field" }, h("label", { class: "label", for: name.id }, "Name"), name),
      h("div", { class: "field" }, h("span", { class: "label" }, "Base"), segments("Base", BASES, base, (value) => { base = value; })),
      h("div", { class: "field" }, h("span", { class: "label" }, "Reference pictures"), zone, input, list, say.element),
      h("div", { class: "modal-foot" }, h("span", { class: "hint grow" }, priceWords(priceOf("styles.create"))), go));
    droppable(body, add);
    return body;
  });
}

function reference(file) {
  const url = URL.createObjectURL(file);
  return h("img", { src: url, alt: "", width: 36, height: 36, on: { load: () => URL.revokeObjectURL(url) } });
}
