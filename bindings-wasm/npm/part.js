// What a slice and a validator have in common: a published text, loaded into a small module.

import { NamroError } from "./error.js";
import { Gate } from "./held.js";
import { Subject, give } from "./subject.js";

/** The text of what `publish` answers, or that text itself, and the digest that it must have, if any is known. */
function expected(published, digest) {
  const text = typeof published === "string" ? published : published?.compiled;
  if (typeof text !== "string") throw NamroError.of("bad_slice");
  const known = digest ?? published.digest;
  return [text, known == null ? undefined : String(known)];
}

/** The base of a class over the handle of a small module; the entries call `started` once the module is instantiated. */
export function part({ Handle, operations, semantics }) {
  const gate = new Gate();
  class Part extends Subject {
    constructor(handle) {
      if (!(handle instanceof Handle)) throw new TypeError("load(…) makes one");
      super(gate, handle);
    }

    static load(published, digest) {
      return gate.inside(() => new this(Handle.load(...expected(published, digest))));
    }

    get hash() {
      return Subject.use(this, (handle) => handle.hash());
    }

    get semantics() {
      return Subject.use(this, (handle) => handle.semantics());
    }

    static started() {
      gate.ready = true;
      give(this.prototype, operations());
    }
  }
  return { Part, operations: () => gate.inside(() => operations()), semantics: () => gate.inside(() => semantics()) };
}
