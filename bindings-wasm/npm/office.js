// The office, over the text interface of the whole module.

import { Handle, operations as names, semantics as number } from "./glue/namro.js";
import { Gate } from "./held.js";
import { Subject, give, text } from "./subject.js";

const gate = new Gate();

/** The entries call this once the module is instantiated. */
export function started() {
  gate.ready = true;
  give(Office.prototype, names());
}

/** The parts of a rulebook as names and texts; a value that is no text is written as JSON. */
function texts(rulebooks) {
  if (typeof rulebooks === "string") return [["rulebook"], [rulebooks]];
  return [Object.keys(rulebooks), Object.values(rulebooks).map(text)];
}

export class Office extends Subject {
  constructor(handle) {
    if (!(handle instanceof Handle)) throw new TypeError("Office.load(…) makes an office");
    super(gate, handle);
  }

  static load(rulebooks) {
    return gate.inside(() => new Office(Handle.load(...texts(rulebooks))));
  }

  withStaff(staff) {
    return Subject.use(this, (handle) => new Office(handle.withStaff(text(staff))));
  }
}

/** The office of a calendar alone, which holds where a request names none. */
export const ofCalendar = (calendar) => gate.inside(() => new Office(Handle.ofCalendar(text(calendar))));

export const operations = () => gate.inside(() => names());
export const semantics = () => gate.inside(() => number());
