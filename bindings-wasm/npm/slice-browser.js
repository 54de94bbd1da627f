// Entry of `namro/slice` for browsers, bundlers and workers: its module is fetched, or its bytes are handed in.

import load from "./glue/slice.js";
import { loader } from "./subject.js";
import { Slice } from "./slice.js";

export const init = loader(load, new URL("./glue/slice_bg.wasm", import.meta.url), () => Slice.started());

export { Slice, operations, semantics } from "./slice.js";
export { Checker } from "./subject.js";
export { FormSession } from "./session.js";
export { NamroError } from "./error.js";
