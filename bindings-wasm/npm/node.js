// Entry for Node: the modules lie beside this file; the first is ready at once, that for logs when it is first asked.

import { readFileSync } from "node:fs";
import { initSync } from "./glue/namro.js";
import { initSync as initLogsSync } from "./glue/logs.js";
import { takeFrom } from "./library.js";
import { logsStarted, prepareLogs, started } from "./office.js";
import rulebooks from "./rulebooks.js";

const file = (name) => ({ module: readFileSync(new URL(`./glue/${name}_bg.wasm`, import.meta.url)) });
initSync(file("namro"));
takeFrom(rulebooks);
started();
prepareLogs(() => {
  initLogsSync(file("logs"));
  logsStarted();
});

/** The module is ready already: only other rulebooks than the shipped ones are taken here. */
export async function init(source, rulebooks) {
  if (rulebooks) takeFrom(rulebooks);
}

/** The module for logs is made ready when it is first asked. */
export async function initLogs() {}

export { Calendar } from "./calendar.js";
export { Office, operations, semantics } from "./office.js";
export { Checker } from "./subject.js";
export { NamroError } from "./error.js";
