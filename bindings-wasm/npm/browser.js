// Entry for browsers, bundlers and workers: the module is fetched, or its bytes are handed in.

import load from "./glue/namro.js";
import loadLogs from "./glue/logs.js";
import { takeFrom } from "./library.js";
import { logsStarted, started } from "./office.js";
import { loader } from "./subject.js";

const start = loader(load, new URL("./glue/namro_bg.wasm", import.meta.url), started);

/** The module for what is asked of whole logs, for pages that replay and score; after `init`. */
export const initLogs = loader(loadLogs, new URL("./glue/logs_bg.wasm", import.meta.url), logsStarted);

export async function init(source, rulebooks) {
  const shipped = rulebooks ?? import("./rulebooks.js").then((file) => file.default);
  const [texts] = await Promise.all([shipped, start(source)]);
  takeFrom(texts);
}

export { Calendar } from "./calendar.js";
export { Office, operations, semantics } from "./office.js";
export { Checker } from "./subject.js";
export { NamroError } from "./error.js";
