// Entry for Node: the module lies beside this file and is ready at once.

import { readFileSync } from "node:fs";
import { initSync } from "./glue/namro.js";
import { started } from "./office.js";

initSync({ module: readFileSync(new URL("./glue/namro_bg.wasm", import.meta.url)) });
started();

/** Already done; here so that one program runs everywhere. */
export async function init() {}

export { Calendar } from "./calendar.js";
export { Office, operations, semantics } from "./office.js";
export { Checker } from "./subject.js";
export { NamroError } from "./error.js";
