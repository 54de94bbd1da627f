// One error class; the list of faults is the same in every language.

import { MESSAGES } from "./messages.js";

export class NamroError extends Error {
  constructor(errors) {
    super(errors.map((fault) => `${fault.code}: ${fault.text.en}${place(fault.at)}`).join("\n"));
    this.name = "NamroError";
    this.errors = errors;
    this.code = errors[0]?.code;
    this.path = errors[0]?.at?.pointer ?? "";
  }

  /** A fault found on this side of the border, in the words that the core has for its code. */
  static of(code, pointer = null, values = {}) {
    const at = { column: null, file: null, line: null, pointer };
    const filled = (words) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const both = ({ en, vi }) => ({ en: filled(en), vi: filled(vi) });
    const { text, help } = MESSAGES[code];
    return new NamroError([{ at, code, help: help && both(help), related: [], text: both(text) }]);
  }
}

function place({ file, line, column, pointer }) {
  const spot = [file, line, column].filter((part) => part !== null).join(":");
  const found = [spot, pointer ? `#${pointer}` : ""].filter(Boolean).join(" ");
  return found && ` (${found})`;
}
