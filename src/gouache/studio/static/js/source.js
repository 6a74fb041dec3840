// The picture to be edited: chosen, dropped, pasted, or taken from what was drawn.

import { converted } from "./download.js";
import { toast } from "./notices.js";
import { get, set } from "./store.js";
import { plain } from "./words.js";

const KINDS = ["image/png", "image/jpeg", "image/webp", "image/svg+xml"];

/** Take a file as the picture to be edited. */
export async function takeFile(file, name = file.name) {
  if (!KINDS.includes(file.type)) return toast(`${plain(file.type || "this file")} is no picture that the tools take: use PNG, JPEG, WebP or SVG.`, { bad: true });
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    URL.revokeObjectURL(url);
    return toast("The browser cannot read that picture.", { bad: true });
  }
  const before = get("source");
  if (before && get("result") === null) URL.revokeObjectURL(before.url);
  set({ source: { blob: file, url, width: image.naturalWidth, height: image.naturalHeight, name: name || "picture", type: file.type }, result: null, problem: null, compared: 0 });
}

/** The bytes to send: an SVG becomes pixels for tools that read only pixels. */
export async function bytesFor(source, raster) {
  if (!raster || source.type !== "image/svg+xml") return source.blob;
  return converted({ url: source.url, width: source.width, height: source.height }, "image/png");
}

/** Let files be dropped on an element. */
export function droppable(element, take) {
  let depth = 0;
  const over = (by) => { depth = Math.max(0, depth + by); element.classList.toggle("dropping", depth > 0); };
  element.addEventListener("dragenter", (event) => { if (event.dataTransfer?.types.includes("Files")) over(1); });
  element.addEventListener("dragleave", () => over(-1));
  element.addEventListener("dragover", (event) => event.preventDefault());
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    element.classList.remove("dropping");
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length) take(files);
  });
}

/** Take pasted pictures while `wanted` says so. */
export function pasteable(wanted, take) {
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    if (!files.length || !wanted()) return;
    event.preventDefault();
    take(files);
  });
}
