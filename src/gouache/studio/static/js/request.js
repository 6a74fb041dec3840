// From what somebody wishes to the request that the public API takes, and back.

import { rgb } from "./color.js";
import { sides } from "./size.js";
import { boxesOf, items } from "./textlayout.js";
import { isVector } from "./words.js";

/** @typedef {import("./store.js").Wish} Wish @typedef {import("./store.js").Style} Style */

/** The fields that name a style. */
export function styleFields(style) {
  const model = style.model === "recraftv3" ? {} : { model: style.model };
  if (style.own) return { ...model, style_id: style.id };
  return { ...model, style: style.style, ...(style.substyle ? { substyle: style.substyle } : {}) };
}

/**
 * The body of `POST /v1/images/generations`; what is left at its default is left out.
 * @param {Wish} wish
 */
export function bodyOf(wish) {
  const [width, height] = sides(wish.size);
  const controls = controlsOf(wish);
  return {
    prompt: wish.prompt,
    ...styleFields(wish.style),
    size: wish.size,
    ...(wish.n > 1 ? { n: wish.n } : {}),
    ...(wish.negative.trim() ? { negative_prompt: wish.negative } : {}),
    ...(Object.keys(controls).length ? { controls } : {}),
    ...(wish.texts.length ? { text_layout: items(wish.texts, width / height) } : {}),
    ...(wish.seed === null ? {} : { random_seed: wish.seed }),
    ...(wish.format !== "webp" && !isVector(wish.style) ? { image_format: wish.format } : {}),
  };
}

function controlsOf(wish) {
  return {
    ...(wish.colors.length ? { colors: wish.colors.map(({ hex, weight }) => ({ rgb: rgb(hex), ...(weight === null ? {} : { weight }) })) } : {}),
    ...(wish.background ? { background_color: { rgb: rgb(wish.background) } } : {}),
    ...(wish.level === null ? {} : { artistic_level: wish.level }),
    ...(wish.noText ? { no_text: true } : {}),
  };
}

/**
 * The wish behind a stored drawing, with the seed that it used.
 * @returns {Partial<Wish>}
 */
export function wishOf(request) {
  const texts = boxesOf(request.text_layout ?? []);
  const v2 = request.style === "icon";
  return {
    prompt: request.prompt,
    style: { model: v2 ? "recraftv2" : "recraftv3", style: request.style ?? "any", substyle: request.substyle ?? null, id: null, own: false, label: null },
    size: `${request.width ?? 1024}x${request.height ?? 1024}`,
    colors: (request.palette ?? []).map(({ color, weight }) => ({ hex: color, weight: weight ?? null })),
    background: request.background ?? null,
    texts, noText: Boolean(request.no_text), negative: request.negative_prompt ?? "", seed: request.seed ?? null,
    n: Math.min(6, request.n ?? 1), level: request.artistic_level ?? null, format: request.format === "png" ? "png" : "webp",
  };
}
