import { Scheme } from "@yuanbiao/core/scheme";
import { Binding, benchmarkFields } from "@yuanbiao/core/scheme-criterion";
import { scoreReasons, scoreStepCodes } from "@yuanbiao/core/scorer-outcome";
import { scorerTypes } from "@yuanbiao/core/scorer-run";
import { expect, it } from "vitest";
import { zh } from "../../text/zh.ts";
import { coreOf, type Field, type Spec, specOf } from "./spec.ts";
import type { Path } from "./tree.ts";
import { findOptionWord, labelOf, reasonWord, ruleNote, stepWords } from "./words.ts";

const words = { ...zh.schemeForm, ...zh.schemeRule };
interface Shown {
  readonly path: Path;
  readonly type: string;
  readonly options: readonly string[];
}

/** Every field that the schemas have, with the options it offers. */
function shownIn(spec: Spec, path: Path, type = ""): Shown[] {
  const core = coreOf(spec);
  const below = (fields: readonly Field[], own = type) =>
    fields.flatMap(([name, inner]) => shownIn(inner, [...path, name], own));
  if (core.kind === "fields") return below(core.fields);
  if (core.kind === "list") return [{ path, type, options: [] }, ...shownIn(core.item, [...path, 0], type)];
  if (core.kind === "either") return core.specs.flatMap((one) => shownIn(one, path, type));
  if (core.kind === "variant") {
    const options = core.cases.map(({ value }) => value);
    const isScorer = path.at(-1) === "scorer";
    return [
      { path: [...path, core.by], type, options },
      ...core.cases.flatMap(({ value, fields }) => below(fields, isScorer ? value : type)),
    ];
  }
  return [{ path, type, options: core.kind === "choice" ? core.options : [] }];
}

const all = [
  ...shownIn(specOf(Scheme), []),
  ...shownIn(specOf(Binding), ["groups", 0, "criteria", 0, "inputs", "actual"]),
];

it("has a name for every field of a scheme and its rules", () => {
  const raw = all.filter(
    ({ path, type }) => labelOf(words, path, type) === path.filter((part) => typeof part === "string").at(-1),
  );
  expect(raw.map(({ path, type }) => `${type} ${path.join(".")}`)).toEqual([]);
});

it("has a word for everything that can be chosen", () => {
  const raw = all.flatMap(({ path, type, options }) =>
    options
      .filter((value) => findOptionWord(words, path, { value, type }) === undefined)
      .map((value) => `${path.join(".")} ${value}`),
  );
  expect(raw).toEqual([]);
  expect(all.flatMap(({ options }) => options)).toEqual(expect.arrayContaining([...benchmarkFields, ...scorerTypes]));
});

it("says what every rule does, and names every step of the arithmetic", () => {
  expect(scorerTypes.filter((type) => ruleNote(words, type) === undefined)).toEqual([]);
  expect(scoreReasons.filter((code) => reasonWord(words, code) === undefined)).toEqual([]);
  expect(scoreStepCodes.filter((code) => stepWords(words, code, {}).name === code)).toEqual([]);
});

it.each<[Path, string, string]>([
  [["groups", 0, "weight"], "", "权重"],
  [["grades", 0, "from"], "", "从多少分起"],
  [["groups", 0, "criteria", 0, "scorer", "cap"], "completion", "完成率上限"],
  [["groups", 0, "criteria", 0, "scorer", "tiers", 0, "from"], "tiers", "起"],
  [["groups", 0, "criteria", 0, "inputs", "actual", "from"], "", "从哪里取"],
  [["groups", 0, "criteria", 0, "inputs", "min", "value"], "", "常数"],
  [["groups", 0, "criteria", 0, "inputs", "actual"], "", "完成值"],
])("%j is called what people call it", (path, type, label) => {
  expect(labelOf(words, path, type)).toBe(label);
});
