// The page's only state. Values are replaced, never changed in place; whoever listens to a name hears of it.

/**
 * @typedef {{hex: string, weight: number|null}} Color
 * @typedef {{id: number, text: string, x: number, y: number, w: number, h: number, angle: number}} TextBox
 * @typedef {{model: string, style: string, substyle: string|null, id: string|null, own: boolean, label: string|null}} Style
 * @typedef {{prompt: string, style: Style, size: string, colors: Color[], background: string|null, texts: TextBox[],
 *   noText: boolean, negative: string, seed: number|null, n: number, level: number|null, format: string}} Wish
 */

/** @type {Wish} */
export const EMPTY = {
  prompt: "", size: "1024x1024", colors: [], background: null, texts: [], noText: false, negative: "", seed: null,
  n: 1, level: null, format: "webp",
  style: { model: "recraftv3", style: "realistic_image", substyle: null, id: null, own: false, label: null },
};

const state = {
  session: /** @type {any} */ (null),
  view: "create",
  wish: EMPTY,
  problem: /** @type {any} */ (null),        // of the last request: {field, message}
  layout: false,                             // whether the stage shows the text boxes
  runs: /** @type {any[]} */ ([]),           // newest first
  shown: /** @type {any} */ (null),          // {run, index} on the stage
  ownStyles: /** @type {any[]} */ ([]),
  source: /** @type {any} */ (null),         // the picture being edited: {blob, url, width, height, name, type}
  tool: "vectorize",
  toolValues: /** @type {Record<string, any>} */ ({}),
  result: /** @type {any} */ (null),         // the run of the tool
  compared: 0,
};
const listeners = new Map();

/** @param {keyof typeof state} name @returns {any} */
export const get = (name) => state[name];

/** Replace values and tell those who listen, each of them once. */
export function set(patch) {
  const changed = Object.keys(patch).filter((name) => state[name] !== patch[name]);
  Object.assign(state, patch);
  const heard = new Set(changed.flatMap((name) => [...(listeners.get(name) ?? [])]));
  for (const listener of heard) listener();
}

/** Change some fields of the wish; a complaint about one of them is settled by that. */
export function wish(patch) {
  set({ wish: { ...state.wish, ...patch }, problem: null });
}

/** Call `listener` now and whenever one of the names changes, as long as `owner` (when given) is on the page. */
export function watch(names, listener, owner = null) {
  let shown = false;
  const heard = () => {
    shown ||= Boolean(owner?.isConnected);
    if (shown && !owner.isConnected) for (const name of names) listeners.get(name).delete(heard);
    else listener();
  };
  for (const name of names) {
    if (!listeners.has(name)) listeners.set(name, new Set());
    listeners.get(name).add(heard);
  }
  listener();
}
