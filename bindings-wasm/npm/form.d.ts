/** The element `<namro-form>`: draws the form of a published slice and checks it as it is filled in. */

import type { Dossier, FormDescription } from "./shapes.js";
import type { FormSession, Slice } from "./slice.js";

/**
 * Attributes: `slice` (address of the compiled slice), `procedure`, `digest` (the slice that is expected), `channel`, `at`
 * (an instant; by default now). The language is that of the page. A `<form>` inside stays, with its action and hidden
 * fields: the dossier is sent as the field `dossier`.
 *
 * Events, all bubbling: `namro-ready`, `namro-change` (detail: what has changed), `namro-file` (detail: paper and file; who
 * cancels it attaches the file by the session), `namro-submit` (detail: ready, remarks, dossier; cancelled, nothing is sent),
 * `namro-fallback` (the slice could not be loaded: what the server drew stays).
 */
export class NamroForm extends HTMLElement {
  /** The session, once the form is drawn. */
  session: FormSession | null;
  /** The form that is drawn. */
  form: FormDescription;
  /** Draws the form of a slice; `dossier` is what has been filled in before. */
  open(slice: Slice, dossier?: Partial<Dossier>): void;
  /** Whether the dossier can be sent. */
  readonly ready: boolean;
  /** The dossier as it now is. */
  readonly value: Dossier | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "namro-form": NamroForm;
  }
}
