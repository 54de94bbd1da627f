// The small modules: what an office published, loaded beside it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Office } from "namro";
import { NamroError, Slice, init, operations, semantics } from "namro/slice";
import * as small from "namro/validator";

const office = Office.load({ rulebook: { namro: 1, id: "a", title: "A", include: ["vn.procedures.2.001610"] } });
const published = office.publish({ procedure: "2.001610" });

test("a slice has the hash of what was published and answers as its office", async () => {
  await init();
  const slice = Slice.load(published);
  assert.equal(slice.hash, published.hash);
  const request = { procedure: "2.001610", accepted_at: "2026-02-13T16:00:00+07:00" };
  assert.equal(slice.callText("due", JSON.stringify(request)), office.callText("due", JSON.stringify(request)));
  const dossier = { dossier: { procedure: "2.001610", form: {} }, at: "2026-03-06T09:00:00+07:00" };
  assert.deepEqual(slice.check(dossier), office.check(dossier));
  assert.equal(slice.check(dossier).ready, false);
  slice.free();
});

test("what a slice cannot do", () => {
  const slice = Slice.load(published);
  assert.deepEqual(operations(), ["check", "due", "latest_start", "elapsed", "day", "form"]);
  assert.equal(slice.apply, undefined);
  assert.throws(() => slice.call("apply", {}), { code: "unknown_operation" });
  assert.throws(() => Slice.load("namro: 1"), NamroError);
  assert.throws(() => Slice.load(published.rulebook), { code: "bad_slice" });
  assert.throws(() => new Slice(), TypeError);
  assert.ok(semantics() >= 1);
});

test("a slice is loaded as it was published, or refused", async () => {
  await small.init();
  const { compiled, digest, hash } = published;
  const other = office.publish({ procedure: "2.001610", valid_from: "2026-01-01" });
  for (const Part of [Slice, small.Validator]) {
    const part = Part.load(published, digest);
    assert.equal(part.hash, hash);
    assert.equal(part.semantics, semantics());
    assert.equal(Part.load(compiled, digest.toUpperCase()).hash, hash);
    assert.throws(() => Part.load(compiled.replace("1", "2")), { code: "damaged_slice" });
    assert.throws(() => Part.load(`${compiled} `, digest), { code: "damaged_slice" });
    assert.throws(() => Part.load(other, digest), { code: "unexpected_slice" });
    assert.throws(() => Part.load(compiled, ""), { code: "unexpected_slice" });
    assert.throws(() => Part.load({ ...other, digest }), { code: "unexpected_slice" });
    for (const none of [undefined, null, {}, 7, { compiled: 7 }]) assert.throws(() => Part.load(none), { code: "bad_slice" });
  }
});

test("the normal forms and small letters of the host are those of the tables", () => {
  const rule = (id, check) => ({ id, check, message: { vi: id, en: id } });
  const whole = Office.load({
    rulebook: {
      namro: 1, id: "n", title: "N",
      procedures: {
        "9.000001": {
          title: "T",
          form: { type: "object", properties: { ten: { type: "string", maxLength: 4 }, tenKhac: { type: "string" } } },
          rules: [rule("length", "d.ten.size() == 1"), rule("same", "d.ten.indexOf('ở') == 2"), rule("first", "d.ten.charAt(0) == 'é'"), rule("name", "sameName(d.ten, d.tenKhac)")],
        },
      },
    },
  });
  const slice = Slice.load(whole.publish({ procedure: "9.000001" }));
  const words = ["Bưởi", "e\u0301", "\u1112\u1161\u11ab", "\u212b\u2126", "\u0344", "a\u0323\u0302", "a\u0302\u0323", "\u{1d15e}", "\ufb01", "ΑΣ", "İ", "ǅ"];
  for (const word of [...words, ...words.map((word) => word.normalize("NFD"))]) {
    const request = { dossier: { procedure: "9.000001", form: { ten: word, tenKhac: word.toUpperCase() } }, at: "2026-03-06T09:00:00+07:00" };
    assert.equal(slice.callText("check", JSON.stringify(request)), whole.callText("check", JSON.stringify(request)), word);
    const long = slice.check(request).remarks.some((remark) => remark.code === "maxLength");
    assert.equal(long, false, word);
  }
  slice.free();
  whole.free();
});

test("a validator checks as its office", async () => {
  await small.init();
  assert.deepEqual(small.operations(), ["check"]);
  const validator = small.Validator.load(published.compiled);
  assert.equal(validator.hash, published.hash);
  const request = { dossier: { procedure: "2.001610", form: {} }, at: "2026-03-06T09:00:00+07:00" };
  assert.equal(validator.callText("check", JSON.stringify(request)), office.callText("check", JSON.stringify(request)));
  const [checker, whole] = [validator, office].map((subject) => subject.checker(request));
  assert.deepEqual(checker.type("/ten", "A"), whole.set("/ten", "A"));
  assert.equal(checker.verdictText, whole.verdictText);
  assert.throws(() => validator.call("due", {}), { code: "unknown_operation" });
  assert.throws(() => new small.Validator(), TypeError);
});

test("rules that count working days need a calendar", () => {
  const rule = { id: "r", check: "workingDays(d.tu, today) < 5", message: "M" };
  const rules = { namro: 1, id: "a", title: "A", calendars: { c: { weeks: [{ days: { "mon-fri": ["08:00-17:00"] } }] } }, calendar: "c",
    procedures: { "1.000001": { title: "P", form: { properties: { tu: { format: "date" } } }, rules: [rule] } } };
  const counting = Office.load({ "a.json": rules });
  const slice = counting.publish({ procedure: "1.000001" });
  assert.throws(() => small.Validator.load(slice), { code: "needs_calendar" });
  const request = { dossier: { procedure: "1.000001", form: { tu: "2026-03-02" } }, at: "2026-03-06T09:00:00+07:00" };
  assert.deepEqual(Slice.load(slice).check(request), counting.check(request));
});
