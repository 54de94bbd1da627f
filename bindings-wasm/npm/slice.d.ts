/**
 * The part of the library that a page needs which checks dossiers and promises times: it loads what an office
 * published and answers, byte for byte, as that office.
 */

import type { Attempt, DossierChange, Operations, Published } from "./index.js";
import type { DataAnswer, Dossier, FieldState, FormChange, FormSummary, PaperState, Remark, Submitted } from "./shapes.js";

export { NamroError } from "./index.js";
export type { Attempt, DossierChange, Fault, Place } from "./index.js";
export type * from "./shapes.js";

/** What `publish` answers, or its `compiled` text. */
export type Compiled = string | (Pick<Published, "compiled"> & Partial<Pick<Published, "digest">>);

/** What a slice can answer: of `check`, dossiers alone. */
export type SliceOperations = Pick<Operations, "check" | "due" | "latest_start" | "elapsed" | "day" | "form">;

/**
 * A published slice: calendars and one procedure. Its memory lives in the WebAssembly module, so `free()` it (or
 * declare it with `using`) when many are made.
 *
 * @example
 * // server: const published = office.publish({ procedure: "2.001610" });
 * import { Slice, init } from "namro/slice";
 * await init();
 * const slice = Slice.load(published.compiled, digest); // the digest that the server's publish answered
 * slice.hash === published.hash; // the same rules as on the server
 * slice.due({ procedure: "2.001610", accepted_at: "2026-01-08T09:00:00+07:00" }).text;
 */
export class Slice {
  private constructor(handle: never);

  /**
   * Loads what `publish` answers, or its `compiled` text.
   * @param digest the `digest` that `publish` answered, from a place that the page trusts, such as its own code: no other
   *   slice is loaded then. Without it, that of `published` is taken, if it has one; of a text alone, damage is found, but
   *   not a slice that somebody has made.
   * @throws {NamroError} `damaged_slice`; `unexpected_slice` if it is not the one of the digest; `older_slice` and
   *   `newer_slice` for formats that this release does not read; `bad_slice` for any other text
   */
  static load(published: Compiled, digest?: string): Slice;

  /** SHA-256 of the rules as its header states it, equal to the `hash` of what was published. */
  readonly hash: string;

  /**
   * The `semantics()` of the library that published it. Where it is that of this module, both give the same answers.
   */
  readonly semantics: number;

  /** Whether a dossier is complete. */
  check(input: SliceOperations["check"]["request"]): SliceOperations["check"]["answer"];
  /** When something is due. */
  due(input: SliceOperations["due"]["request"]): SliceOperations["due"]["answer"];
  /** The latest start from which a limit still ends in time. */
  latestStart(input: SliceOperations["latest_start"]["request"]): SliceOperations["latest_start"]["answer"];
  /** Working time between two instants. */
  elapsed(input: SliceOperations["elapsed"]["request"]): SliceOperations["elapsed"]["answer"];
  /** What a day is. */
  day(input: SliceOperations["day"]["request"]): SliceOperations["day"]["answer"];

  /** The form of the procedure as data: groups, fields, papers, fees and channels, with the words for a page. */
  form(input: SliceOperations["form"]["request"]): SliceOperations["form"]["answer"];

  /** Any operation by name; see {@link operations}. */
  call<O extends keyof SliceOperations>(operation: O, input: SliceOperations[O]["request"]): SliceOperations[O]["answer"];
  /** JSON text in, canonical JSON text out: equal byte for byte in every language. */
  callText(operation: string, input: string): string;
  /** Like {@link call}, for editors: what is refused is answered and not thrown. */
  attempt<O extends keyof SliceOperations>(operation: O, input: SliceOperations[O]["request"]): Attempt<SliceOperations[O]["answer"]>;

  /** Checks a dossier and keeps what was found: an edit then looks only at what it touches. */
  checker(input: SliceOperations["check"]["request"]): Checker;

  /**
   * Opens a form to be filled in: what people type is read in a language, by default Vietnamese, and each edit answers what
   * has changed for the page.
   */
  open(input: SliceOperations["check"]["request"], language?: "vi" | "en"): FormSession;

  /** Gives the memory back; the slice cannot be used any more. */
  free(): void;
  [Symbol.dispose](): void;
}

/** What a page shows. It is never changed: an edit makes another one, in which the same parts are the same objects. */
export interface FormState {
  readonly revision: number;
  /** The fields in the order of the page. */
  readonly fields: readonly FieldState[];
  readonly papers: readonly PaperState[];
  readonly summary: FormSummary;
  /** The papers of the dossier with the files that they are. */
  readonly files: readonly { paper: Submitted; file: PaperFile | null }[];
}

/** What a host knows of a file; the library keeps it and does not read it. */
export interface PaperFile {
  readonly name: string;
  readonly size?: number;
  readonly type?: string;
  readonly sha256?: string;
}

/** Whether a form can be sent, and what is to be corrected. */
export interface FormSubmission {
  readonly ready: boolean;
  /** In the order of the page. */
  readonly remarks: readonly Remark[];
  /** Pointer of the first field that is to be corrected. */
  readonly first: string | null;
  readonly dossier: Dossier;
}

/**
 * A form while a person fills it in; made by `open` of a slice. It never shows an error by itself: a page shows
 * the remarks of fields that are `touched`.
 *
 * @example
 * const session = slice.open({ dossier: { procedure: "2.001610" }, at: new Date().toISOString() });
 * session.type("/vonDauTu", "1.000.000 đ").fields[0].text; // "1.000.000"
 * session.submit().dossier; // what the server checks in the same way
 */
export class FormSession {
  private constructor(handle: never);
  /** What the page shows. */
  readonly state: FormState;
  /** What a person typed. What cannot be read stays as it is, with a remark. */
  type(pointer: string, text: string): FormChange;
  /** A JSON value; `null` and `undefined` clear the place. Groups and lists on the way are made. */
  set(pointer: string, value: unknown): FormChange;
  /** The person has left a field. */
  blur(pointer: string): FormChange;
  /** A new item of a list, by default the last. */
  insert(list: string, index?: number): FormChange;
  /** Takes an item out of its list. */
  remove(item: string): FormChange;
  /** Puts an item at another place of its list. */
  move(item: string, index: number): FormChange;
  /** A file as a paper: an electronic one without a signature, unless `about` says otherwise. */
  attach(paper: string, file?: PaperFile | null, about?: Partial<Submitted>): FormChange;
  /** Takes one of the files of a paper away again. */
  detach(paper: string, index?: number): FormChange;
  /** The filing channel; `null` for none. */
  channel(id: string | null): FormChange;
  /** What a database has answered; `null` for nothing yet. */
  data(id: string, answer: DataAnswer | null): FormChange;
  /** The time has come to this instant: a page may stay open over midnight. */
  day(at: string): FormChange;
  /** Makes all edits of `work`, which answer nothing then, at once. */
  batch(work: () => void): FormChange;
  /** Every field counts as touched; whether the dossier can be sent. */
  submit(): FormSubmission;
  /** The dossier as it now is, without what is blank. */
  value(): Dossier;
  /** The same as JSON text, with exact numbers. */
  readonly valueText: string;
  readonly verdict: SliceOperations["check"]["answer"];
  /** The same as canonical JSON text: equal byte for byte to the answer of `check` on a server. */
  readonly verdictText: string;
  /** Calls a function after each edit, until the function that is answered is called. */
  subscribe(listener: (change: FormChange) => void): () => void;
  /** Gives the memory back. */
  free(): void;
  [Symbol.dispose](): void;
}

/** A dossier that is checked at every edit; made by the `checker` of a slice or of a validator. */
export class Checker {
  private constructor(handle: never);
  /** What was found last. */
  readonly verdict: SliceOperations["check"]["answer"];
  /** The same as canonical JSON text: equal byte for byte in every language. */
  readonly verdictText: string;
  /**
   * Puts what a person typed at a JSON pointer of the form; answers the verdict. It is put there as text, to the letter:
   * where the form wants a number, `"1.000"` is a text, and the verdict says so.
   */
  type(pointer: string, text: string): SliceOperations["check"]["answer"];
  /**
   * Changes the papers, the channel, the answers of databases, the stage or the day; what is not given stays as it is.
   * Answers the verdict.
   */
  change(changes: DossierChange): SliceOperations["check"]["answer"];
  /** Puts a JSON value at a JSON pointer of the form (`null` and `undefined` clear the place); answers the verdict. */
  set(pointer: string, value: unknown): SliceOperations["check"]["answer"];
  /** Gives the memory back. */
  free(): void;
  [Symbol.dispose](): void;
}

/**
 * Loads the module; until then nothing else works. In Node it is ready at once.
 * @param source where it lies, or its bytes (workers); without it, beside the package's own file
 */
export function init(source?: URL | string | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** The names of all operations of this build. */
export function operations(): string[];

/** The number that grows when the outcome of some input changes. */
export function semantics(): number;
