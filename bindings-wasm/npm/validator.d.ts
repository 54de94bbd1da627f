/**
 * The smallest part of the library, for a page that only checks dossiers: it loads what an office published and answers,
 * byte for byte, as that office. It has no calendar: of a procedure whose rules count working days it says so when it is
 * loaded (`needs_calendar`), and `namro/slice` takes its place.
 */

import type { Checker, Compiled, SliceOperations } from "./slice.js";
import type { Attempt } from "./index.js";

export { NamroError } from "./index.js";
export { Checker, init, operations, semantics } from "./slice.js";
export type { Attempt, Compiled, Fault, Place } from "./slice.js";
export type * from "./shapes.js";

/** What a validator can answer: of `check`, dossiers alone. */
export type ValidatorOperations = Pick<SliceOperations, "check">;

/**
 * The checks of a published procedure. Its memory lives in the WebAssembly module, so `free()` it (or declare it with
 * `using`) when many are made.
 *
 * @example
 * // server: const published = office.publish({ procedure: "2.001610" });
 * import { Validator, init } from "namro/validator";
 * await init();
 * const validator = Validator.load(published.compiled, digest); // the digest that the server's publish answered
 * validator.hash === published.hash; // the same rules as on the server
 * validator.check({ dossier: { procedure: "2.001610", form: {} }, at: "2026-03-06T09:00:00+07:00" }).ready; // false
 */
export class Validator {
  private constructor(handle: never);

  /**
   * Loads what `publish` answers, or its `compiled` text.
   * @param digest the `digest` that `publish` answered, from a place that the page trusts, such as its own code: no other
   *   slice is loaded then. Without it, that of `published` is taken, if it has one; of a text alone, damage is found, but
   *   not a slice that somebody has made.
   * @throws {NamroError} `damaged_slice`; `unexpected_slice` if it is not the one of the digest; `older_slice` and
   *   `newer_slice` for formats that this release does not read; `bad_slice` for any other text; `needs_calendar`
   */
  static load(published: Compiled, digest?: string): Validator;

  /** SHA-256 of the rules as its header states it, equal to the `hash` of what was published. */
  readonly hash: string;

  /**
   * The `semantics()` of the library that published it. Where it is that of this module, both give the same answers.
   */
  readonly semantics: number;

  /** Whether a dossier is complete. */
  check(input: ValidatorOperations["check"]["request"]): ValidatorOperations["check"]["answer"];

  /** Any operation by name; see {@link operations}. */
  call<O extends keyof ValidatorOperations>(operation: O, input: ValidatorOperations[O]["request"]): ValidatorOperations[O]["answer"];
  /** JSON text in, canonical JSON text out: equal byte for byte in every language. */
  callText(operation: string, input: string): string;
  /** Like {@link call}, for editors: what is refused is answered and not thrown. */
  attempt<O extends keyof ValidatorOperations>(operation: O, input: ValidatorOperations[O]["request"]): Attempt<ValidatorOperations[O]["answer"]>;

  /** Checks a dossier and keeps what was found: an edit then looks only at what it touches. */
  checker(input: ValidatorOperations["check"]["request"]): Checker;

  /** Gives the memory back; the validator cannot be used any more. */
  free(): void;
  [Symbol.dispose](): void;
}
