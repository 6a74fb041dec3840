// From text boxes to the API's text_layout: one word an item, each in its quadrilateral.

const ALLOWED = /^[!"#$%&'()*+,\-./0-9:;<>?@A-Z_{}ØĐĦŁŊŦΑΒΕΖΗΙΚΜΝΟΡΤΥΧІАВЕКМНОРСТУХßẞ\s]*$/iu;

/** @typedef {import("./store.js").TextBox} TextBox */

/** What is wrong with a text, "" when nothing is. */
export function complaint(text) {
  if (!text.trim()) return "Type something, or remove the box.";
  const odd = [...text].find((character) => !ALLOWED.test(character));
  return odd ? `“${odd}” cannot be lettered.` : "";
}

/** A fresh box with an id of its own, kept inside the page. */
export function newBox(boxes, place = {}) {
  const id = Math.max(0, ...boxes.map((box) => box.id)) + 1;
  const row = boxes.length % 4;
  return clamp({ id, text: "HELLO", x: 0.2, y: 0.08 + row * 0.2, w: 0.6, h: 0.16, angle: 0, ...place });
}

/** @param {TextBox} box @returns {TextBox} */
export function clamp(box) {
  const w = Math.min(1, Math.max(0.04, box.w));
  const h = Math.min(1, Math.max(0.03, box.h));
  const round = (value) => Math.round(value * 1000) / 1000;
  return { ...box, w: round(w), h: round(h), x: round(Math.min(1 - w, Math.max(0, box.x))), y: round(Math.min(1 - h, Math.max(0, box.y))) };
}

/**
 * The items of all boxes. Lines share a box's height, the words of a line its width by their letters.
 * @param {TextBox[]} boxes @param {number} aspect width / height of the page
 */
export function items(boxes, aspect) {
  return boxes.flatMap((box) => {
    const lines = box.text.split("\n").map((line) => line.split(/\s+/).filter(Boolean)).filter((line) => line.length);
    const height = box.h / lines.length;
    return lines.flatMap((words, row) => {
      const letters = words.reduce((sum, word) => sum + word.length, 0) + (words.length - 1) * 0.6;
      let x = box.x;
      return words.map((text) => {
        const w = (box.w * text.length) / letters;
        const corners = [[x, 0], [x + w, 0], [x + w, 1], [x, 1]].map(([left, down]) => [left, box.y + (row + down * 0.92 + 0.04) * height]);
        x += w + (box.w * 0.6) / letters;
        return { text, bbox: corners.map((corner) => turned(corner, box, aspect)) };
      });
    });
  });
}

function turned([x, y], box, aspect) {
  const angle = (box.angle * Math.PI) / 180;
  const middle = [box.x + box.w / 2, box.y + box.h / 2];
  const [across, down] = [(x - middle[0]) * aspect, y - middle[1]];
  const point = [middle[0] + (across * Math.cos(angle) - down * Math.sin(angle)) / aspect, middle[1] + across * Math.sin(angle) + down * Math.cos(angle)];
  return point.map((value) => Math.round(value * 10000) / 10000);
}

/** A box for each item of an earlier request: upright around its corners. */
export function boxesOf(layout) {
  return layout.map(({ text, quad }, at) => {
    const [xs, ys] = [0, 1].map((axis) => quad.map((point) => point[axis]));
    return clamp({ id: at + 1, text, x: Math.min(...xs), y: Math.min(...ys), w: Math.max(...xs) - Math.min(...xs), h: Math.max(...ys) - Math.min(...ys), angle: 0 });
  });
}
