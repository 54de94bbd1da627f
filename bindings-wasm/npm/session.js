// A form while a person fills it in: edits as methods, and the state of the page put together from what has changed.

import { Held } from "./held.js";
import { toText } from "./text.js";

export class FormSession extends Held {
  #listeners = new Set();
  #edits;
  #dossier;
  /** The papers with the files that they are, in the order of the dossier. */
  #papers;

  constructor(gate, handle, dossier) {
    super(gate, handle);
    this.#dossier = { channel: null, data: {}, ...dossier };
    this.#papers = (dossier.components ?? []).map((paper) => ({ paper, file: null }));
    const empty = { revision: 0, fields: [], papers: [], summary: null, files: this.#papers };
    this.state = applied(empty, JSON.parse(Held.use(this, (handle) => handle.state())));
    this.subscribe = this.subscribe.bind(this);
  }

  type(pointer, text) {
    return this.#edit({ act: "type", pointer, text });
  }

  set(pointer, value) {
    return this.#edit({ act: "set", pointer, value });
  }

  blur(pointer) {
    return this.#edit({ act: "blur", pointer });
  }

  insert(pointer, index) {
    return this.#edit({ act: "insert", pointer, index });
  }

  remove(pointer) {
    return this.#edit({ act: "remove", pointer });
  }

  move(pointer, index) {
    return this.#edit({ act: "move", pointer, index });
  }

  attach(id, file = null, paper = {}) {
    return this.#file([...this.#papers, { paper: { ...paper, id }, file }]);
  }

  detach(id, index = 0) {
    const own = this.#papers.filter(({ paper }) => paper.id === id);
    return this.#file(this.#papers.filter((one) => one !== own[index]));
  }

  channel(id) {
    this.#dossier.channel = id ?? null;
    return this.#change({ channel: id ?? "" });
  }

  data(id, answer) {
    const { [id]: _, ...others } = this.#dossier.data;
    this.#dossier.data = answer == null ? others : { ...others, [id]: answer };
    return this.#change({ data: this.#dossier.data });
  }

  day(at) {
    return this.#change({ at });
  }

  /** Makes all edits of `work` at once, with one answer. */
  batch(work) {
    this.#edits = [];
    try {
      work();
    } catch (thrown) {
      this.#edits = undefined;
      throw thrown;
    }
    const edits = this.#edits;
    this.#edits = undefined;
    return this.#make(edits);
  }

  /** Every field counts as touched; whether the dossier can be sent, and what is to be corrected, in the order of the page. */
  submit() {
    this.#edit({ act: "submit" });
    const { fields, papers, summary } = this.state;
    const wrong = fields.filter((field) => field.shown && field.remarks.some(isError));
    const remarks = [...wrong, ...papers, summary].flatMap((part) => part.remarks);
    return { ready: summary.ready, remarks, first: wrong[0]?.pointer ?? null, dossier: this.value() };
  }

  value() {
    return JSON.parse(this.valueText);
  }

  get valueText() {
    const rest = toText({ ...this.#dossier, form: undefined, components: this.#papers.map(({ paper }) => paper) });
    return `${rest.slice(0, -1)},"form":${Held.use(this, (handle) => handle.value())}}`;
  }

  get verdict() {
    return JSON.parse(this.verdictText);
  }

  get verdictText() {
    return Held.use(this, (handle) => handle.verdict());
  }

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #file(papers) {
    this.#papers = papers;
    return this.#change({ components: papers.map(({ paper }) => paper) });
  }

  #change(change) {
    return this.#edit({ act: "change", change });
  }

  #edit(edit) {
    if (!this.#edits) return this.#make([edit]);
    this.#edits.push(edit);
  }

  #make(edits) {
    const text = toText(edits);
    const change = JSON.parse(Held.use(this, (handle) => handle.edit(text)));
    this.state = applied({ ...this.state, files: this.#papers }, change);
    for (const listener of this.#listeners) listener(change);
    return change;
  }
}

const isError = (remark) => remark.severity === "error";

/** A state with a change put on it; what has not changed stays the same object. */
function applied(state, { revision, fields, order, papers, summary }) {
  const changed = new Map(fields.map((field) => [field.key, field]));
  const known = order && new Map(state.fields.map((field) => [field.key, field]));
  return {
    revision,
    fields: order
      ? order.map((key) => changed.get(key) ?? known.get(key))
      : fields.length ? state.fields.map((field) => changed.get(field.key) ?? field) : state.fields,
    papers: papers.length ? merged(state.papers, papers) : state.papers,
    summary: summary ?? state.summary,
    files: state.files,
  };
}

function merged(before, changed) {
  const papers = before.map((paper) => changed.find((one) => one.id === paper.id) ?? paper);
  return [...papers, ...changed.filter((one) => !before.some((paper) => paper.id === one.id))];
}
