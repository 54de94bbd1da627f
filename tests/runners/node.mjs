// node node.mjs FOLDER VECTORS: runs the vectors against the package installed in FOLDER.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { report, run } from "./vectors.mjs";

const [folder, vectors] = process.argv.slice(2).map((path) => resolve(path));
const entry = (name) => import(pathToFileURL(createRequire(join(folder, "index.js")).resolve(name)).href);
const [namro, ...parts] = await Promise.all(["namro", "namro/slice", "namro/validator"].map(entry));
await Promise.all([namro, ...parts].map((module) => module.init()));
const result = await run(namro, parts, (file) => readFile(join(vectors, file), "utf8"));
console.log(report(result));
process.exitCode = result.failed ? 1 : 0;
