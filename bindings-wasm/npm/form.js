// <namro-form>: draws the form of a published slice and checks it as it is filled in. No framework and no shadow root, so
// that labels, autofill, the page's own styles and its search work as in any other form.

import { Slice, init } from "./slice-browser.js";

const WORDS = {
  vi: {
    add: "Thêm", remove: "Xóa", required: "bắt buộc", choose: "— Chọn —", yes: "Có", no: "Không", papers: "Giấy tờ kèm theo",
    channel: "Cách thức nộp", submit: "Nộp hồ sơ", errors: "Cần sửa trước khi nộp", fees: "Phí, lệ phí", promise: "Hẹn trả",
    date: "ngày/tháng/năm, ví dụ 13/02/2026", example: "Ví dụ:", data: "Đã có trong cơ sở dữ liệu", free: "Không mất phí",
    unknown: "theo quy định của địa phương", oneOf: "nộp một trong các giấy tờ này",
  },
  en: {
    add: "Add", remove: "Remove", required: "required", choose: "— Choose —", yes: "Yes", no: "No", papers: "Papers",
    channel: "How to file", submit: "File", errors: "To be corrected first", fees: "Fees", promise: "Due",
    date: "day/month/year, such as 13/02/2026", example: "Example:", data: "Found in the database", free: "No fee",
    unknown: "as the province sets it", oneOf: "one of these papers is enough",
  },
};

/** No more choices are shown as buttons. */
const MOST_BUTTONS = 7;

let count = 0;

/** An element with attributes, listeners (`onclick`) and children. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** Shows or hides, and sets text and attributes only where they differ: a screen reader repeats what is set again. */
function update(element, { text, hidden, ...attributes }) {
  if (text !== undefined && element.textContent !== text) element.textContent = text;
  if (hidden !== undefined && element.hidden !== hidden) element.hidden = hidden;
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
}

/** Puts children in an order without touching those that are in it: what has the focus keeps it. */
function arrange(parent, children) {
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
  while (parent.children.length > children.length) parent.lastElementChild.remove();
}

export class NamroForm extends HTMLElement {
  static observedAttributes = ["channel"];

  /** The session, once the form is drawn. */
  session = null;
  #parts = new Map();
  #composing = false;
  /** While a button of the mouse is down: the fields that were left, of which nothing is said before it is up again. */
  #left = null;

  connectedCallback() {
    if (this.session || !this.hasAttribute("slice")) return;
    this.#load().catch((fault) => {
      // What the server has drawn stays, and is checked there.
      console.warn(`namro-form: ${fault.message ?? fault}`);
      this.#tell("namro-fallback", { fault });
    });
  }

  attributeChangedCallback(name, before, value) {
    if (this.session && before !== value) this.session.channel(value);
  }

  async #load() {
    const [text] = await Promise.all([fetch(this.getAttribute("slice")).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
      return answer.text();
    }), init()]);
    this.open(Slice.load(text, this.getAttribute("digest") ?? undefined));
  }

  /** Draws the form of a slice; `dossier` is what has been filled in before. */
  open(slice, dossier = {}) {
    const at = this.getAttribute("at") ?? new Date().toISOString();
    const procedure = this.getAttribute("procedure") ?? dossier.procedure;
    const channel = this.getAttribute("channel") ?? dossier.channel;
    this.language = this.closest("[lang]")?.lang.startsWith("en") ? "en" : "vi";
    this.words = WORDS[this.language];
    // The day of the check is that of the rules, in their zone, as the verdict says it.
    this.session = slice.open({ dossier: { ...dossier, procedure, channel }, at }, this.language);
    this.form = slice.form({ procedure, on: this.session.verdict.at });
    this.about = new Map(this.form.fields.map((field) => [field.pointer, field]));
    this.#draw();
    this.session.subscribe((change) => {
      this.#show();
      this.#tell("namro-change", change);
    });
    this.#show();
    this.#tell("namro-ready", { session: this.session });
  }

  get ready() {
    return this.session?.state.summary.ready ?? false;
  }

  get value() {
    return this.session?.value();
  }

  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }));
  }

  #say(text) {
    return text?.[this.language] ?? "";
  }

  #draw() {
    const { words } = this;
    this.body = this.querySelector("form") ?? make("form");
    const kept = this.body.querySelectorAll("input[type=hidden]");
    this.errors = make("div", { class: "nf-summary", part: "summary", role: "alert", tabindex: "-1", hidden: true });
    this.groups = this.form.groups.map((group) => {
      const fields = make("div", { class: "nf-fields" });
      const help = group.help && make("p", { class: "nf-help" }, this.#say(group.help));
      const legend = make("legend", { part: "legend" }, this.#say(group.title));
      const element = make("fieldset", { class: "nf-group", part: "group" }, legend, help, fields);
      return { element, fields, members: new Set(group.fields) };
    });
    this.papers = make("div", { class: "nf-papers" });
    const channels = this.form.channels.map(({ value, title }) => ({ value, title: this.#say(title) }));
    this.channels = this.#buttons(channels, "radio", (value) => this.session.channel(value));
    this.outlook = make("dl", { class: "nf-outlook", part: "fees promise", "aria-live": "polite" });
    this.dossier = make("input", { type: "hidden", name: "dossier" });
    this.body.noValidate = true;
    this.body.replaceChildren(...kept, this.errors, ...this.groups.map((group) => group.element),
      make("fieldset", { class: "nf-group" }, make("legend", {}, words.channel), this.channels),
      make("fieldset", { class: "nf-group", part: "papers" }, make("legend", {}, words.papers), this.papers),
      this.outlook, this.dossier, make("button", { class: "nf-submit", part: "submit", type: "submit" }, words.submit));
    this.body.addEventListener("submit", (event) => this.#submit(event));
    this.body.addEventListener("compositionstart", () => { this.#composing = true; });
    this.body.addEventListener("compositionend", (event) => {
      this.#composing = false;
      event.target.dispatchEvent(new Event("input", { bubbles: true }));
    });
    // What is said of a field that was left would move the button away that is being pressed.
    this.body.addEventListener("pointerdown", () => { this.#left ??= []; });
    for (const up of ["pointerup", "pointercancel"]) {
      document.addEventListener(up, () => setTimeout(() => {
        const left = this.#left ?? [];
        this.#left = null;
        left.forEach((blur) => blur());
      }));
    }
    if (this.body.parentNode !== this) this.replaceChildren(this.body);
  }

  /** Buttons for a few values, in a group of their own. */
  #buttons(choices, type, choose) {
    const name = `nf-${++count}`;
    return make("div", { class: "nf-choices" }, ...choices.map(({ value, title }) => {
      const input = make("input", { type, name, onchange: (event) => choose(value, event.target.checked) });
      input.choice = value;
      return make("label", { class: "nf-choice", part: "choice" }, input, make("span", {}, title));
    }));
  }

  /** Brings the page to the state of the session. */
  #show() {
    const { fields, papers, summary } = this.session.state;
    const inside = new Map(this.groups.map((group) => [group.fields, []]));
    const place = (container, element) => inside.get(container)?.push(element) ?? inside.set(container, [element]);
    const items = new Map();
    const fresh = new Map();
    for (const field of fields) {
      const part = this.#parts.get(field.key) ?? this.#field(field);
      fresh.set(field.key, part);
      part.state = field;
      const item = field.key.match(/^(.*\/#\d+)(?:\/|$)/)?.[1];
      const group = this.groups.find((group) => group.members.has(field.field));
      const container = items.get(item)?.fields ?? group?.fields;
      if (container) place(container, part.element);
      part.show(field);
      (field.items ?? []).forEach((key, at) => {
        const before = this.#parts.get(key) ?? this.#item(key);
        update(before.title, { text: `${part.itemTitle} ${at + 1}` });
        update(before.remove, { "aria-label": `${this.words.remove} ${part.itemTitle} ${at + 1}` });
        before.pointer = `${field.pointer}/${at}`;
        items.set(key, before);
        fresh.set(key, before);
        place(part.list, before.element);
      });
      if (part.list && !field.items?.length) inside.set(part.list, []);
    }
    this.#parts = fresh;
    for (const [container, children] of inside) arrange(container, children);
    for (const group of this.groups) {
      const some = [...group.fields.children].some((child) => !child.hidden);
      update(group.element, { hidden: !some });
    }
    for (const input of this.channels.querySelectorAll("input")) input.checked = input.choice === summary.channel;
    this.#showPapers(papers);
    clearTimeout(this.later);
    // A screen reader is not to be interrupted with each letter.
    this.later = setTimeout(() => this.#showOutlook(this.session.state.summary), this.outlook.firstChild ? 1000 : 0);
    if (!this.errors.hidden) this.#showErrors();
  }

  #item(key) {
    const title = make("legend", {});
    const fields = make("div", { class: "nf-fields" });
    const part = { title, fields, pointer: "" };
    part.remove = make("button", { type: "button", class: "nf-remove", part: "remove", onclick: () => {
      this.session.remove(part.pointer);
    } }, this.words.remove);
    part.element = make("li", { part: "item" }, make("fieldset", { class: "nf-item" }, title, fields, part.remove));
    part.key = key;
    return part;
  }

  #field(field) {
    const about = this.about.get(field.field);
    const id = `nf-${++count}`;
    const part = { id, about };
    const title = this.#say(about.title);
    const { words } = this;
    const type = (text) => this.session.type(part.state.pointer, text);
    const set = (value) => this.session.set(part.state.pointer, value);
    const leave = () => this.#parts.get(part.state.key) === part && this.session.blur(part.state.pointer);
    const blur = () => (this.#left ? this.#left.push(leave) : leave());
    const hints = [this.#say(about.help), about.kind === "date" ? words.date : about.example && `${words.example} ${this.#say(about.example)}`];
    const hint = make("p", { class: "nf-help", part: "help", id: `${id}-help` }, hints.filter(Boolean).join(". "));
    const error = make("p", { class: "nf-error", part: "error", id: `${id}-error`, hidden: true });
    const mark = make("span", { class: "nf-required", "aria-hidden": "true" });
    const choices = about.choices.map(({ value, title }) => ({ value, title: this.#say(title) }));
    const described = () => [hint.textContent && hint.id, !error.hidden && error.id].filter(Boolean).join(" ") || null;
    const line = { id, class: "nf-input", part: "input", onblur: blur };
    let control;
    let sync;
    let label = make("label", { for: id, part: "label" }, title, mark);
    if (about.kind === "list") {
      part.list = make("ol", { class: "nf-list", part: "list" });
      const name = this.#say(about.item) || title;
      part.itemTitle = name;
      const add = make("button", { type: "button", id, class: "nf-add", part: "add", onclick: () => {
        const change = this.session.insert(part.state.pointer);
        // The focus goes to what has come.
        const first = change.fields.find((one) => one.key.startsWith(`${part.state.key}/#`) && !one.items);
        (first && document.getElementById(this.#parts.get(first.key)?.id))?.focus();
      } }, `${words.add}: ${name.toLocaleLowerCase(this.language)}`);
      control = make("div", {}, part.list, add);
      // A list that is a group of its own has its title there.
      const alone = this.form.groups.some((group) => group.list === about.pointer);
      label = make("p", { class: "nf-label", part: "label" }, alone ? null : title, mark);
      sync = () => {};
    } else if (about.kind === "yes_no" && !about.required) {
      const input = make("input", { type: "checkbox", id, onblur: blur, onchange: () => set(input.checked || null) });
      control = make("label", { class: "nf-choice", for: id }, input, make("span", {}, title), mark);
      label = null;
      sync = ({ text }) => { input.checked = text === "true"; };
    } else if (about.kind === "yes_no" || about.kind === "choices" || (about.kind === "choice" && choices.length <= MOST_BUTTONS)) {
      const known = about.kind === "yes_no" ? [{ value: true, title: words.yes }, { value: false, title: words.no }] : choices;
      const many = about.kind === "choices";
      control = this.#buttons(known, many ? "checkbox" : "radio", (value) => {
        set(many ? [...control.querySelectorAll(":checked")].map((input) => input.choice) : value);
      });
      control.addEventListener("focusout", (event) => control.contains(event.relatedTarget) || blur());
      control.id = id;
      control.tabIndex = -1;
      label = make("p", { class: "nf-label", id: `${id}-label` }, title, mark);
      update(control, { role: many ? "group" : "radiogroup", "aria-labelledby": label.id });
      sync = ({ text }) => {
        if (!many) for (const input of control.querySelectorAll("input")) input.checked = String(input.choice) === text;
      };
    } else if (about.kind === "choice") {
      const options = choices.map(({ value, title }) => make("option", { value }, title));
      control = make("select", { ...line, onchange: () => type(control.value) }, make("option", { value: "" }, words.choose), ...options);
      sync = ({ text }) => { control.value = text; };
    } else {
      // No length is cut off and nothing is put right while typing: input methods rewrite what they have written.
      const tag = about.kind === "long_text" ? "textarea" : "input";
      control = make(tag, { ...line, type: tag === "input" && "text", inputmode: about.input_mode, autocomplete: about.autocomplete ?? "off",
        name: field.field, oninput: (event) => { if (!this.#composing && !event.isComposing) type(control.value); } });
      sync = ({ text }) => { if (document.activeElement !== control && control.value !== text) control.value = text; };
    }
    const focus = control.matches(".nf-input, [role]") ? control : control.querySelector("input") ?? control;
    part.element = make("div", { class: `nf-field nf-is-${about.kind}`, part: "field" }, label, hint, control, error);
    hint.hidden = !hint.textContent;
    part.show = (state) => {
      const wrong = state.touched && state.remarks.length > 0;
      update(part.element, { hidden: !state.shown });
      update(mark, { text: state.needed ? ` (${words.required})` : "" });
      update(error, { text: wrong ? state.remarks.map((remark) => this.#remark(remark)).join(" ") : "", hidden: !wrong });
      const of = focus.matches("button, div:not([role])") ? {} : { "aria-invalid": wrong && state.remarks.some((one) => one.severity === "error") };
      const required = focus.matches("[role=group], [type=checkbox], button, div:not([role])") ? {} : { "aria-required": state.needed };
      update(focus, { ...of, ...required, "aria-describedby": described() });
      sync(state);
    };
    return part;
  }

  #remark({ text, remedy }) {
    const end = (text) => text[0].toLocaleUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? "" : ".");
    return [text, remedy].map((part) => this.#say(part)).filter(Boolean).map(end).join(" ");
  }

  #showPapers(papers) {
    this.files ??= new Map();
    const about = new Map(this.form.papers.map((paper) => [paper.id, paper]));
    for (const state of papers) {
      const paper = about.get(state.id);
      if (!paper) continue;
      const known = this.files.get(state.id) ?? this.#paper(paper);
      this.files.set(state.id, known);
      known.show(state, this.session.state.files.filter((one) => one.paper.id === state.id));
    }
    arrange(this.papers, papers.map((paper) => this.files.get(paper.id)?.element).filter(Boolean));
  }

  #paper(paper) {
    const id = `nf-${++count}`;
    const { words, session } = this;
    const list = make("ul", { class: "nf-files" });
    const note = make("span", { class: "nf-required" });
    const error = make("p", { class: "nf-error", id: `${id}-error`, hidden: true });
    const input = make("input", { type: "file", id, multiple: true, "aria-describedby": error.id, onchange: () => {
      for (const file of input.files) {
        // Whoever keeps the files cancels the event and attaches what they know, such as the hash.
        if (this.#tell("namro-file", { paper: paper.id, file })) {
          session.attach(paper.id, { name: file.name, size: file.size, type: file.type });
        }
      }
      input.value = "";
    } });
    const element = make("div", { class: "nf-paper", part: "paper" }, make("label", { for: id }, this.#say(paper.title), note), input, list, error);
    const show = (state, files) => {
      const needed = state.needed ? ` (${words.required}${paper.group ? `: ${words.oneOf}` : ""})` : "";
      update(note, { text: state.by_data ? ` (${words.data})` : needed });
      const wrong = this.asked && state.remarks.length > 0;
      update(error, { text: wrong ? state.remarks.map((remark) => this.#remark(remark)).join(" ") : "", hidden: !wrong });
      update(element, { hidden: !state.needed && !state.by_data && !files.length && !state.remarks.length });
      list.replaceChildren(...files.map(({ file }, at) => make("li", {}, file?.name ?? this.#say(paper.title), " ",
        make("button", { type: "button", class: "nf-remove", "aria-label": `${words.remove} ${file?.name ?? this.#say(paper.title)}`, onclick: () => session.detach(paper.id, at) }, words.remove))));
    };
    return { id, element, show };
  }

  #showOutlook({ fees, promise }) {
    const { words, language } = this;
    const money = (amount) => (amount == null ? words.unknown : `${amount.toLocaleString(language === "vi" ? "vi-VN" : "en")} đ`);
    const lines = fees.map((fee) => make("dd", {}, `${this.#say(fee.title)}: ${money(fee.amount)}`));
    const html = make("dl", {}, make("dt", {}, words.fees), ...(lines.length ? lines : [make("dd", {}, words.free)]),
      ...(promise ? [make("dt", {}, words.promise), make("dd", {}, this.#say(promise))] : []));
    if (html.textContent !== this.outlook.textContent) this.outlook.replaceChildren(...html.childNodes);
  }

  /** The summary of what is wrong, with a link to each field. */
  #showErrors() {
    const { fields, papers, summary } = this.session.state;
    const link = (id, remark) => make("li", {}, id
      ? make("a", { href: `#${id}`, onclick: (event) => { event.preventDefault(); document.getElementById(id)?.focus(); } }, this.#remark(remark))
      : this.#remark(remark));
    const wrong = (part, id) => part.remarks.filter((remark) => remark.severity === "error").map((remark) => link(id, remark));
    const all = [
      ...fields.flatMap((field) => wrong(field, this.#parts.get(field.key)?.id)),
      ...papers.filter((paper, at) => !at || paper.remarks[0]?.property !== papers[at - 1].remarks[0]?.property || !paper.remarks.length)
        .flatMap((paper) => wrong(paper, this.files.get(paper.id)?.id)),
      ...wrong(summary),
    ];
    update(this.errors, { hidden: !all.length });
    if (all.length) this.errors.replaceChildren(make("h2", {}, this.words.errors), make("ul", {}, ...all));
  }

  #submit(event) {
    this.asked = true;
    const submission = this.session.submit();
    this.#showErrors();
    const sent = this.#tell("namro-submit", submission);
    if (submission.ready && sent && this.body.hasAttribute("action")) {
      this.dossier.value = this.session.valueText;
      return;
    }
    event.preventDefault();
    if (!this.errors.hidden) this.errors.focus();
  }
}

if (!customElements.get("namro-form")) customElements.define("namro-form", NamroForm);
