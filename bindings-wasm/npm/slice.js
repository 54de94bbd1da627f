// The slice, over the text interface of its module.

import * as glue from "./glue/slice.js";
import { part } from "./part.js";
import { FormSession } from "./session.js";
import { Subject } from "./subject.js";
import { toText } from "./text.js";

const { Part, operations, semantics } = part(glue);

export class Slice extends Part {
  open(input, language = "vi") {
    return Subject.use(this, (handle, gate) => new FormSession(gate, handle.open(toText(input), language), input.dossier));
  }
}

export { operations, semantics };
