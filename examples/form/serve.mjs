// Serves the two pages: `npm install namro`, then `node serve.mjs [PORT]`. Nothing of namro is fetched from elsewhere.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { Office } from "namro";

const here = dirname(fileURLToPath(import.meta.url));
const namro = dirname(fileURLToPath(import.meta.resolve("namro")));
const office = Office.load({ rulebook: { namro: 1, id: "example", title: "Example", include: ["vn.procedures"] } });
const procedure = { "/element.html": "2.001199", "/session.html": "2.001610" };
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

export function serve(port) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname).replaceAll("\\", "/");
    try {
      if (path === "/slice") {
        const page = new URL(request.headers.referer ?? "http://localhost/element.html").pathname;
        response.end(office.publish({ procedure: procedure[page] ?? "2.001199" }).compiled);
        return;
      }
      const file = path.startsWith("/namro/") ? join(namro, path.slice(7)) : join(here, path === "/" ? "element.html" : path);
      const bytes = readFileSync(file);
      const policy = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; form-action 'self'";
      response.writeHead(200, { "content-type": types[extname(file)] ?? "text/plain", "content-security-policy": policy });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((ready) => server.listen(port, "127.0.0.1", () => ready(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { port } = (await serve(Number(process.argv[2] ?? 8080))).address();
  console.log(`http://127.0.0.1:${port}/element.html and /session.html`);
}
