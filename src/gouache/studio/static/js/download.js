// Files to keep: the picture as it is, or as another kind, made here in the browser.

import { button, h } from "./dom.js";
import { toast } from "./notices.js";
import { kindOf } from "./words.js";

const KINDS = { SVG: ["image/svg+xml", "svg"], PNG: ["image/png", "png"], WebP: ["image/webp", "webp"], JPEG: ["image/jpeg", "jpg"] };
const QUALITY = 0.92;

/** One button for each kind of file. */
export function downloads(picture) {
  const own = kindOf(picture.media_type);
  const save = async (kind, control) => {
    control.disabled = true;
    try {
      const blob = kind === own ? await original(picture) : await converted(picture, KINDS[kind][0], Number(scale?.value ?? 1));
      hand(blob, `gouache-${picture.report?.seed ?? picture.image_id.slice(0, 8)}.${KINDS[kind][1]}`);
    } catch (error) {
      toast(`The file could not be made: ${error.message}`, { bad: true });
    } finally {
      control.disabled = false;
    }
  };
  const scale = own === "SVG" && h("select", { class: "input scale", "aria-label": "Size of PNG, WebP and JPEG" }, [1, 2, 4].map((factor) => h("option", { value: factor }, `${picture.width * factor} × ${picture.height * factor}`)));
  const buttons = Object.keys(KINDS).map((kind) => {
    const impossible = kind === "SVG" && own !== "SVG";
    const control = button(kind, { class: "compact", icon: kind === own ? "download" : null, disabled: impossible, title: impossible ? "Pixels become an SVG with the tool Vectorize" : `Download as ${kind}`, "aria-label": `Download as ${kind}`, on: { click: () => save(kind, control) } });
    return control;
  });
  return h("section", { class: "field", "aria-label": "Download" }, h("div", { class: "field-head" }, h("h3", {}, "Download"), scale), h("div", { class: "download-row" }, buttons));
}

/** The picture's own bytes. */
export async function original(picture) {
  const response = await fetch(picture.url);
  if (!response.ok) throw new Error("the picture is no longer kept");
  return response.blob();
}

/** The picture as another kind of file, `factor` times as large. @returns {Promise<Blob>} */
export async function converted(picture, type, factor = 1) {
  const address = URL.createObjectURL(await original(picture));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = h("canvas");
    canvas.width = picture.width * factor;
    canvas.height = picture.height * factor;
    const pen = canvas.getContext("2d");
    if (type === "image/jpeg") {
      pen.fillStyle = "#ffffff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
    }
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, type, QUALITY));
    if (!blob) throw new Error("the browser cannot write this kind");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Give a file to the browser's downloads. */
export function hand(blob, name) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
