// Entry of `namro/slice` for browsers, bundlers and workers: the small module is fetched, or its bytes are handed in.

import load from "./glue/slice.js";
import { started } from "./slice.js";
import { loader } from "./subject.js";

export const init = loader(load, new URL("./glue/slice_bg.wasm", import.meta.url), started);

export { Slice, operations, semantics } from "./slice.js";
export { Checker } from "./subject.js";
export { NamroError } from "./error.js";
