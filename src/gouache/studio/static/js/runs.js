// Requests underway and done: submitted as jobs, followed to their end.

import { ApiError, call, follow } from "./api.js";
import { unique } from "./dom.js";
import { PLACED } from "./fields.js";
import { announce, toast } from "./notices.js";
import { refresh } from "./session.js";
import { get, set } from "./store.js";

/**
 * @typedef {{id: string, path: string, body: any, files: Record<string, Blob>, kind: string, n: number, aspect: number,
 *   state: string, progress: number, stage: string|null, pictures: any[], error: any, job: any, before: any}} Run
 */

export const isOpen = (run) => run && ["sending", "queued", "running", "canceling"].includes(run.state);
export const findRun = (id) => get("runs").find((run) => run.id === id) ?? null;

/** Change a run, wherever it is listed. */
function update(id, patch) {
  set({ runs: get("runs").map((run) => (run.id === id ? { ...run, ...patch } : run)) });
}

/**
 * Submit a request to a route of the public API and follow its job. Resolves with the id of the run at once.
 * @param {string} path @param {any} body the fields @param {Record<string, Blob>} files parts of the form, if any
 */
export function submit(path, body, { files = {}, kind = "generate", n = 1, aspect = 1, before = null } = {}) {
  const id = unique("run");
  set({ problem: null, runs: [{ id, path, body, files, kind, n, aspect, before, state: "sending", progress: 0, stage: null, pictures: [], error: null, job: null }, ...get("runs")] });
  go(id, path, body, files).catch((error) => fail(id, error));
  return id;
}

async function go(id, path, body, files) {
  const sent = Object.keys(files).length ? { form: formOf(body, files) } : { json: body };
  const accepted = await call(path, { ...sent, later: true });
  const called = findRun(id)?.state === "canceling";
  update(id, { job: accepted.id, state: called ? "canceling" : "queued" });
  if (called) await call(`/studio/api/jobs/${accepted.id}/cancel`, { method: "POST" });
  const last = await follow(accepted.id, (job) => heard(id, job));
  heard(id, last);
  over(id, last);
  await refresh();
}

function heard(id, job) {
  const { length } = job.pictures;
  if (isOpen(job) && length > (findRun(id)?.pictures.length ?? 0)) announce(`${length} of ${job.n} pictures ${length === 1 ? "is" : "are"} there.`);
  update(id, { state: job.state, progress: job.progress, stage: job.stage, pictures: job.pictures, error: job.error, details: isOpen(job) ? null : job });
}

function over(id, job) {
  if (job.state === "succeeded") announce(`${job.pictures.length === 1 ? "The picture is" : `${job.pictures.length} pictures are`} there.`);
  else if (job.state === "canceled") toast("Canceled. Nothing was charged.");
  else fail(id, new ApiError(500, job.error?.message ?? `The job ${job.state}.`, { code: job.error?.code, field: job.error?.field }));
}

/** A complaint goes beside its field, or into the run when the page shows no such field. */
function fail(id, error) {
  const field = error.field && PLACED.includes(error.field.split(".")[0]) ? error.field : null;
  const message = worded(error);
  update(id, { state: "failed", error: { message, code: error.code, field } });
  set({ problem: { field, message } });
  announce(`Not drawn: ${message}`);
}

/** The complaint as a sentence; beside its field the field's name says nothing more. */
function worded({ message, field, wait }) {
  const text = field && message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
  const sentence = text[0].toUpperCase() + text.slice(1);
  return wait ? `${sentence}. Try again in ${wait} s.` : sentence;
}

/** Call a run off. */
export async function cancel(run) {
  if (!run.job) return update(run.id, { state: "canceling" });
  try {
    await call(`/studio/api/jobs/${run.job}/cancel`, { method: "POST" });
  } catch (error) {
    toast(error.message, { bad: true });
  }
}

/** A form of files and fields; lists and objects go as JSON, as the API reads them. */
export function formOf(body, files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.append(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  for (const [name, blob] of Object.entries(files)) form.append(name, blob, name);
  return form;
}
