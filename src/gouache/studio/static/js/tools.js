// The editing tools: what each is called, where it goes, and which fields it takes.

/**
 * A field: `kind` is text, number, range, choice, switch, size, style, seed or palette; left at `value` it is not sent.
 * @typedef {{name: string, label: string, kind: string, value?: any, least?: number, most?: number, step?: number,
 *   choices?: Record<string, string>, hint?: string, required?: boolean, more?: boolean}} Field
 * @typedef {{id: string, path: string, priced: string, label: string, icon: string, about: string, mask: boolean,
 *   raster: boolean, drawn: boolean, fields: Field[]}} Tool
 */

const PROMPT = { name: "prompt", label: "Prompt", kind: "text", required: true };
const DRAWN = [
  { name: "style", label: "Style", kind: "style", hint: "Left alone, the picture’s own kind decides." },
  { name: "n", label: "Pictures", kind: "number", value: 1, least: 1, most: 6 },
  { name: "random_seed", label: "Seed", kind: "seed", more: true },
  { name: "negative_prompt", label: "Leave out", kind: "text", more: true },
];
const FILE = { name: "image_format", label: "File format", kind: "choice", value: "webp", choices: { webp: "WebP", png: "PNG" }, more: true };
const MEGAPIXELS = { name: "upscale", label: "Deliver", kind: "choice", value: "", choices: { "": "4 ×", upscale4mp: "4 MP", upscale16mp: "16 MP" } };
const SIDE = (side) => ({ name: `expand_${side}`, label: side[0].toUpperCase() + side.slice(1), kind: "number", value: 0, least: 0, most: 4096, step: 64 });

/** @param {string} id @param {string} label @param {string} icon @param {string} about @param {Field[]} fields */
function tool(id, label, icon, about, fields, { mask = false, raster = false, drawn = false } = {}) {
  return { id, path: `/v1/images/${id}`, priced: `images.${id}`, label, icon, about, mask, raster, drawn, fields: [...fields, ...(drawn ? [...DRAWN, FILE] : [])] };
}

/** @type {Tool[]} */
export const TOOLS = [
  tool("vectorize", "Vectorize", "vectorize", "Pixels become a clean SVG, within a budget of shapes.", [
    { name: "max_num_shapes", label: "Most shapes", kind: "number", least: 1, most: 100000, hint: "Empty: as many as it takes." },
    { name: "max_num_colors", label: "Most colours", kind: "number", least: 1, most: 256 },
    { name: "strict_color_palette", label: "Only these colours", kind: "palette" },
    { name: "color_reduction", label: "Merge near colours", kind: "switch", value: true, more: true },
    { name: "small_shape_filter", label: "Drop specks", kind: "switch", value: true, more: true },
    { name: "return_gradients", label: "Gradients", kind: "switch", value: false, more: true },
    { name: "shape_stacking", label: "Shapes", kind: "choice", value: "hierarchical", choices: { hierarchical: "Stacked", cut_out: "Cut out" }, more: true },
  ], { raster: true }),
  tool("removeBackground", "Remove background", "cutout", "The subject alone, on transparent ground.", [FILE]),
  tool("eraseRegion", "Erase", "eraser", "Paint over something, and it is gone.", [FILE], { mask: true }),
  tool("inpaint", "Inpaint", "brush", "Draw something new where you paint.", [PROMPT], { mask: true, drawn: true }),
  tool("replaceBackground", "Replace background", "scenery", "A new background behind the subject.", [PROMPT], { drawn: true }),
  tool("generateBackground", "Generate background", "image", "A background where you paint; the rest stays.", [PROMPT], { mask: true, drawn: true }),
  tool("outpaint", "Outpaint", "outpaint", "Continue the picture beyond its edges.", [
    PROMPT, SIDE("left"), SIDE("right"), SIDE("top"), SIDE("bottom"),
    { name: "zoom_out_percentage", label: "Zoom out first, %", kind: "number", value: 0, least: 0, most: 99, more: true },
  ], { drawn: true }),
  tool("imageToImage", "Image to image", "refresh", "A new picture after a prompt and this one.", [
    PROMPT, { name: "strength", label: "Change", kind: "range", value: null, least: 0, most: 1, step: 0.05, required: true, hint: "0 is almost the picture, 1 is least like it." },
  ], { drawn: true }),
  tool("variateImage", "Variations", "remix", "The same subject composed anew.", [
    { name: "size", label: "Size", kind: "size", value: null, required: true },
    { name: "n", label: "Pictures", kind: "number", value: 1, least: 1, most: 6 },
    { name: "random_seed", label: "Seed", kind: "seed", more: true }, FILE,
  ]),
  tool("crispUpscale", "Crisp upscale", "upscale", "Larger and sharper, nothing invented.", [MEGAPIXELS, FILE], { raster: true }),
  tool("creativeUpscale", "Creative upscale", "sparkle", "Larger, with new plausible detail.", [MEGAPIXELS, FILE], { raster: true }),
];

/** @returns {Tool} */
export const toolOf = (id) => TOOLS.find((entry) => entry.id === id) ?? TOOLS[0];
