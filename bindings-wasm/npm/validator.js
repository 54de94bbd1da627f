// The validator, over the text interface of its module.

import * as glue from "./glue/validator.js";
import { part } from "./part.js";

const { Part, operations, semantics } = part(glue);

export class Validator extends Part {}

export { operations, semantics };
