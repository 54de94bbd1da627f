// From JavaScript values to JSON text, and what comes back when something is refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Calendar, NamroError, Office, init, operations, semantics } from "namro";
import rulebooks from "namro/rulebooks";

const RULEBOOK = { namro: 1, id: "vector.small", title: { vi: "Phòng thử", en: "Small office" } };
const office = Office.load({ rulebook: RULEBOOK });

const refused = (work, code, path) =>
  assert.throws(work, (error) => {
    assert.ok(error instanceof NamroError && error instanceof Error);
    assert.deepEqual([error.code, error.path], [code, path]);
    return true;
  });

test("nothing is bent on the way", () => {
  const call = (value) => () => office.call("describe", value);
  refused(call({ a: [1, NaN] }), "not_json", "/a/1");
  refused(call({ a: -Infinity }), "not_json", "/a");
  refused(call({ a: 2 ** 53 }), "number_too_large", "/a");
  refused(call({ a: 10n ** 30n }), "number_too_large", "/a");
  refused(call({ "a/b": { "c~d": new Set() } }), "not_json", "/a~1b/c~0d");
  refused(call({ a: new Map() }), "not_json", "/a");
  refused(call({ a: new Date(0) }), "date_object", "/a");
  refused(call({ a: () => 1 }), "not_json", "/a");
  refused(call({ a: [, 1] }), "not_json", "/a/0");
  refused(call(office), "not_json", "");
  const loop = {};
  loop.loop = loop;
  assert.throws(call(loop), { code: "too_deep" });
});

test("what goes through", () => {
  assert.equal(office.describe({ gone: undefined }).id, "vector.small");
  assert.equal(JSON.stringify(office.call("describe", {})), office.callText("describe", "{}"));
});

test("every fault at once, thrown or answered", () => {
  refused(() => Office.load('{"namro": 1, "id": "a", "title": 7}'), "unquoted_text", "/title");
  assert.throws(
    () => Office.load('{"namro": 1, "id": "a", "title": 7, "titel": 8}'),
    ({ errors }) => errors.map((fault) => fault.at.pointer).sort().join() === "/titel,/title",
  );
  const attempt = office.attempt("descrybe");
  assert.equal(attempt.ok, false);
  assert.equal(attempt.errors[0].code, "unknown_operation");
  assert.deepEqual(office.attempt("describe"), { ok: true, answer: office.describe() });
});

test("a freed office", () => {
  const freed = Office.load({ rulebook: RULEBOOK });
  freed.free();
  assert.throws(() => freed.describe());
  assert.throws(() => new Office(), TypeError);
});

test("what is asked of logs is answered by the module beside, for the same office", () => {
  const event = { case_id: "c1", event_id: "e1", at: "2026-01-08T09:00:00+07:00", act: "complete", step: "a", actor: { id: "cb-1" } };
  const request = { events: [event], as_of: "2026-01-09T00:00:00+07:00" };
  const staffed = Office.load({ rulebook: RULEBOOK }).withStaff({ people: [] });
  for (const one of [office, staffed]) {
    assert.equal(one.replay(request).cases.length, 1);
    assert.equal(one.describe().id, "vector.small");
  }
  staffed.free();
  assert.throws(() => staffed.replay(request));
  assert.equal(office.replay(request).cases.length, 1);
});

test("the module at large", async () => {
  await init();
  assert.ok(operations().includes("describe"));
  assert.equal(semantics(), 2);
});

test("the shipped rulebooks", async () => {
  const including = { "a.json": { namro: 1, id: "a", title: "A", include: ["vn.calendar"] } };
  const hash = () => Office.load(including).describe().hash;
  const known = hash();
  try {
    await init(undefined, {});
    refused(() => Office.load(including), "include_missing", "/include/0");
    refused(() => Calendar.fromObject({ base: "vn.calendar" }), "unknown_reference", "/base");
    await init(undefined, { "vn.calendar": rulebooks["vn.calendar"] });
    assert.equal(hash(), known);
  } finally {
    await init(undefined, rulebooks);
  }
  assert.ok(Object.keys(rulebooks).length > 10);
});

test("a method for each operation", () => {
  const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  assert.deepEqual(operations().filter((name) => typeof office[camel(name)] !== "function"), []);
});

test("a calendar alone", () => {
  const calendar = Calendar.fromObject({ base: "vn.calendar" });
  const due = calendar.due("2026-01-08T09:00:00+07:00", "2 ngày làm việc", { finished: "2026-01-10" });
  assert.deepEqual([due.due, due.outcome], ["2026-01-10T17:30:00+07:00", "undetermined"]);
  assert.equal(calendar.elapsed("2026-01-08T09:00:00+07:00", due.due), 82_800);
  assert.equal(calendar.latestStart("2026-03-09T17:30:00+07:00", "8 giờ làm việc").at, "2026-03-09T08:00:00+07:00");
  assert.deepEqual(calendar.day("2026-02-17").lunar, { year: 2026, month: 1, leap: false, day: 1 });
  const own = Calendar.fromObject({ zone: "+07:00", weeks: [{ days: { sat: ["08:00-12:00"] } }] });
  assert.equal(own.day("2026-01-10").working, true);
  refused(() => Calendar.fromObject({ weeks: [{ days: { sat: ["12:00-08:00"] } }] }), "bad_shift", "/weeks/0/days/sat/0");
  // Zones by name want a table: this build has none.
  refused(() => Calendar.fromObject({ zone: "Europe/Paris" }), "zone_name", "/zone");
  calendar.free();
});

test("an edit gives the verdict of the whole dossier", () => {
  const form = { properties: { von: { type: "integer" } } };
  const procedure = { title: "P", form, rules: [{ id: "von", check: "d.von > 0", message: "M" }] };
  const office = Office.load({ "a.json": { namro: 1, id: "a", title: "A", procedures: { "1.000001": procedure } } });
  const at = "2026-01-08T09:00:00+07:00";
  const checker = office.checker({ dossier: { procedure: "1.000001", form: { von: 0 } }, at });
  assert.equal(checker.verdict.ready, false);
  const verdict = checker.set("/von", 1);
  assert.deepEqual(verdict, office.check({ dossier: { procedure: "1.000001", form: { von: 1 } }, at }));
  assert.equal(checker.verdictText, office.callText("check", JSON.stringify({ dossier: { procedure: "1.000001", form: { von: 1 } }, at })));
  assert.deepEqual(checker.set("/von", undefined).pending, ["von"]);
  assert.deepEqual(checker.set("/von", 1), verdict);
  assert.deepEqual(checker.set("/von", null).pending, ["von"]);
  // What is typed is a text, and no number.
  assert.notDeepEqual(checker.type("/von", "1"), verdict);
  assert.deepEqual(checker.type("/von", "1"), checker.set("/von", "1"));
  assert.throws(() => checker.type("/von", 1), TypeError);
  checker.set("/von", 1);
  refused(() => checker.set("/von/b", 1), "bad_pointer", "");
  checker.free();
});
