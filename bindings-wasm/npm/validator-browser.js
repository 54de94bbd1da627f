// Entry of `namro/validator` for browsers, bundlers and workers: its module is fetched, or its bytes are handed in.

import load from "./glue/validator.js";
import { loader } from "./subject.js";
import { Validator } from "./validator.js";

export const init = loader(load, new URL("./glue/validator_bg.wasm", import.meta.url), () => Validator.started());

export { Validator, operations, semantics } from "./validator.js";
export { Checker } from "./subject.js";
export { NamroError } from "./error.js";
