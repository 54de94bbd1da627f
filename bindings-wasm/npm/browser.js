// Entry for browsers, bundlers and workers: the module is fetched, or its bytes are handed in.

import load from "./glue/namro.js";
import { takeFrom } from "./library.js";
import { started } from "./office.js";
import { loader } from "./subject.js";

const start = loader(load, new URL("./glue/namro_bg.wasm", import.meta.url), started);

export async function init(source, rulebooks) {
  const shipped = rulebooks ?? import("./rulebooks.js").then((file) => file.default);
  const [texts] = await Promise.all([shipped, start(source)]);
  takeFrom(texts);
}

export { Calendar } from "./calendar.js";
export { Office, operations, semantics } from "./office.js";
export { Checker } from "./subject.js";
export { NamroError } from "./error.js";
