// The classes of the package, over the text interface of the WebAssembly module.

import { Handle, operations as names, semantics as number } from "./glue/namro.js";
import { toText } from "./text.js";
import { NamroError } from "./error.js";

let ready = false;

/** The entries call this once the module is instantiated: every operation becomes a method. */
export function started() {
  ready = true;
  for (const name of names()) {
    const method = name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    const value = { [method](input) { return this.call(name, input); } }[method];
    Object.defineProperty(Office.prototype, method, { value, writable: true, configurable: true });
  }
}

/** Runs something inside the module; what it throws as text becomes a NamroError. */
function inside(work) {
  if (!ready) {
    throw NamroError.of("not_initialised", "chưa nạp mô-đun: hãy gọi await init()", "the module is not loaded: await init() first");
  }
  try {
    return work();
  } catch (thrown) {
    throw typeof thrown === "string" ? new NamroError(JSON.parse(thrown)) : thrown;
  }
}

/** The parts of a rulebook as names and texts; a value that is no text is written as JSON. */
function texts(rulebooks) {
  if (typeof rulebooks === "string") return [["rulebook"], [rulebooks]];
  const text = (value) => (typeof value === "string" ? value : toText(value));
  return [Object.keys(rulebooks), Object.values(rulebooks).map(text)];
}

export class Office {
  #handle;

  constructor(handle) {
    if (!(handle instanceof Handle)) throw new TypeError("Office.load(…) makes an office");
    this.#handle = handle;
  }

  static load(rulebooks) {
    return inside(() => new Office(Handle.load(...texts(rulebooks))));
  }

  withStaff(staff) {
    return inside(() => new Office(this.#handle.withStaff(typeof staff === "string" ? staff : toText(staff))));
  }

  call(operation, input = {}) {
    return JSON.parse(this.callText(operation, toText(input)));
  }

  callText(operation, input) {
    return inside(() => this.#handle.call(operation, input));
  }

  attempt(operation, input = {}) {
    try {
      return { ok: true, answer: this.call(operation, input) };
    } catch (error) {
      if (error instanceof NamroError) return { ok: false, errors: error.errors };
      throw error;
    }
  }

  free() {
    this.#handle.free();
  }

  [Symbol.dispose ?? Symbol.for("dispose")]() {
    this.free();
  }
}

export const operations = () => inside(() => names());
export const semantics = () => inside(() => number());
export { NamroError };
