// Entry for browsers, bundlers and workers: the module is fetched, or its bytes are handed in.

import load from "./glue/namro.js";
import { started } from "./office.js";
import { loader } from "./subject.js";

export const init = loader(load, new URL("./glue/namro_bg.wasm", import.meta.url), started);

export { Calendar } from "./calendar.js";
export { Office, operations, semantics } from "./office.js";
export { Checker } from "./subject.js";
export { NamroError } from "./error.js";
