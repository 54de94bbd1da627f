// The slice, over the text interface of its module.

import * as glue from "./glue/slice.js";
import { part } from "./part.js";

const { Part, operations, semantics } = part(glue);

export class Slice extends Part {}

export { operations, semantics };
