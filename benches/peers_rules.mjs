// Forms and rules beside the peers, on the same dossiers, in one run; and whether they come to the same verdicts.
//
//     cargo build --release -p namro-benches --bin rules_dossiers
//     npm install --prefix target/peers ajv ajv-formats @marcbachmann/cel-js @gorules/zen-engine
//     python -m venv target/peers/venv && target/peers/venv/bin/pip install jsonschema jsonschema-rs
//     node benches/peers_rules.mjs [target/peers] [target/release/rules_dossiers] [folder of the npm package namro]
//
// Nanoseconds are those of the fastest of many rounds; compare ratios, for machines differ from day to day.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [peers = "target/peers", binary = "target/release/rules_dossiers", own] = process.argv.slice(2);
const path = join(here, "../tests/vectors/dossier/registration.json");
const file = JSON.parse(readFileSync(path, "utf8"));
const procedure = file.rulebook.procedures["1.234567"];
const cases = file.cases.filter((one) => one.input);
const forms = cases.map((one) => one.input.dossier.form);
const texts = forms.map((form) => JSON.stringify(form));
const require = createRequire(pathToFileURL(resolve(peers, "package.json")));

/** Nanoseconds a dossier, of the fastest round. */
function nanoseconds(round, count = forms.length, milliseconds = 2_000) {
  let best = Infinity;
  for (const until = performance.now() + milliseconds; performance.now() < until; ) {
    const start = process.hrtime.bigint();
    round();
    const took = Number(process.hrtime.bigint() - start);
    if (took < best) best = took;
  }
  return Math.round(best / count);
}

const rows = [];
const row = (who, what, value) => rows.push({ who, what, "ns a dossier": value });

const native = JSON.parse(execFileSync(resolve(binary), [path], { encoding: "utf8" }));
console.log(`${native.dossiers} dossiers of ${native.bytes} bytes on average`);
row("namro", "parse", native.parse);
row("namro", "schema", native.schema);
row("namro", "15 rules", native.rules);
row("namro", "schema, papers, 15 rules, verdict", native.check);
row("namro", "one edited field", native.edit);

// ---- ajv
const Ajv = require("ajv/dist/2020").default;
const ajv = new Ajv({ allErrors: true, strict: false });
require("ajv-formats").default(ajv);
const validate = ajv.compile(procedure.form);
row("ajv", "schema", nanoseconds(() => forms.forEach((form) => validate(form))));
row("V8", "parse", nanoseconds(() => texts.forEach((text) => JSON.parse(text))));

// What ajv tells beside the keyword that fails, and what the verdicts of the library tell.
const branch = /\/(anyOf|oneOf|not|contains|propertyNames|if)(\/|$)/;
const told = (form) => {
  validate(form);
  const errors = (validate.errors ?? []).filter((error) => !branch.test(error.schemaPath.replace(/\/[^/]*$/, "")) && error.keyword !== "if");
  return [...new Set(errors.map(({ keyword, instancePath }) => `${keyword} ${instancePath}`))].sort();
};
const ours = (expected) => {
  const form = expected.remarks.filter((remark) => !remark.rule && !remark.code.startsWith("component_"));
  return [...new Set(form.map(({ code, pointer }) => `${code} ${pointer}`))].sort();
};
let equal = 0;
for (const [index, one] of cases.entries()) {
  const [a, b] = [told(forms[index]), ours(one.expected)];
  if (JSON.stringify(a) === JSON.stringify(b)) equal += 1;
  else console.log(`ajv differs: ${one.name}\n  ajv   ${a.join(", ")}\n  namro ${b.join(", ")}`);
}
console.log(`ajv and namro tell the same of ${equal} of ${cases.length} forms (keyword and pointer)`);

// ---- CEL, on the rules that are CEL word for word
const pure = ["R10", "R13"].map((id) => procedure.rules.find((rule) => rule.id === id).check);
pure.push("d.nganhNghe.exists_one(n, has(n.chinh) && n.chinh)", "d.thanhVien.all(t, t.vonGop > 0)", "d.thanhVien.size() >= 2");
try {
  const { Environment } = await import(pathToFileURL(require.resolve("@marcbachmann/cel-js")));
  const environment = new Environment().registerVariable("d", "map");
  const programs = pure.map((text) => environment.parse(text));
  const good = forms.slice(0, 1);
  const run = () => good.forEach((d) => programs.forEach((program) => program({ d })));
  run();
  row("cel-js", `${pure.length} rules, complete dossier`, nanoseconds(run, 1));
} catch (error) {
  console.log(`cel-js: ${error.message}`);
}

// ---- zen
try {
  const { evaluateExpressionSync } = require("@gorules/zen-engine");
  const zen = ["sum(map(d.thanhVien, #.vonGop)) == d.vonDieuLe", "all(d.thanhVien, #.vonGop > 0)", "count(d.nganhNghe, #.chinh == true) == 1", "len(d.thanhVien) >= 2", "startsWith(d.ten, 'Công ty TNHH')"];
  const run = () => zen.forEach((text) => evaluateExpressionSync(text, { d: forms[0] }));
  run();
  row("zen-engine", `${zen.length} rules, complete dossier`, nanoseconds(run, 1));
} catch (error) {
  console.log(`zen-engine: ${error.message}`);
}

// ---- namro in WebAssembly
if (own && existsSync(own)) {
  const { Office } = await import(pathToFileURL(resolve(own, "node.js")));
  const office = Office.load({ "rulebook.json": file.rulebook });
  const requests = cases.map((one) => JSON.stringify(one.input));
  row("namro, wasm", "parse, schema, papers, 15 rules, verdict as text", nanoseconds(() => requests.forEach((text) => office.callText("check", text))));
  const checker = office.checker(cases[0].input);
  row("namro, wasm", "one edited field, verdict as text", nanoseconds(() => checker.editText("/nguoiNop/dienThoai", '"0912345678"'), 1));
}

// ---- Python
const python = resolve(peers, "venv/bin/python");
if (existsSync(python)) {
  const script = `
import json, sys, time
file = json.load(open(sys.argv[1]))
form = file["rulebook"]["procedures"]["1.234567"]["form"]
forms = [one["input"]["dossier"]["form"] for one in file["cases"] if "input" in one]
def best(run, seconds=2.0):
    least, until = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.perf_counter_ns(); run(); least = min(least, time.perf_counter_ns() - start)
    return round(least / len(forms))
out = {}
import jsonschema_rs
fast = jsonschema_rs.Draft202012Validator(form, validate_formats=True)
out["jsonschema (Rust, from Python)"] = best(lambda: [list(fast.iter_errors(one)) for one in forms])
import jsonschema
slow = jsonschema.Draft202012Validator(form)
out["jsonschema (Python)"] = best(lambda: [list(slow.iter_errors(one)) for one in forms])
print(json.dumps(out))
`;
  const found = JSON.parse(execFileSync(python, ["-c", script, path], { encoding: "utf8" }));
  for (const [who, value] of Object.entries(found)) row(who, "schema", value);
}

console.table(rows.map((one) => ({ ...one, "against ajv": (one["ns a dossier"] / rows.find((row) => row.who === "ajv")["ns a dossier"]).toFixed(2) })));
