// Entry of `namro/slice` for Node: its module lies beside this file and is ready at once.

import { readFileSync } from "node:fs";
import { initSync } from "./glue/slice.js";
import { Slice } from "./slice.js";

initSync({ module: readFileSync(new URL("./glue/slice_bg.wasm", import.meta.url)) });
Slice.started();

/** Already done; here so that one program runs everywhere. */
export async function init() {}

export { Slice, operations, semantics } from "./slice.js";
export { Checker } from "./subject.js";
export { FormSession } from "./session.js";
export { NamroError } from "./error.js";
