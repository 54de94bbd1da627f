// Compares forms and rules with other libraries on the same dossiers, in one run, and checks whether the verdicts agree.
//
//     cargo build --release -p namro-benches --bin rules_dossiers
//     npm install --prefix target/peers ajv ajv-formats @marcbachmann/cel-js @gorules/zen-engine
//     python -m venv target/peers/venv && target/peers/venv/bin/pip install jsonschema jsonschema-rs
//     node benches/peers_rules.mjs [target/peers] [target/release/rules_dossiers] [folder of the npm package namro]
//
// Nanoseconds are those of the fastest of many rounds; compare ratios, since the speed of a machine differs from day to day.

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

/** Nanoseconds per dossier in the fastest round. */
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
row("jsonschema (Rust)", "schema", native.jsonschema);
row("serde_json", "parse", native.serde_json);
row("namro", "15 rules", native.rules);
row("namro", "15 rules, whole forms", native.rules_whole);
row("namro", "schema, papers, 15 rules, verdict", native.check);
row("namro", "one edited field", native.edit);

// ---- ajv
const Ajv = require("ajv/dist/2020").default;
const ajv = new Ajv({ allErrors: true, strict: false });
require("ajv-formats").default(ajv);
const validate = ajv.compile(procedure.form);
row("ajv", "schema", nanoseconds(() => forms.forEach((form) => validate(form))));
row("V8", "parse", nanoseconds(() => texts.forEach((text) => JSON.parse(text))));

// What ajv reports besides the failed keyword, and what the verdicts of the library report.
const branch = /\/(anyOf|oneOf|not|contains|propertyNames|if)(\/|$)/;
const reportedBy = (form) => {
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
  const [a, b] = [reportedBy(forms[index]), ours(one.expected)];
  if (JSON.stringify(a) === JSON.stringify(b)) equal += 1;
  else console.log(`ajv differs: ${one.name}\n  ajv   ${a.join(", ")}\n  namro ${b.join(", ")}`);
}
console.log(`ajv and namro report the same for ${equal} of ${cases.length} forms (keyword and pointer)`);

// ---- The rules in the languages of the other libraries: one condition each, since neither reports items one by one.
// The host provides functions that CEL lacks; its JavaScript numbers are doubles, so R03 needs a tolerance.
const cel = {
  R01: "sum(d.thanhVien.map(t, t.vonGop)) == double(d.vonDieuLe)",
  R02: "d.thanhVien.all(t, t.vonGop > 0)",
  R03: "d.thanhVien.all(t, !has(t.tyLe) || (double(t.tyLe) * double(d.vonDieuLe) - double(t.vonGop) * 100.0 < 1.0 && double(t.vonGop) * 100.0 - double(t.tyLe) * double(d.vonDieuLe) < 1.0))",
  R04: "!d.thanhVien.all(t, has(t.tyLe)) || sum(d.thanhVien.map(t, t.tyLe)) == 100.0",
  R05: "d.nguoiDaiDien.all(n, years(n.ngaySinh, d.ngayNop) >= 18)",
  R06: "d.nganhNghe.exists_one(n, has(n.chinh) && n.chinh)",
  R07: "d.nganhNghe.all(n, d.nganhNghe.exists_one(m, m.ma == n.ma))",
  R08: "d.nguoiDaiDien.all(n, n.ngaySinh.substring(2, 4) == n.soDinhDanh.substring(4, 6))",
  R09: "!d.thanhVien.exists(t, t.loai == 'toChuc') || d.thanhVien.filter(t, t.loai == 'toChuc').all(t, t.daiDien.size() <= 3)",
  R10: "d.ten.matches(r'^C.*\\S$') && !d.ten.contains('  ')",
  R11: "!has(d.chiNhanh) || d.chiNhanh.all(c, !(c.tinh == d.truSo.tinh && c.xa == d.truSo.xa && c.soNha == d.truSo.soNha))",
  R12: "d.ngayNop <= today",
  R13: "d.nguoiDaiDien.all(n, d.thanhVien.exists(t, has(t.soDinhDanh) && t.soDinhDanh == n.soDinhDanh) || n.soDinhDanh.startsWith('0'))",
  R14: "double(d.vonDieuLe) * double(d.vonDieuLe) * double(d.vonDieuLe) >= 0.0",
  R15: "double(d.vonDieuLe) * double(d.vonDieuLe) * double(d.vonDieuLe) * double(d.vonDieuLe) * double(d.vonDieuLe) >= 0.0 || d.vonDieuLe > 0",
};
// R07 tests whether a value appears twice, for which zen has no function; the powers of R14 and R15 crash its process.
const zen = {
  R01: "sum(map(d.thanhVien, #.vonGop)) == d.vonDieuLe",
  R02: "all(d.thanhVien, #.vonGop > 0)",
  R03: "all(d.thanhVien, #.tyLe == null or #.tyLe * d.vonDieuLe == #.vonGop * 100)",
  R04: "some(d.thanhVien, #.tyLe == null) or sum(map(d.thanhVien, #.tyLe)) == 100",
  R05: "all(d.nguoiDaiDien, d(#.ngaySinh).add(18, 'year') <= d(d.ngayNop))",
  R06: "count(d.nganhNghe, #.chinh == true) == 1",
  R08: "all(d.nguoiDaiDien, #.ngaySinh[2:3] == #.soDinhDanh[4:5])",
  R09: "all(filter(d.thanhVien, #.loai == 'toChuc'), len(#.daiDien) <= 3)",
  R10: "matches(d.ten, '^C.*[^ ]$') and not contains(d.ten, '  ')",
  R11: "all(d.chiNhanh ?? [], not (#.tinh == d.truSo.tinh and #.xa == d.truSo.xa and #.soNha == d.truSo.soNha))",
  R12: "d(d.ngayNop) <= d(today)",
  R13: "all(d.nguoiDaiDien as n, some(d.thanhVien as t, t.soDinhDanh == n.soDinhDanh) or startsWith(n.soDinhDanh, '0'))",
};

/** Forms that are valid by the schema: on others the rules may have no data. */
const whole = cases.flatMap((one, index) => (ours(one.expected).length === 0 ? [index] : []));

/** The results of another library rule by rule, as far as it can express them, and its time on valid forms. */
function judged(who, rules, judge) {
  const ids = Object.keys(rules);
  const run = (index) => ids.map((id) => judge(id, { d: forms[index], today: cases[index].input.at.slice(0, 10) }));
  let [same, failed] = [0, []];
  for (const index of whole) {
    const said = new Set(cases[index].expected.remarks.map((remark) => remark.rule));
    for (const id of ids) {
      let holds;
      try {
        holds = judge(id, { d: forms[index], today: cases[index].input.at.slice(0, 10) });
      } catch (error) {
        holds = String(error.message).split("\n")[0];
      }
      if (holds === !said.has(id)) same += 1;
      else failed.push(`${id} ${cases[index].name}: ${holds}`);
    }
  }
  console.log(`${who} says ${ids.length} of the 15 rules, and judges ${same} of ${same + failed.length} as namro does`);
  failed.slice(0, 5).forEach((line) => console.log(`  ${line}`));
  // Only forms on which it finishes can be timed.
  const timed = whole.filter((index) => !failed.some((line) => line.includes(cases[index].name)));
  row(who, `${ids.length} rules, ${timed.length} whole forms`, nanoseconds(() => timed.forEach(run), timed.length));
}

try {
  const { Environment } = await import(pathToFileURL(require.resolve("@marcbachmann/cel-js")));
  const full = (from, to) => BigInt(Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0));
  const environment = new Environment()
    .registerVariable("d", "map")
    .registerVariable("today", "string")
    .registerFunction("sum(list): double", (list) => list.reduce((sum, one) => sum + Number(one), 0))
    .registerFunction("years(string, string): int", full);
  const programs = Object.fromEntries(Object.entries(cel).map(([id, text]) => [id, environment.parse(text)]));
  judged("cel-js", cel, (id, data) => programs[id](data));
} catch (error) {
  console.log(`cel-js: ${error.message}`);
}

try {
  const { evaluateExpressionSync } = require("@gorules/zen-engine");
  judged("zen-engine", zen, (id, data) => evaluateExpressionSync(zen[id], data));
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
  row("namro, wasm", "one edited field, verdict as object", nanoseconds(() => checker.set("/nguoiNop/dienThoai", "0912345678"), 1));
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
