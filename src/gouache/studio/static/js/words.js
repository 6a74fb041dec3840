// How things are called.

const SPECIAL = { "2d_art_poster": "2D art poster", "2d_art_poster_2": "2D art poster 2", hdr: "HDR", "3d": "3D", "80s": "80s", b_and_w: "Black and white", handmade_3d: "Handmade 3D" };
export const FAMILIES = {
  realistic_image: "Photorealism", digital_illustration: "Illustration", vector_illustration: "Vector",
  logo_raster: "Logo", icon: "Icon", any: "Any",
};
export const OPERATIONS = {
  generate: "Drawing", imagetoimage: "Image to image", inpaint: "Inpaint", generatebackground: "Generate background",
  replacebackground: "Replace background", outpaint: "Outpaint", variate: "Variation", eraseregion: "Erase",
  removebackground: "Remove background", crispupscale: "Crisp upscale", creativeupscale: "Creative upscale",
  vectorize: "Vectorize", createstyle: "Style",
};

/** `hand_drawn` → "Hand drawn" */
export function plain(name) {
  if (SPECIAL[name]) return SPECIAL[name];
  const words = name.replaceAll("_", " ");
  return words[0].toUpperCase() + words.slice(1);
}

/** @param {import("./store.js").Style} style */
export function styleName(style) {
  if (style.own) return style.label ?? `Style ${style.id?.slice(0, 8)}`;
  return style.substyle ? plain(style.substyle) : FAMILIES[style.style] ?? plain(style.style);
}

/** Whether a style comes out as SVG. */
export const isVector = (style) => ["vector_illustration", "icon"].includes(style.style);

/** Which kind of file a media type is, in capitals. */
export const kindOf = (mediaType) => ({ "image/svg+xml": "SVG", "image/png": "PNG", "image/webp": "WebP", "image/jpeg": "JPEG" })[mediaType] ?? mediaType;

const NUMBER = new Intl.NumberFormat("en");
export const number = (value) => NUMBER.format(value);
export const units = (value) => `${number(value)} ${value === 1 ? "unit" : "units"}`;

export function bytes(count) {
  if (count < 1000) return `${count} B`;
  return count < 1e6 ? `${(count / 1e3).toFixed(count < 1e4 ? 1 : 0)} KB` : `${(count / 1e6).toFixed(1)} MB`;
}

const AGO = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

export function ago(moment) {
  const seconds = (new Date(moment).getTime() - Date.now()) / 1000;
  for (const [unit, size] of [["day", 86400], ["hour", 3600], ["minute", 60]]) {
    if (Math.abs(seconds) >= size) return AGO.format(Math.round(seconds / size), unit);
  }
  return "just now";
}

export const day = (moment) => new Date(moment).toLocaleDateString("en", { weekday: "long", day: "numeric", month: "long" });
export const time = (moment) => new Date(moment).toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hour12: false });
