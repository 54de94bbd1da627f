// node form.mjs FOLDER EXAMPLES CHROMIUM TOOLS [PICTURES]: the example pages of forms in a headless browser, as a person uses
// them: what is typed comes as the keys of Telex, VNI and Unikey come, and nothing is said while somebody types.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, examples, executablePath, tools, pictures] = process.argv.slice(2).map((path) => resolve(path));
const { chromium } = createRequire(join(tools, "index.js"))("playwright-core");
// Beside the installed package, where the server finds it by its name.
const pages = join(folder, "form");
cpSync(examples, pages, { recursive: true });
const { serve } = await import(pathToFileURL(join(pages, "serve.mjs")));
const server = await serve(0);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"] });
if (pictures) mkdirSync(pictures, { recursive: true });
let passed = 0;
const failures = [];

async function visit(name, path, work) {
  const page = await browser.newPage({ locale: "vi-VN" });
  const troubles = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => request.url().startsWith(origin) || troubles.push(request.url()));
  page.setDefaultTimeout(10_000);
  try {
    await page.goto(`${origin}/${path}`);
    await work(page, troubles);
    assert.deepEqual(troubles.filter((trouble) => !trouble.includes("favicon")), []);
    passed += 1;
  } catch (error) {
    failures.push(`${name}: ${error.stack}`);
  }
  await page.close();
}

async function picture(page, name) {
  for (const width of pictures ? [360, 768, 1280] : []) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.equal(wide, false, "the page is not wider than the window");
}

/** What axe finds against WCAG 2.2 AA. */
async function accessible(page) {
  // Run by the browser's tools and not by the page, whose policy lets no other script in.
  await page.evaluate(readFileSync(join(tools, "node_modules/axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`), []);
}

const errors = (page) => page.locator(".nf-error:visible").count();

await visit("element", "element.html", async (page) => {
  const name = page.getByLabel("Tên tiếng Việt");
  await name.waitFor();
  assert.equal(await errors(page), 0, "nothing is wrong before anybody has typed");
  await page.setViewportSize({ width: 360, height: 900 });
  await picture(page, "element-empty");

  // Unikey takes letters back and writes others: Telex "Coong ty" and VNI "Co6ng ty" both end in "Công ty".
  await name.focus();
  for (const keys of ["Coo", "<", "<", "ô", "ng ty TNHH Mo65", "<", "<", "<", "ột"]) {
    for (const key of keys === "<" ? ["Backspace"] : [...keys]) {
      await (key === "Backspace" ? page.keyboard.press(key) : page.keyboard.insertText(key));
      assert.equal(await errors(page), 0, "no error while somebody types");
    }
  }
  assert.equal(await name.inputValue(), "Công ty TNHH Một");
  await page.keyboard.press("Tab");
  assert.equal((await page.evaluate(() => document.querySelector("namro-form").value.form.ten)), "Công ty TNHH Một");

  const capital = page.getByLabel("Vốn điều lệ");
  await capital.fill("1000000000 đ");
  assert.equal(await capital.inputValue(), "1000000000 đ", "nothing is put right while somebody types");
  await capital.blur();
  assert.equal(await capital.inputValue(), "1.000.000.000");
  await capital.fill("một tỷ");
  await capital.blur();
  assert.equal(await capital.getAttribute("aria-invalid"), "true");
  const described = await capital.getAttribute("aria-describedby");
  assert.match(await page.locator(`#${described.split(" ").at(-1)}`).textContent(), /số nguyên/);
  await capital.fill("90.000.000");
  await capital.blur();
  assert.equal(await capital.getAttribute("aria-invalid"), null);

  const members = page.getByRole("button", { name: "Thêm: thành viên" });
  await members.click();
  await members.click();
  const items = page.locator(".nf-item", { has: page.getByLabel("Phần vốn góp") });
  assert.equal(await items.count(), 2);
  const code = items.first().getByLabel("Mã số doanh nghiệp");
  assert.equal(await code.isVisible(), false);
  await items.first().getByRole("radio", { name: "Tổ chức" }).check();
  assert.equal(await code.isVisible(), true);
  assert.equal(await items.first().getByLabel("Ngày sinh").isVisible(), false);
  await items.nth(1).getByRole("radio", { name: "Cá nhân" }).check();
  await items.nth(1).getByLabel("Ngày sinh").fill("13/2/1990");
  await items.nth(1).getByLabel("Ngày sinh").blur();
  assert.equal(await items.nth(1).getByLabel("Ngày sinh").inputValue(), "13/02/1990");
  await items.first().getByRole("button", { name: /^Xóa/ }).click();
  assert.equal(await page.getByLabel("Ngày sinh").first().inputValue(), "13/02/1990", "the other item stays");

  await page.getByLabel(/^Điều lệ công ty/).setInputFiles({ name: "dieu-le.pdf", mimeType: "application/pdf", buffer: Buffer.from("x") });
  await page.getByText("dieu-le.pdf").waitFor();
  await page.getByRole("button", { name: "Nộp hồ sơ" }).click();
  const summary = page.getByRole("alert");
  await summary.waitFor();
  assert.equal(await summary.evaluate((element) => element === document.activeElement), true, "the focus is at the summary");
  await picture(page, "element-submitted");
  await accessible(page);
  await summary.getByRole("link").first().click();
  assert.match(await page.evaluate(() => document.activeElement.className), /nf-/, "a link leads to its field");
  const unnamed = await page.evaluate(() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button")]
    .filter((element) => element.checkVisibility() && !(element.labels?.length || element.textContent.trim() || element.ariaLabel)).map((element) => element.outerHTML));
  assert.deepEqual(unnamed, [], "every control has a name");
  const twice = await page.evaluate(() => { const ids = [...document.querySelectorAll("[id]")].map((element) => element.id); return ids.length - new Set(ids).size; });
  assert.equal(twice, 0, "no identifier twice");
  const same = await page.evaluate(() => { const { session } = document.querySelector("namro-form"); return session.state.summary.ready === session.verdict.ready; });
  assert.equal(same, true);
});

await visit("keyboard alone", "element.html", async (page) => {
  await page.getByLabel("Tên tiếng Việt").waitFor();
  let reached = false;
  for (let at = 0; at < 80 && !reached; at += 1) {
    await page.keyboard.press("Tab");
    reached = await page.evaluate(() => document.activeElement.type === "submit");
  }
  assert.equal(reached, true, "the keyboard reaches the end of the form");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
});

await visit("without the slice", "element.html", async (page, troubles) => {
  troubles.length = 0;
  await page.route("**/slice", (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await page.getByText("Trình duyệt này chưa kiểm tra được").waitFor();
  await page.waitForFunction(() => document.querySelector("namro-form").session === null);
  await page.waitForTimeout(300);
  assert.equal(troubles.filter((trouble) => trouble.startsWith("namro-form:")).length, 1, "it is said once why");
  troubles.length = 0;
});

await visit("session", "session.html", async (page) => {
  const name = page.getByLabel("Tên tiếng Việt");
  await name.waitFor();
  await name.fill("A");
  await name.blur();
  await page.getByText("Tên phải gồm loại hình").waitFor();
  await page.getByLabel("Vốn đầu tư").fill("5000000");
  await page.getByLabel("Vốn đầu tư").blur();
  assert.equal(await page.getByLabel("Vốn đầu tư").inputValue(), "5.000.000");
  await picture(page, "session");
  await accessible(page);
});

await browser.close();
server.close();
failures.forEach((failure) => console.error(failure));
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length ? 1 : 0;
