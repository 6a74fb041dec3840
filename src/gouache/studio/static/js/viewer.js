// A picture at its full size.

import { modal } from "./dialog.js";
import { h } from "./dom.js";

export function fullSize(picture) {
  if (!picture) return null;
  return modal(`${picture.width} × ${picture.height}`, () => h("div", { class: "viewer checker", tabindex: 0, role: "region", "aria-label": "The picture, scrollable" },
    h("img", { src: picture.url, alt: "The picture at its full size", width: picture.width, height: picture.height })), { wide: true });
}
