// The same request as code, to be pasted elsewhere.

import { button, fill, h } from "./dom.js";
import { segments } from "./fields.js";
import { copy } from "./notices.js";

/** @typedef {{path: string, body: Record<string, any>, files: Record<string, Blob>}} Request */

const NAMES = { curl: "curl", python: "Python", node: "Node" };
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const plain = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));
const indent = (text, by) => text.replaceAll("\n", `\n${" ".repeat(by)}`);

/** @param {Request} request */
export function curl({ path, body, files }) {
  const head = `curl ${location.origin}${path} \\\n  -H "Authorization: Bearer $GOUACHE_API_KEY"`;
  if (!Object.keys(files).length) return `${head} \\\n  -H "Content-Type: application/json" \\\n  -d ${quoted(JSON.stringify(body))}`;
  const parts = [...Object.keys(files).map((name) => `${name}=@${name}.png`), ...Object.entries(body).map(([name, value]) => `${name}=${plain(value)}`)];
  return [head, ...parts.map((part) => `  -F ${quoted(part)}`)].join(" \\\n");
}

/** @param {Request} request */
export function python({ path, body, files }) {
  const start = `import os\n\nimport httpx\n\nheaders = {"Authorization": f"Bearer {os.environ['GOUACHE_API_KEY']}"}\n`;
  const names = Object.keys(files);
  if (!names.length) return `${start}body = ${literal(body)}\nreply = httpx.post("${location.origin}${path}", headers=headers, json=body, timeout=300)\nprint(reply.raise_for_status().json()["data"][0]["url"])`;
  const parts = `files = {${names.map((name) => `"${name}": open("${name}.png", "rb")`).join(", ")}}\n`;
  const fields = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, plain(value)]));
  return `${start}${parts}body = ${literal(fields)}\nreply = httpx.post("${location.origin}${path}", headers=headers, data=body, files=files, timeout=300)\nprint(reply.raise_for_status().json())`;
}

/** JSON as Python writes it. */
function literal(value, depth = 0) {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, depth + 1)).join(", ")}]`;
  const entries = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${literal(item, depth + 1)}`);
  if (!entries.length) return "{}";
  return depth ? `{${entries.join(", ")}}` : `{\n    ${entries.join(",\n    ")},\n}`;
}

/** @param {Request} request */
export function node({ path, body, files }) {
  const names = Object.keys(files);
  const key = "Authorization: `Bearer ${process.env.GOUACHE_API_KEY}`";
  if (!names.length) return `const reply = await fetch("${location.origin}${path}", {\n  method: "POST",\n  headers: { ${key}, "Content-Type": "application/json" },\n  body: JSON.stringify(${indent(JSON.stringify(body, null, 2), 2)}),\n});\nif (!reply.ok) throw new Error(await reply.text());\nconst { data } = await reply.json();\nconsole.log(data[0].url);`;
  const parts = names.map((name) => `form.append("${name}", await openAsBlob("${name}.png"), "${name}.png");`);
  const fields = Object.entries(body).map(([name, value]) => `form.append("${name}", ${JSON.stringify(plain(value))});`);
  return `import { openAsBlob } from "node:fs";\n\nconst form = new FormData();\n${[...parts, ...fields].join("\n")}\nconst reply = await fetch("${location.origin}${path}", {\n  method: "POST",\n  headers: { ${key} },\n  body: form,\n});\nif (!reply.ok) throw new Error(await reply.text());\nconsole.log(await reply.json());`;
}

const WRITERS = { curl, python, node };

/** @param {Request} request */
export function codeBox(request) {
  const code = h("pre", { class: "code", tabindex: 0, role: "region", "aria-label": "The request as code" });
  let text = "";
  const show = (name) => { text = WRITERS[name](request); fill(code, h("code", {}, text)); };
  show("curl");
  return h("section", { class: "field", "aria-label": "Code" },
    h("div", { class: "field-head" }, h("h3", {}, "Copy as"), h("div", { class: "row" }, segments("Language", NAMES, "curl", show),
      button("Copy the code", { kind: "ghost", class: "compact", icon: "copy", only: true, on: { click: () => copy(text, "Code") } }))), code);
}
