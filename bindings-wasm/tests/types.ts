// Compiled, never run: the declarations say what the package does.

import { Slice } from "namro/slice";
import { Validator } from "namro/validator";
import { type Attempt, Calendar, type DueAnswer, type Fault, type Description, NamroError, Office, init } from "namro";

await init();
const office: Office = Office.load({ "a.json": { namro: 1, id: "a", title: "A" } });
const description: Description = office.describe();
const hash: string = description.hash;
const attempt: Attempt<DueAnswer> = office.attempt("due", { limit: "2 ngày làm việc", accepted_at: "2026-01-08T09:00:00+07:00" });
const due: string | Fault[] = attempt.ok ? attempt.answer.due : attempt.errors;
const start: string | null = office.latestStart({ limit: "20 giờ làm việc", due: "2026-01-08T09:00:00+07:00" }).at;
// @ts-expect-error: an office is made by load
new Office();
// @ts-expect-error: there is no such verb
office.dew({});
Office.load("{}").free();
// @ts-expect-error: a request without its instant
office.elapsed({ start: "2026-01-08T09:00:00+07:00" });
const worked: number = Calendar.fromObject({ base: "vn.calendar" }).elapsed("2026-01-08T09:00:00+07:00", "2026-01-09T09:00:00+07:00");
const published = office.publish({ procedure: "2.001610" });
const slice = Slice.load(published, published.digest);
const validator = Validator.load(published.compiled);
// @ts-expect-error: a validator promises no times
validator.due({});
const edited: boolean = validator.checker({ dossier: { procedure: "2.001610" }, at: "2026-03-06T09:00:00+07:00" }).type("/ten", "A").ready;
const ready: boolean = slice.check({ dossier: { procedure: "2.001610" }, at: "2026-03-06T09:00:00+07:00" }).ready;
// @ts-expect-error: a slice holds no cases
slice.apply({});
export { NamroError, edited, ready, due, hash, start, worked };
interface BirthForm { ten: string; vonDauTu?: number }
const birth: BirthForm = { ten: "A" };
const session = slice.open({ dossier: { procedure: "2.001610", form: birth }, at: "2026-03-06T09:00:00+07:00" });
const typed: string | undefined = session.type("/vonDauTu", "1.000").fields[0]?.text;
const kind: "money" | string = slice.form({ procedure: "2.001610", on: "2026-03-06" }).fields[0]!.kind;
// @ts-expect-error: a session knows no such act
session.fly("/ten");
export { kind, typed };
