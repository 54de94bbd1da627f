// The shipped rulebooks: files beside the module, so that who includes none of them need not load them.

let texts = {};

/** Says where shipped rulebooks are taken from: texts by identifier. */
export function takeFrom(given) {
  texts = given;
}

/** The text of a shipped rulebook; the module asks for it. */
export function shipped(id) {
  return Object.prototype.hasOwnProperty.call(texts, id) ? texts[id] : undefined;
}
