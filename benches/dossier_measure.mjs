// The measurements of `dossier.mjs`, in Node and in a page.

/** Microseconds a run, by name: of the fastest batch and of the median one. All take turns, so that what else runs on
    the machine meets each alike; the first rounds, before the engine has compiled what they run, do not count. */
function microseconds(runs, size = 40, rounds = 150, first = 30) {
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(runs)) {
      const start = performance.now();
      for (let index = 0; index < size; index += 1) run();
      if (round >= first) times[name].push(((performance.now() - start) * 1_000) / size);
    }
  }
  const sorted = Object.entries(times).map(([name, times]) => [name, times.sort((a, b) => a - b)]);
  return Object.fromEntries(sorted.map(([name, times]) => [name, [times[0], times[times.length >> 1]]]));
}

/** A program of ajv, with its runtime given as sources. */
function program(source, modules) {
  const loaded = {};
  const load = (name) => {
    if (!loaded[name]) {
      const module = { exports: {} };
      loaded[name] = module;
      new Function("module", "exports", "require", modules[name])(module, module.exports, load);
    }
    return loaded[name].exports;
  };
  const module = { exports: {} };
  new Function("module", "exports", "require", source)(module, module.exports, load);
  return module.exports;
}

export function measure({ Validator }, { compiled, bare, dossier, at, validator, modules }) {
  const request = JSON.stringify({ dossier, at });
  const plain = JSON.stringify({ dossier: { ...dossier, procedure: "1.000000" }, at });
  const [rules, nothing] = [Validator.load(compiled), Validator.load(bare)];
  const checker = rules.checker(request);
  const validate = program(validator, modules);
  if (!checker.verdict.ready || !validate(dossier.form)) throw new Error("the dossier is complete");
  let amount = 12_500_000;
  const { handle, both, ...times } = microseconds({
    "ajv: the form, of an object": () => validate(dossier.form),
    "JSON.parse": () => JSON.parse(request),
    handle: () => nothing.checker(plain).free(),
    both: () => rules.checker(request).free(),
    "the verdict kept by a handle, as an object": () => checker.verdict,
    "one edited field, to the verdict as an object": () => checker.set("/thanhVien/3/vonGop", (amount = 25_000_001 - amount)),
    "another, the telephone": () => checker.set("/nguoiNop/dienThoai", "0912345678"),
    "all of it, from text to text": () => rules.callText("check", request),
  });
  return {
    "from text into a handle": handle,
    "form, papers, rules and verdict of a handle": both.map((time, index) => time - handle[index]),
    ...times,
  };
}
