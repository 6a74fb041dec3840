// Colours as `#rrggbb`.

const FULL = /^#?([0-9a-f]{6})$/i;
const SHORT = /^#?([0-9a-f]{3})$/i;

/** `#rrggbb` of what somebody typed, null when it is no colour. */
export function parse(text) {
  const full = FULL.exec(text.trim());
  if (full) return `#${full[1].toLowerCase()}`;
  const short = SHORT.exec(text.trim());
  return short ? `#${[...short[1].toLowerCase()].map((digit) => digit + digit).join("")}` : null;
}

/** [r, g, b], 0 to 255. */
export const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

export const hex = (channels) => `#${channels.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;

/**
 * The colours that cover most of a picture, by median cut on a small copy of it.
 * @param {CanvasImageSource} picture
 */
export function dominant(picture, count = 5) {
  const side = 64;
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(picture, 0, 0, side, side);
  const data = pen.getImageData(0, 0, side, side).data;
  const pixels = [];
  for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 127) pixels.push([data[at], data[at + 1], data[at + 2]]);
  let boxes = pixels.length ? [pixels] : [];
  while (boxes.length && boxes.length < count) {
    const widest = boxes.map((box) => [box, ...spread(box)]).sort((a, b) => b[1] * b[0].length - a[1] * a[0].length)[0];
    const [box, range, channel] = widest;
    if (!range) break;
    box.sort((a, b) => a[channel] - b[channel]);
    const middle = box.length >> 1;
    boxes = [...boxes.filter((other) => other !== box), box.slice(0, middle), box.slice(middle)];
  }
  return boxes.sort((a, b) => b.length - a.length).map((box) => hex([0, 1, 2].map((c) => box.reduce((sum, p) => sum + p[c], 0) / box.length)));
}

function spread(box) {
  const ranges = [0, 1, 2].map((c) => Math.max(...box.map((p) => p[c])) - Math.min(...box.map((p) => p[c])));
  const range = Math.max(...ranges);
  return [range, ranges.indexOf(range)];
}
