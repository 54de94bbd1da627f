// From JavaScript values to JSON text, refusing what JSON.stringify would bend or drop without a word.

import { NamroError } from "./error.js";

/** Deeper than any document that is read; stops a value that contains itself. */
const MAX_DEPTH = 256;

export function toText(value) {
  return write(value, "", 0);
}

function write(value, pointer, depth) {
  if (depth > MAX_DEPTH) throw NamroError.of("too_deep", pointer, { limit: MAX_DEPTH });
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      return number(value, pointer);
    case "bigint":
      return number(Number(value), pointer);
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return list(value, pointer, depth);
      if (value instanceof Date) throw NamroError.of("date_object", pointer);
      if (typeof value.toJSON === "function") return write(value.toJSON(), pointer, depth + 1);
      if (plain(value)) return map(value, pointer, depth);
  }
  const found = value?.constructor?.name ?? typeof value;
  throw NamroError.of("not_json", pointer, { found });
}

function number(value, pointer) {
  if (!Number.isFinite(value)) throw NamroError.of("not_json", pointer, { found: value });
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw NamroError.of("number_too_large", pointer, { value });
  }
  return JSON.stringify(value);
}

function list(items, pointer, depth) {
  // Array.from also visits holes, which map would skip.
  return `[${Array.from(items, (item, index) => write(item, `${pointer}/${index}`, depth + 1)).join(",")}]`;
}

function map(value, pointer, depth) {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const token = (key) => key.replaceAll("~", "~0").replaceAll("/", "~1");
  const entry = ([key, item]) => `${JSON.stringify(key)}:${write(item, `${pointer}/${token(key)}`, depth + 1)}`;
  return `{${entries.map(entry).join(",")}}`;
}

function plain(value) {
  const prototype = Object.getPrototypeOf(value);
  // An object of another realm (a frame, a worker's message) has another Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
