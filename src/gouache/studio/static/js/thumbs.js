// Thumbnails of styles. The server draws each on first sight, so only those in view are asked for, two at a time: the
// browser's few connections stay free for the pictures that somebody waits for.

import { h } from "./dom.js";

const AT_ONCE = 2;
const waiting = [];
let underway = 0;

const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    waiting.push(target);
  }
  next();
}, { rootMargin: "120px" });

/** @param {import("./store.js").Style} style */
const address = (style) => `/studio/thumbs/${style.model}/${style.style}${style.substyle ? `.${style.substyle}` : ""}.webp`;

/** The picture of a basic style; it fills its box. */
export function thumbnail(style) {
  const image = h("img", { class: "thumb", alt: "", width: 256, height: 256, data: { address: address(style) } });
  const box = h("span", { class: "thumb-box skeleton" }, image);
  seen.observe(image);
  return box;
}

addEventListener("load", next);

function next() {
  if (document.readyState !== "complete") return; // the page itself comes first
  while (underway < AT_ONCE && waiting.length) {
    const image = waiting.shift();
    if (!image.isConnected) continue;
    underway++;
    const over = () => { underway--; image.parentElement?.classList.remove("skeleton"); next(); };
    image.addEventListener("load", over, { once: true });
    image.addEventListener("error", () => { image.hidden = true; over(); }, { once: true });
    image.src = image.dataset.address;
  }
}
