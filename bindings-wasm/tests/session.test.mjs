// Forms that are filled in: the state is put together from the changes, and the verdict is that of the server.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NamroError, Office } from "namro";
import { Slice } from "namro/slice";

const office = Office.load({ rulebook: { namro: 1, id: "a", title: "A", include: ["vn.procedures.2.001199"] } });
const slice = Slice.load(office.publish({ procedure: "2.001199" }));
const at = "2026-03-06T09:00:00+07:00";
const start = { dossier: { procedure: "2.001199", channel: "online" }, at };

test("the form of a slice is that of its office", () => {
  const request = { procedure: "2.001199", on: "2026-03-06" };
  assert.equal(slice.callText("form", JSON.stringify(request)), office.callText("form", JSON.stringify(request)));
  const { fields, groups } = slice.form(request);
  assert.equal(fields.find((field) => field.pointer === "/vonDieuLe").kind, "money");
  assert.equal(groups.flatMap((group) => group.fields).length, fields.length);
  const words = fields.flatMap((field) => [field.title, ...field.choices.map((choice) => choice.title)]);
  assert.ok(words.every(({ vi, en }) => /\s|^[A-ZĐ]/.test(vi) && en), "every word is for people");
});

test("a session answers changes and keeps what is the same", () => {
  for (const language of ["vi", "en"]) {
    const session = slice.open(start, language);
    const field = (pointer) => session.state.fields.find((field) => field.pointer === pointer);
    const before = field("/ten");
    const seen = [];
    const stop = session.subscribe((change) => seen.push(change));
    assert.equal(session.type("/vonDieuLe", "1.000.000.000 đ").fields[0].text, language === "vi" ? "1.000.000.000" : "1,000,000,000");
    assert.equal(field("/ten"), before, "the same object");
    session.batch(() => {
      session.insert("/thanhVien");
      session.insert("/thanhVien");
      session.type("/thanhVien/1/ten", "Nguyễn Văn An".normalize("NFD"));
    });
    assert.equal(seen.length, 2);
    const key = field("/thanhVien/1/ten").key;
    session.move("/thanhVien/1", 0);
    assert.equal(field("/thanhVien/0/ten").key, key);
    session.remove("/thanhVien/1");
    assert.equal(session.value().form.thanhVien[0].ten, "Nguyễn Văn An");
    session.attach("dieu-le", { name: "dieu-le.pdf", size: 10, type: "application/pdf" }, { signed: "electronic" });
    assert.equal(session.state.files[0].file.name, "dieu-le.pdf");
    assert.equal(session.state.papers.find((paper) => paper.id === "dieu-le").there, true);
    const { ready, first, remarks } = session.submit();
    assert.deepEqual([ready, first, remarks.length > 5], [false, "/ten", true]);
    assert.ok(session.state.fields.every((field) => field.touched));
    const request = `{"dossier":${session.valueText},"at":"${at}"}`;
    assert.equal(session.verdictText, office.callText("check", request));
    stop();
    session.set("/vonDieuLe", null);
    assert.equal(seen.length, 6);
    assert.throws(() => session.type("/khong", "x"), NamroError);
    session.free();
  }
});
