// Compiled, never run: the declarations say what the package does.

import { type Attempt, type Fault, type Inspection, NamroError, Office, init } from "namro";
import { Office as Validator } from "namro/validator";

await init();
const office: Office = Office.load({ "a.json": { namro: 1, id: "a", title: "A" } });
const inspection: Inspection = office.inspect();
const hash: string = inspection.hash;
const attempt: Attempt<{ due: string }> = office.attempt<{ due: string }>("due", {});
const due: string | Fault[] = attempt.ok ? attempt.answer.due : attempt.errors;
// @ts-expect-error: an office is made by load
new Office();
// @ts-expect-error: there is no such verb
office.dew({});
Validator.load("{}").free();
export { NamroError, due, hash };
