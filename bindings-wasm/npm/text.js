// From JavaScript values to JSON text, refusing what JSON.stringify would bend or drop without a word.

import { NamroError } from "./error.js";

/** Deeper than any document that is read; stops a value that contains itself. */
const MAX_DEPTH = 256;

export function toText(value) {
  return write(value, "", 0);
}

function write(value, pointer, depth) {
  if (depth > MAX_DEPTH) throw refused("too_deep", pointer, "giá trị lồng nhau quá sâu", "the value is nested too deeply");
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
      if (value instanceof Date) {
        throw refused("wrong_type", pointer, "Date không có múi giờ: hãy viết chuỗi RFC 3339", "a Date has no zone: write RFC 3339 text");
      }
      if (typeof value.toJSON === "function") return write(value.toJSON(), pointer, depth + 1);
      if (plain(value)) return map(value, pointer, depth);
  }
  const found = value?.constructor?.name ?? typeof value;
  throw refused("wrong_type", pointer, `JSON không viết được ${found}`, `${found} cannot be written as JSON`);
}

function number(value, pointer) {
  if (!Number.isFinite(value)) throw refused("wrong_type", pointer, `${value} không phải là số`, `${value} is not a number`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw refused("number_too_large", pointer, `số ${value} lớn hơn mức biểu diễn chính xác được`, `the number ${value} is too large to be held exactly`);
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

function refused(code, pointer, vi, en) {
  return NamroError.of(code, vi, en, pointer);
}
