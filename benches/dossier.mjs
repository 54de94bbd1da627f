// A dossier of 3.4 kB, a form and 27 rules in WebAssembly: the time of the smallest module in Node and in headless Chromium,
// compared with compiled ajv on the form alone.
//
//     cargo run -p xtask -- npm
//     npm install --prefix target/peers ajv ajv-formats
//     node benches/dossier.mjs [target/npm/package] [target/peers] [target/npm/tools] [chromium]
//
// Microseconds of the fastest and of the median batch; compare only within one run, since machine speed differs from day to day.

import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { measure } from "./dossier_measure.mjs";

const [folder = "target/npm/package", peers = "target/peers", tools = "target/npm/tools", executablePath = "/usr/bin/chromium"] = process.argv.slice(2);
const here = fileURLToPath(new URL(".", import.meta.url));
const { Office } = await import(pathToFileURL(resolve(folder, "node.js")));

// What a server publishes: the procedure, and one without requirements, whose check only reads the dossier.
const published = (rulebook, procedure) => Office.load(rulebook).publish({ procedure });
const { rulebook, compiled } = published({ "bench.json": { namro: 1, id: "bench", title: "Đo", include: ["vn.procedures.2.001199"] } }, "2.001199");
const { compiled: bare } = published({ "bare.json": { namro: 1, id: "bare", title: "Đo", procedures: { "1.000000": { title: "Đo" } } } }, "1.000000");
const dossier = JSON.parse(readFileSync(join(here, "dossier.json"), "utf8"));
const at = "2026-01-08T09:00:00+07:00";
const holds = ({ in_force: { from = "", to = "9999" } = {} }) => from <= at && at.slice(0, 10) <= to;
const version = [JSON.parse(rulebook).procedures["2.001199"]].flat().find(holds);

// ajv as program text, also for the page, with the parts of its runtime that it requires.
const require = createRequire(pathToFileURL(resolve(peers, "package.json")));
const ajv = new (require("ajv/dist/2020").default)({ allErrors: true, strict: false, validateSchema: false, code: { source: true } });
require("ajv-formats").default(ajv);
const modules = {};
const gather = (source) => {
  for (const [, name] of source.matchAll(/require\("([^"]+)"\)/g)) {
    if (!(name in modules)) gather((modules[name] = readFileSync(require.resolve(name), "utf8")));
  }
  return source;
};
const validator = gather(require("ajv/dist/standalone").default(ajv, ajv.compile(version.form)));

const input = { compiled, bare, dossier, at, validator, modules };
const node = measure(await import(pathToFileURL(resolve(folder, "validator-node.js"))), input);

const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const PLACES = { namro: resolve(folder), benches: here };
const server = createServer((request, response) => {
  const [, place, ...rest] = normalize(new URL(request.url, "http://page").pathname).split("/");
  const path = PLACES[place] && join(PLACES[place], ...rest);
  const type = path ? TYPES[extname(path)] : "text/html";
  if (path && !existsSync(path)) return response.writeHead(404).end();
  // Only a cross-origin isolated page has a clock of sufficient resolution.
  response.writeHead(200, { "content-type": type, "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" });
  path ? createReadStream(path).pipe(response) : response.end("<!doctype html><title>namro</title>");
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const { chromium } = createRequire(join(resolve(tools), "index.js"))("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
let web;
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  web = await page.evaluate(async (input) => {
    const [namro, { measure }] = [await import("/namro/validator-browser.js"), await import("/benches/dossier_measure.mjs")];
    await namro.init();
    return measure(namro, input);
  }, input);
} finally {
  await browser.close();
  server.close();
}

console.log(`${new TextEncoder().encode(JSON.stringify(dossier)).length} bytes, ${version.rules.length} rules`);
const shown = ([fastest, median]) => `${fastest.toFixed(1)} / ${median.toFixed(1)}`;
console.table(Object.fromEntries(Object.keys(node).map((what) => [what, { "Node": shown(node[what]), "Chromium": shown(web[what]) }])));
