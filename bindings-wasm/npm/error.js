// One error class; the list of faults is the same in every language.

export class NamroError extends Error {
  constructor(errors) {
    super(errors.map((fault) => `${fault.code}: ${fault.text.en}${place(fault.at)}`).join("\n"));
    this.name = "NamroError";
    this.errors = errors;
    this.code = errors[0]?.code;
    this.path = errors[0]?.at?.pointer ?? "";
  }

  /** A fault found on this side of the border. */
  static of(code, vi, en, pointer = null) {
    const at = { column: null, file: null, line: null, pointer };
    return new NamroError([{ at, code, help: null, related: [], text: { en, vi } }]);
  }
}

function place({ file, line, column, pointer }) {
  const spot = [file, line, column].filter((part) => part !== null).join(":");
  const found = [spot, pointer ? `#${pointer}` : ""].filter(Boolean).join(" ");
  return found && ` (${found})`;
}
