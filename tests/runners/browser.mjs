// node browser.mjs FOLDER VECTORS CHROMIUM TOOLS: runs the vectors in a headless browser, under a strict policy.

import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { report } from "./vectors.mjs";

const [folder, vectors, executablePath, tools] = process.argv.slice(2).map((path) => resolve(path));
const { chromium } = createRequire(join(tools, "index.js"))("playwright-core");

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
// What a careful portal allows: no inline script, no eval but that of WebAssembly, no request to anywhere else.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const PLACES = { namro: join(folder, "node_modules/namro"), vectors, runners: fileURLToPath(new URL(".", import.meta.url)) };

const server = createServer((request, response) => {
  const [, place, ...rest] = normalize(decodeURIComponent(new URL(request.url, "http://page").pathname)).split("/");
  const path = PLACES[place] && join(PLACES[place], ...rest);
  if (!path || !existsSync(path)) return response.writeHead(404).end();
  response.writeHead(200, {
    "content-type": `${TYPES[extname(path)] ?? "text/plain"}; charset=utf-8`.replace("wasm; charset=utf-8", "wasm"),
    "content-security-policy": POLICY,
  });
  createReadStream(path).pipe(response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});
let result;
try {
  const page = await browser.newPage();
  const outside = [];
  page.on("request", (request) => request.url().startsWith(origin) || outside.push(request.url()));
  const refused = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  page.on("pageerror", (error) => refused.push(String(error)));
  await page.goto(`${origin}/runners/page.html`);
  await page.waitForFunction(() => globalThis.result !== undefined || globalThis.failure !== undefined, null, { timeout: 120_000 }).catch((error) => refused.push(String(error)));
  result = (await page.evaluate(() => globalThis.result)) ?? { passed: 0, failed: 1, failures: [String(await page.evaluate(() => globalThis.failure))] };
  for (const trouble of [...outside, ...refused]) {
    result.failed += 1;
    result.failures.push(trouble);
  }
} finally {
  await browser.close();
  server.close();
}
console.log(report(result));
process.exitCode = result.failed ? 1 : 0;
