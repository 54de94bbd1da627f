// Entry for browsers, bundlers and workers: the module is fetched, or its bytes are handed in.

import load from "./glue/namro.js";
import { started } from "./office.js";

let loading;

export function init(source = new URL("./glue/namro_bg.wasm", import.meta.url)) {
  loading ??= load({ module_or_path: source }).then(started, (fault) => {
    // A failed fetch may be tried again.
    loading = undefined;
    throw fault;
  });
  return loading;
}

export { NamroError, Office, operations, semantics } from "./office.js";
