// The small module: what an office published, loaded beside it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Office } from "namro";
import { NamroError, Slice, init, operations, semantics } from "namro/slice";

const office = Office.load({ rulebook: { namro: 1, id: "a", title: "A", include: ["vn.procedures.2.001610"] } });
const published = office.publish({ procedure: "2.001610" });

test("a slice has the hash of what was published and answers as its office", async () => {
  await init();
  const slice = Slice.load(published.rulebook);
  assert.equal(slice.hash, published.hash);
  const request = { procedure: "2.001610", accepted_at: "2026-02-13T16:00:00+07:00" };
  assert.equal(slice.callText("due", JSON.stringify(request)), office.callText("due", JSON.stringify(request)));
  const dossier = { dossier: { procedure: "2.001610", form: {} }, at: "2026-03-06T09:00:00+07:00" };
  assert.deepEqual(slice.check(dossier), office.check(dossier));
  assert.equal(slice.check(dossier).ready, false);
  slice.free();
});

test("what a slice cannot do", () => {
  const slice = Slice.load(published.rulebook);
  assert.deepEqual(operations(), ["check", "due", "latest_start", "elapsed", "day"]);
  assert.equal(slice.apply, undefined);
  assert.throws(() => slice.call("apply", {}), { code: "unknown_operation" });
  assert.throws(() => Slice.load("namro: 1"), NamroError);
  assert.throws(() => Slice.load({ namro: 1, id: "a", title: "A", policies: {} }), { code: "unknown_field", path: "/policies" });
  assert.throws(() => new Slice(), TypeError);
  assert.ok(semantics() >= 1);
});

test("the normal forms of the host are those of the tables", () => {
  const rule = (id, check) => ({ id, check, message: { vi: id, en: id } });
  const whole = Office.load({
    rulebook: {
      namro: 1, id: "n", title: "N",
      procedures: {
        "9.000001": {
          title: "T",
          form: { type: "object", properties: { ten: { type: "string", maxLength: 4 } } },
          rules: [rule("length", "d.ten.size() == 1"), rule("same", "d.ten.indexOf('ở') == 2"), rule("first", "d.ten.charAt(0) == 'é'")],
        },
      },
    },
  });
  const slice = Slice.load(whole.publish({ procedure: "9.000001" }).rulebook);
  const words = ["Bưởi", "e\u0301", "\u1112\u1161\u11ab", "\u212b\u2126", "\u0344", "a\u0323\u0302", "a\u0302\u0323", "\u{1d15e}", "\ufb01"];
  for (const word of [...words, ...words.map((word) => word.normalize("NFD"))]) {
    const request = { dossier: { procedure: "9.000001", form: { ten: word } }, at: "2026-03-06T09:00:00+07:00" };
    assert.equal(slice.callText("check", JSON.stringify(request)), whole.callText("check", JSON.stringify(request)), word);
    const long = slice.check(request).remarks.some((remark) => remark.code === "maxLength");
    assert.equal(long, false, word);
  }
  slice.free();
  whole.free();
});
