// The page of the browser test: the package as it was packed, in its browser entry.

import * as namro from "/namro/browser.js";
import * as slice from "/namro/slice-browser.js";
import * as validator from "/namro/validator-browser.js";
import { run } from "./vectors.mjs";

try {
  await Promise.all([namro.init(), namro.initLogs(), slice.init(), validator.init()]);
  globalThis.result = await run(namro, [slice, validator], async (file) => {
    const response = await fetch(`/vectors/${file}`);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.text();
  });
} catch (error) {
  globalThis.failure = error.stack ?? String(error);
}
