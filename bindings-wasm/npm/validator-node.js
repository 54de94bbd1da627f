// Entry of `namro/validator` for Node: its module lies beside this file and is ready at once.

import { readFileSync } from "node:fs";
import { initSync } from "./glue/validator.js";
import { Validator } from "./validator.js";

initSync({ module: readFileSync(new URL("./glue/validator_bg.wasm", import.meta.url)) });
Validator.started();

/** Already done; here so that one program runs everywhere. */
export async function init() {}

export { Validator, operations, semantics } from "./validator.js";
export { Checker } from "./subject.js";
export { NamroError } from "./error.js";
