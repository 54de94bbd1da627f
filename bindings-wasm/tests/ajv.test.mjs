// The forms of the shipped procedures, exported as JSON Schema: ajv says the same of a form as namro does, keyword by
// keyword and at the same place.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Office } from "namro";

const require = createRequire(new URL("../tools/package.json", import.meta.url));
const Ajv = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;

const AT = "2026-10-01";
const FORMS = 150;

/** Numbers that are the same at every run (a linear congruence; the constants are those of Numerical Recipes). */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const STRAY = [null, true, 0, -1, 1.5, 100, 2_000_000_000, "", "x", "Nguyễn", "2026-02-30", "2026-03-06", "001090000001", "0912345678", "x".repeat(400), [], [1], {}, { x: 1 }];

/** A value that mostly keeps to a schema, for what these forms use of it. */
function value(schema, root, pick, depth = 0) {
  if (schema.$ref) return value(schema.$ref.split("/").slice(1).reduce((at, key) => at[key], root), root, pick, depth);
  if (pick(12) === 0 || depth > 6) return STRAY[pick(STRAY.length)];
  if ("const" in schema) return schema.const;
  if (schema.enum) return schema.enum[pick(schema.enum.length)];
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches) return value(branches[pick(branches.length)], root, pick, depth);
  switch (schema.type) {
    case "object": {
      const entries = Object.entries(schema.properties ?? {});
      const kept = entries.filter(([key]) => (schema.required?.includes(key) ? pick(15) > 0 : pick(3) > 0));
      const object = Object.fromEntries(kept.map(([key, part]) => [key, value(part, root, pick, depth + 1)]));
      if (pick(20) === 0) object.thua = 1;
      return object;
    }
    case "array":
      return Array.from({ length: (schema.minItems ?? 0) + pick(3) }, () => value(schema.items ?? {}, root, pick, depth + 1));
    case "integer":
    case "number":
      return (schema.minimum ?? schema.exclusiveMinimum ?? 0) + pick(4);
    case "boolean":
      return pick(2) === 0;
    case "string":
      if (schema.format === "date") return `20${10 + pick(20)}-0${1 + pick(9)}-1${pick(10)}`;
      if (schema.pattern) return ["001090000001", "0912345678", "62010", "0101248141", "a@b.vn", "6201", "100000"][pick(7)];
      return "Công ty Hoa Sen".slice(0, schema.maxLength ?? 15).padEnd(schema.minLength ?? 0, "a");
    default:
      return STRAY[pick(STRAY.length)];
  }
}

const isBlank = (value) => value === null || (typeof value === "string" && value.trim() === "");

/** The value without the parts that a map or a list is to leave out, at any depth. */
function without(value, leaveOut) {
  if (Array.isArray(value)) return value.filter((item) => !leaveOut(item, value)).map((item) => without(item, leaveOut));
  if (value?.constructor !== Object) return value;
  const kept = Object.entries(value).filter(([, part]) => !leaveOut(part, value));
  return Object.fromEntries(kept.map(([key, part]) => [key, without(part, leaveOut)]));
}

/** Without blank fields: here a field that is null or blank is one that is not given, elsewhere it is a value. */
const filled = (value) => without(value, (part, around) => !Array.isArray(around) && isBlank(part));
/** Without blank items, whose removal would move the items after them. */
const withoutBlankItems = (value) => without(value, (part, around) => Array.isArray(around) && isBlank(part));

/** Errors inside the branches of a choice belong to the choice. */
const BRANCH = /\/(oneOf|anyOf|not|if|contains)\/?/;
const said = (pairs) => [...new Set(pairs.map(([keyword, pointer]) => `${keyword} ${pointer}`))].sort();

/** What ajv says of the filled form. A field that must be given and is blank is blank here; to ajv it is not there. */
function byAjv(errors, form) {
  const own = (errors ?? []).filter(({ keyword, schemaPath }) => keyword !== "if" && !BRANCH.test(schemaPath.replace(/\/[^/]*$/, "")));
  const at = (pointer) => pointer.split("/").slice(1).reduce((part, key) => part?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], form);
  return said(own.map(({ keyword, instancePath, params }) => {
    const field = `${instancePath}/${params.missingProperty}`;
    return keyword === "required" && at(field) !== undefined ? ["blank", field] : [keyword, instancePath];
  }));
}

const office = Office.load({ rulebook: { namro: 1, id: "a", title: "A", include: ["vn.procedures"] } });

for (const [index, procedure] of office.describe().procedures.entries()) {
  test(`ajv on the form of ${procedure}`, () => {
    const schema = JSON.parse(office.formSchema({ procedure, on: AT }).schema);
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    const pick = random(index + 1);
    const keywords = new Set();
    for (let count = 0; count < FORMS; count += 1) {
      const drawn = value(schema, schema, pick);
      // A dossier without a form has an empty one.
      const form = withoutBlankItems(drawn?.constructor === Object ? drawn : {});
      const verdict = office.check({ dossier: { procedure, form }, at: `${AT}T09:00:00+07:00` });
      const remarks = verdict.remarks.filter(({ rule, code }) => !rule && !code.startsWith("component_"));
      validate(filled(form));
      remarks.forEach(({ code }) => keywords.add(code));
      assert.deepEqual(said(remarks.map(({ code, pointer }) => [code, pointer])), byAjv(validate.errors, form), JSON.stringify(form));
    }
    assert.ok(keywords.size >= 3, `only ${[...keywords]} were met`);
  });
}
