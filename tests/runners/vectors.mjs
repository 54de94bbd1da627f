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
    // No value takes away what is there.
    const all = edits.map(([pointer, value]) => told(() => checker.editText(pointer, value === null ? undefined : JSON.stringify(value))));
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

/** What a slice answers must be the text that its office answers; nothing where no slice is asked for. */
function differs(vector, office, { Slice, operations }, slices) {
  const input = request(vector);
  const procedure = input?.procedure ?? input?.dossier?.procedure;
  if (!operations().includes(vector.op) || !office().inspect().procedures.includes(procedure)) return null;
  slices[procedure] ??= Slice.load(office().publish({ procedure }).rulebook);
  const asked = { ...vector, text: vector.text ?? JSON.stringify(vector.input) };
  const [whole, part] = [office(), slices[procedure]].map((subject) => toldBy(subject, asked));
  return whole === part ? null : `the slice got ${part}\n  not ${whole}`;
}

/**
 * Runs everything that the index lists, and on slices whatever they can answer.
 * @param namro the package
 * @param slice its entry for slices
 * @param read answers the text of a file under tests/vectors
 */
export async function run(namro, slice, read) {
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
    const slices = {};
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
        const why = judge(vector, office, texts, namro) ?? differs(vector, office, slice, slices);
        if (why) fail(`${file}: ${vector.name}`, why);
        else result.passed += 1;
      } catch (error) {
        fail(`${file}: ${vector.name}`, error.stack ?? String(error));
      }
    }
    Object.values(slices).forEach((part) => part.free());
    loaded?.free();
  }
  return result;
}

/** What the verifier reads from the last line. */
export function report({ passed, failed, failures }) {
  return [...failures, `${passed} passed, ${failed} failed`].join("\n");
}
