// Entry for Node: the module lies beside this file and is ready at once.

import { readFileSync } from "node:fs";
import { initSync } from "./glue/namro.js";
import { takeFrom } from "./library.js";
import { started } from "./office.js";
import rulebooks from "./rulebooks.js";

initSync({ module: readFileSync(new URL("./glue/namro_bg.wasm", import.meta.url)) });
takeFrom(rulebooks);
started();

/** The module is ready already: only other rulebooks than the shipped ones are taken here. */
export async function init(source, rulebooks) {
  if (rulebooks) takeFrom(rulebooks);
}

export { Calendar } from "./calendar.js";
export { Office, operations, semantics } from "./office.js";
export { Checker } from "./subject.js";
export { NamroError } from "./error.js";
