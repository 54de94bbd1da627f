/**
 * Rules of the electronic office as data: the same rulebook and the same facts give the same answer here as on
 * the server. Times are RFC 3339 text, dates ISO text, durations whole seconds, texts `{vi, en}`.
 */

import type { DayAnswer, Dossier, DueAnswer, DueRequest, LatestStart, Operations, Text, Verbs } from "./shapes.js";

export type * from "./shapes.js";

/** Where a fault lies; each part only where it is known. */
export interface Place {
  file: string | null;
  /** From 1. */
  line: number | null;
  /** From 1, in characters. */
  column: number | null;
  /** JSON pointer (RFC 6901). */
  pointer: string | null;
}

/** One fault: stable code, message, place, way out. */
export interface Fault {
  code: string;
  text: Text;
  at: Place;
  help: Text | null;
  related: Place[];
}

/** Thrown for whatever is refused; all faults at once. */
export class NamroError extends Error {
  /** Code of the first fault. */
  readonly code: string;
  /** JSON pointer of the first fault; empty for the whole. */
  readonly path: string;
  /** Every fault. */
  readonly errors: Fault[];
  constructor(errors: Fault[]);
}

/** What {@link Office.attempt} answers. */
export type Attempt<T> = { ok: true; answer: T } | { ok: false; errors: Fault[] };

/**
 * A compiled rulebook. Immutable; its memory lives in the WebAssembly module, so `free()` it (or declare it with
 * `using`) when many are made.
 *
 * @example
 * import { Office, init } from "namro";
 * await init();
 * const office = Office.load({ "office.json": { namro: 1, id: "a", title: "Phòng A" } });
 * office.describe().id; // "a"
 */
export class Office {
  private constructor(handle: never);

  /**
   * Compiles rulebooks given by name, as YAML or JSON text or as an object; the first is the root. Includes are
   * looked for among the given ones, then among the shipped ones.
   * @throws {NamroError} every fault, each with file, line, column and pointer
   */
  static load(rulebooks: string | Record<string, string | object>): Office;

  /** The same office with the host's people laid over. */
  withStaff(staff: string | object): Office;

  /** Any operation by name; see {@link operations}. */
  call<O extends keyof Operations>(operation: O, input?: Operations[O]["request"]): Operations[O]["answer"];
  /** JSON text in, canonical JSON text out: equal byte for byte in every language. */
  callText(operation: string, input: string): string;
  /** Like {@link call}, for editors: what is refused is answered and not thrown. */
  attempt<O extends keyof Operations>(operation: O, input?: Operations[O]["request"]): Attempt<Operations[O]["answer"]>;

  /**
   * Checks a dossier and keeps what was found: an edit then looks only at what it touches.
   *
   * @example
   * const checker = office.checker({ dossier: { procedure: "1.001193", form: {} }, at: "2026-01-08T09:00:00+07:00" });
   * checker.type("/hoTen", "A").ready; // the verdict of the whole dossier
   */
  checker(input: Operations["check"]["request"]): Checker;

  /** Gives the memory back; the office cannot be used any more. */
  free(): void;
  [Symbol.dispose](): void;
}

export interface Office extends Verbs {}

/** What may change in a dossier besides its form; what is not given stays as it is. An empty `channel` clears it. */
export type DossierChange = Partial<
  Pick<Dossier, "channel" | "submitted" | "components" | "data"> & Pick<Operations["check"]["request"], "stage" | "at">
>;

/** A dossier that is checked at every edit; made by {@link Office.checker}. */
export class Checker {
  private constructor(handle: never);
  /** What was found last. */
  readonly verdict: Operations["check"]["answer"];
  /** The same as canonical JSON text: equal byte for byte in every language. */
  readonly verdictText: string;
  /**
   * Puts what a person typed at a JSON pointer of the form; answers the verdict. It is put there as text, to the letter:
   * where the form wants a number, `"1.000"` is a text, and the verdict says so.
   */
  type(pointer: string, text: string): Operations["check"]["answer"];
  /**
   * Changes the papers, the channel, the answers of databases, the stage or the day; what is not given stays as it is.
   * Answers the verdict.
   */
  change(changes: DossierChange): Operations["check"]["answer"];
  /** Puts a JSON value at a JSON pointer of the form (`null` and `undefined` clear the place); answers the verdict. */
  set(pointer: string, value: unknown): Operations["check"]["answer"];
  /** Gives the memory back. */
  free(): void;
  [Symbol.dispose](): void;
}

/**
 * A working calendar (*lịch làm việc*) alone, without the rest of an office.
 *
 * @example
 * const calendar = Calendar.fromObject({ base: "vn.calendar" });
 * calendar.due("2026-01-08T09:00:00+07:00", "2 ngày làm việc").due; // "2026-01-10T17:30:00+07:00"
 */
export class Calendar {
  private constructor(office: never);

  /**
   * Compiles the calendar part of a rulebook; its `base` may be a shipped calendar.
   * @throws {NamroError} every fault
   */
  static fromObject(calendar: object): Calendar;

  /** When a limit that began with an acceptance ends; `more` are other fields of the request, such as `known_at`. */
  due(start: string, limit: string, more?: Partial<DueRequest>): DueAnswer;
  /** Working seconds between two instants; negative when the second is the earlier one. */
  elapsed(start: string, end: string, more?: { known_at?: string }): number;
  /** When one must have begun to be done by a due. */
  latestStart(due: string, limit: string, more?: { known_at?: string }): LatestStart;
  /** What a day is: working or off, its shifts, why, and the day of the lunar calendar. */
  day(date: string, more?: { known_at?: string }): DayAnswer;

  /** Gives the memory back; the calendar cannot be used any more. */
  free(): void;
  [Symbol.dispose](): void;
}

/**
 * Loads the module; until then nothing else works. In Node it is ready at once.
 * @param source where it lies, or its bytes (workers); without it, beside the package's own file
 * @param rulebooks texts of shipped rulebooks by identifier, for `include` and `base`; without them, the file
 * `namro/rulebooks` of this package is loaded (some 85 kB compressed); `{}` where none is included
 */
export function init(
  source?: URL | string | Request | Response | BufferSource | WebAssembly.Module,
  rulebooks?: Readonly<Record<string, string>>,
): Promise<void>;

/**
 * Loads the module for what is asked of whole logs: `replay`, `profile`, `merge`, `table`, `shares`, `map`, `discover`,
 * `score` and `indicators` of an {@link Office} need it, everything else does not. In Node it is loaded when it is first
 * asked.
 * @param source where it lies, or its bytes (workers); without it, beside the package's own file
 */
export function initLogs(
  source?: URL | string | Request | Response | BufferSource | WebAssembly.Module,
): Promise<void>;

/** The names of all operations of this build. */
export function operations(): string[];

/** The number that grows when the outcome of some input changes. */
export function semantics(): number;
