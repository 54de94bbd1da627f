// The office, over the text interface of two modules: one for a running office, one for what is asked of whole logs.

import { Handle, logOperations, operations as names, semantics as number } from "./glue/namro.js";
import { Handle as LogHandle } from "./glue/logs.js";
import { Gate } from "./held.js";
import { Subject, give, text } from "./subject.js";

const gate = new Gate();
const logs = new Gate("logs_not_initialised");
let ofLogs = new Set();
/** What makes the module for logs ready when it is first asked; only Node can do so at once. */
let prepare = () => {};

/** The entries call this once the module is instantiated. */
export function started() {
  gate.ready = true;
  ofLogs = new Set(logOperations());
  give(Office.prototype, names());
}

/** The entries call this once the module for logs is instantiated. */
export function logsStarted() {
  logs.ready = true;
}

export function prepareLogs(work) {
  prepare = work;
}

/** The parts of a rulebook as names and texts; a value that is no text is written as JSON. */
function texts(rulebooks) {
  if (typeof rulebooks === "string") return [["rulebook"], [rulebooks]];
  return [Object.keys(rulebooks), Object.values(rulebooks).map(text)];
}

export class Office extends Subject {
  #make;
  #ofLogs;
  #freed = false;

  /** The handle, and what makes the same one of the class of handles of the module for logs. */
  constructor(handle, make) {
    if (!(handle instanceof Handle)) throw new TypeError("Office.load(…) makes an office");
    super(gate, handle);
    this.#make = make;
  }

  static load(rulebooks) {
    const [files, contents] = texts(rulebooks);
    const make = (Handle) => Handle.load(files, contents);
    return gate.inside(() => new Office(make(Handle), make));
  }

  withStaff(staff) {
    const people = text(staff);
    const make = (Handle) => {
      const without = this.#make(Handle);
      try {
        return without.withStaff(people);
      } finally {
        without.free();
      }
    };
    return Subject.use(this, (handle) => new Office(handle.withStaff(people), make));
  }

  callText(operation, input) {
    // A freed handle says so itself.
    if (this.#freed || !ofLogs.has(operation)) return super.callText(operation, input);
    if (!logs.ready) prepare();
    return logs.inside(() => (this.#ofLogs ??= this.#make(LogHandle)).call(operation, input));
  }

  free() {
    this.#freed = true;
    this.#ofLogs?.free();
    super.free();
  }
}

/** The office of a calendar alone, which holds where a request names none. */
export const ofCalendar = (calendar) => {
  const spec = text(calendar);
  const make = (Handle) => Handle.ofCalendar(spec);
  return gate.inside(() => new Office(make(Handle), make));
};

export const operations = () => gate.inside(() => names());
export const semantics = () => gate.inside(() => number());
