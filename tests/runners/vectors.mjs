// Runs the shared vectors in JavaScript, in Node and in browsers alike.

/** Features that this package is built without: what needs one must be refused with `not_built`. */
const ABSENT = ["bpmn", "xml"];

const same = (a, b) => canonical(a) === canonical(b);

/** JSON with sorted keys; answers come parsed, and hold no numbers that JavaScript would bend. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** The texts of a vector file's rulebook: files of the folder `rulebooks`, shipped ones by id, or a map in place. */
async function rulebooks(named, index, read) {
  if (typeof named === "object" && !Array.isArray(named)) return { vector: named };
  const texts = {};
  for (const name of [named].flat()) {
    const file = index.rulebooks.find((file) => file.replace(/\.[^.]+$/, "") === name);
    texts[file ?? name] = file ? await read(`rulebooks/${file}`) : { namro: 1, id: "vector", title: "vector", include: [name] };
  }
  return texts;
}

/** The answer, or all faults, as the text that they are. */
function told(work) {
  try {
    return work();
  } catch (error) {
    if (!Array.isArray(error.errors)) throw error;
    return canonical(error.errors);
  }
}

/** What an office or a slice tells of a case with a text; of a dossier that is edited, all verdicts. */
function toldBy(subject, { op, text, edits }) {
  return told(() => {
    if (!edits) return subject.callText(op, text);
    const checker = subject.checker(text);
    // No value clears the place.
    const edited = (pointer, value) => checker.set(pointer, value) && checker.verdictText;
    const all = edits.map((edit) => told(() => edited(...edit)));
    checker.free();
    return all.join("\n");
  });
}

/** A generated case: what is told must be that text, to the byte. */
function judgeText(vector, office, { Office }) {
  const load = () => {
    Office.load(vector.input).free();
    return "{}";
  };
  const found = vector.op === "load" ? told(load) : toldBy(office(), vector);
  const absent = ABSENT.includes(vector.needs) && found.includes('"code":"not_built"');
  return found === vector.answer || absent ? null : `got ${found}\n  not ${vector.answer}`;
}

/** One case: the answer must be equal as a whole, an error in code and pointer. */
function judge(vector, office, texts, namro) {
  if ("answer" in vector) return judgeText(vector, office, namro);
  const { Office, NamroError } = namro;
  const refusal = ABSENT.includes(vector.needs) ? { code: "not_built" } : vector.error;
  let answer;
  try {
    if (vector.op === "load") {
      Office.load(vector.input ?? texts).free();
      answer = {};
    } else if ("text" in vector) answer = JSON.parse(office().callText(vector.op, vector.text));
    else answer = office().call(vector.op, vector.input);
  } catch (error) {
    if (!(error instanceof NamroError)) throw error;
    const { code, path } = error;
    const expected = refusal && { code: refusal.code, path: refusal.pointer ?? "" };
    return expected && same({ code, path }, expected) ? null : `${error.message} at ${path}`;
  }
  if (refusal) return `expected ${refusal.code}, got ${canonical(answer)}`;
  return same(answer, vector.expected) ? null : `got ${canonical(answer)}\n  not ${canonical(vector.expected)}`;
}

/** What is asked for, where it can be read. */
function request({ input, text }) {
  try {
    return input ?? JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** What the small modules answer must be the text that the office answers; nothing where none is asked for. */
function differs(vector, office, parts, loaded) {
  const input = request(vector);
  const procedure = input?.procedure ?? input?.dossier?.procedure;
  const asked = parts.filter((part) => part.operations().includes(vector.op));
  if (asked.length === 0 || !office().describe().procedures.includes(procedure)) return null;
  loaded[procedure] ??= load(office().publish({ procedure }), parts);
  const text = { ...vector, text: vector.text ?? JSON.stringify(vector.input) };
  const whole = toldBy(office(), text);
  for (const [name, part] of loaded[procedure]) {
    const told = asked.some((known) => name in known) ? toldBy(part, text) : whole;
    if (told !== whole) return `${name} got ${told}\n  not ${whole}`;
  }
  return null;
}

/** What was published, loaded by each small module that can; a validator has no calendar. */
function load(published, parts) {
  const loaded = [];
  for (const { Slice, Validator } of parts) {
    try {
      loaded.push(Slice ? ["Slice", Slice.load(published)] : ["Validator", Validator.load(published)]);
    } catch (error) {
      if (error.code !== "needs_calendar") throw error;
    }
  }
  return loaded;
}

/**
 * Runs everything that the index lists, and on the small modules whatever they can answer.
 * @param namro the package
 * @param parts its entries for slices and for validators
 * @param read answers the text of a file under tests/vectors
 */
export async function run(namro, parts, read) {
  const index = JSON.parse(await read("index.json"));
  const result = { passed: 0, failed: 0, failures: [] };
  const fail = (name, why) => {
    result.failed += 1;
    result.failures.push(`${name}: ${why}`);
  };
  for (const [file, count] of Object.entries(index.files)) {
    const vectors = JSON.parse(await read(file));
    if (vectors.cases.length !== count) fail(file, `${vectors.cases.length} cases, the index says ${count}`);
    const texts = await rulebooks(vectors.rulebook, index, read);
    const loadedParts = {};
    let loaded;
    const office = () => {
      if (!loaded) {
        loaded = namro.Office.load(texts);
        if (vectors.staff) loaded = loaded.withStaff(vectors.staff);
      }
      return loaded;
    };
    for (const vector of vectors.cases) {
      try {
        const why = judge(vector, office, texts, namro) ?? differs(vector, office, parts, loadedParts);
        if (why) fail(`${file}: ${vector.name}`, why);
        else result.passed += 1;
      } catch (error) {
        fail(`${file}: ${vector.name}`, error.stack ?? String(error));
      }
    }
    Object.values(loadedParts).flat().forEach(([, part]) => part.free());
    loaded?.free();
  }
  return result;
}

/** What the verifier reads from the last line. */
export function report({ passed, failed, failures }) {
  return [...failures, `${passed} passed, ${failed} failed`].join("\n");
}
