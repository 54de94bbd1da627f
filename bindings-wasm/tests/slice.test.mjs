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
