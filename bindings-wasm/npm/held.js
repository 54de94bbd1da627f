// What is held by a handle of a WebAssembly module.

import { NamroError } from "./error.js";

/** Whether a module is loaded, and the way into it: what it throws as text becomes a NamroError. */
export class Gate {
  ready = false;
  #closed;

  /** With the code of the fault while the module is not loaded. */
  constructor(closed = "not_initialised") {
    this.#closed = closed;
  }

  inside(work) {
    if (!this.ready) {
      throw NamroError.of(this.#closed);
    }
    try {
      return work();
    } catch (thrown) {
      throw typeof thrown === "string" ? new NamroError(JSON.parse(thrown)) : thrown;
    }
  }
}

/** Something of the module that is held by a handle until it is given back. */
export class Held {
  #gate;
  #handle;

  constructor(gate, handle) {
    this.#gate = gate;
    this.#handle = handle;
  }

  /** Something done with the handle of an instance, for the classes that extend this one. */
  static use(held, work) {
    return held.#gate.inside(() => work(held.#handle, held.#gate));
  }

  free() {
    this.#handle.free();
  }

  [Symbol.dispose ?? Symbol.for("dispose")]() {
    this.free();
  }
}
