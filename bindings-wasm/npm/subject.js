// What an office and a slice have in common: operations over a handle of a WebAssembly module.

import { toText } from "./text.js";
import { NamroError } from "./error.js";
import { Held } from "./held.js";

export class Subject extends Held {
  call(operation, input = {}) {
    return JSON.parse(this.callText(operation, toText(input)));
  }

  callText(operation, input) {
    return Held.use(this, (handle) => handle.call(operation, input));
  }

  checker(input) {
    return Held.use(this, (handle, gate) => new Checker(gate, handle.checker(text(input))));
  }

  attempt(operation, input = {}) {
    try {
      return { ok: true, answer: this.call(operation, input) };
    } catch (error) {
      if (error instanceof NamroError) return { ok: false, errors: error.errors };
      throw error;
    }
  }
}

/** A dossier that is checked at every edit. */
export class Checker extends Held {
  get verdict() {
    return JSON.parse(this.verdictText);
  }

  get verdictText() {
    return Held.use(this, (handle) => handle.verdict());
  }

  type(pointer, text) {
    if (typeof text !== "string") throw new TypeError("type(pointer, text) takes a text; set(pointer, value) any value");
    return JSON.parse(Held.use(this, (handle) => handle.type(pointer, text)));
  }

  change(changes) {
    return JSON.parse(Held.use(this, (handle) => handle.change(toText(changes))));
  }

  set(pointer, value) {
    return JSON.parse(Held.use(this, (handle) => handle.set(pointer, value == null ? undefined : toText(value))));
  }
}

/** Every operation becomes a method. */
export function give(prototype, names) {
  for (const name of names) {
    const method = name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    const value = { [method](input) { return this.call(name, input); } }[method];
    Object.defineProperty(prototype, method, { value, writable: true, configurable: true });
  }
}

/** The text of a value that may be one already. */
export const text = (value) => (typeof value === "string" ? value : toText(value));

/** `init` of an entry that fetches its module: once, and again after a failure. */
export function loader(load, address, started) {
  let loading;
  return (source = address) => {
    loading ??= load({ module_or_path: source }).then(started, (fault) => {
      loading = undefined;
      throw fault;
    });
    return loading;
  };
}
