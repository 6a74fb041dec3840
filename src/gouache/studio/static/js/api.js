// Talking to the server. The key lives in sessionStorage: it is gone with the tab.

const KEY = "gouache-key";

export const key = () => sessionStorage.getItem(KEY) ?? "";

export function setKey(value) {
  if (value) sessionStorage.setItem(KEY, value);
  else sessionStorage.removeItem(KEY);
}

/** What the server refused; `field` is the dotted path of the culprit. */
export class ApiError extends Error {
  constructor(status, message, { code = "", field = null, wait = 0 } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
    this.wait = wait;
  }
}

/**
 * Ask for something. `json` or `form` is the body; `later` asks for the address of a job instead of its pictures.
 * @returns {Promise<Response>}
 */
export async function ask(path, { method, json, form, later = false, signal } = {}) {
  const headers = {};
  if (key()) headers.Authorization = `Bearer ${key()}`;
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (later) headers.Prefer = "respond-async";
  const body = json === undefined ? form : JSON.stringify(json);
  let response;
  try {
    response = await fetch(path, { method: method ?? (body ? "POST" : "GET"), headers, body, signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "The server does not answer. Is it still running?", { code: "unreachable" });
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

/** The same, with the answer's JSON. */
export async function call(path, options) {
  const response = await ask(path, options);
  return response.status === 204 ? null : response.json();
}

async function refusal(response) {
  const text = await response.text();
  const wait = Number(response.headers.get("retry-after") ?? 0);
  if (response.status === 401) dispatchEvent(new Event("gouache-signed-out"));
  try {
    const { code, message, error } = JSON.parse(text);
    return new ApiError(response.status, message ?? text, { code, field: error?.param ?? null, wait });
  } catch {
    return new ApiError(response.status, text.slice(0, 300) || `The server answered ${response.status}.`, { wait });
  }
}

/** A job each time something happens to it, until it is over; a broken stream is taken up again. */
export async function follow(job, told, signal) {
  for (let tries = 0; ; tries++) {
    try {
      const last = await stream(`/studio/api/jobs/${job}/events`, told, signal);
      if (last && !["queued", "running"].includes(last.state)) return last;
    } catch (error) {
      if (signal?.aborted || (error instanceof ApiError && error.status) || tries > 20) throw error;
    }
    await new Promise((done) => setTimeout(done, Math.min(300 * 2 ** tries, 4000)));
  }
}

async function stream(path, told, signal) {
  const reader = (await ask(path, { signal })).body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let last = null;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return last;
    const parts = (rest + value).split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const data = part.split("\n").filter((line) => line.startsWith("data: ")).map((line) => line.slice(6)).join("\n");
      if (data) told((last = JSON.parse(data)));
    }
  }
}
