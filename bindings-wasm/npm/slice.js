// The slice, over the text interface of the small module.

import { Handle, operations as names, semantics as number } from "./glue/slice.js";
import { Gate, Subject, give, text } from "./subject.js";

const gate = new Gate();

/** The entries call this once the module is instantiated. */
export function started() {
  gate.ready = true;
  give(Slice.prototype, names());
}

export class Slice extends Subject {
  constructor(handle) {
    if (!(handle instanceof Handle)) throw new TypeError("Slice.load(…) makes a slice");
    super(gate, handle);
  }

  static load(rulebook) {
    return gate.inside(() => new Slice(Handle.load(text(rulebook))));
  }

  get hash() {
    return Subject.use(this, (handle) => handle.hash());
  }
}

export const operations = () => gate.inside(() => names());
export const semantics = () => gate.inside(() => number());
