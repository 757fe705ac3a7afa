import { Binding } from "@yuanbiao/core/scheme-criterion";
import { scorerCases } from "@yuanbiao/core/scorer-cases";
import { ScorerConfig, scorerInputs } from "@yuanbiao/core/scorer-run";
import { expect, it } from "vitest";
import { findScorer, inputFields, inputsOf, sourcesOf } from "./scorer-inputs.ts";
import { bindingSpec } from "./shape.ts";

const fieldsOf = (scorer: object) => {
  const config = findScorer(scorer);
  return config === undefined ? [] : inputFields(config);
};

it("asks for everything that the requests with known points send", () => {
  for (const { id, request } of scorerCases) {
    const names = inputFields(ScorerConfig.parse(request.scorer)).map(([name]) => name);
    expect(names, id).toEqual(expect.arrayContaining(Object.keys(request.inputs)));
  }
});

it.each<[string, object, Record<string, unknown>, Record<string, unknown>]>([
  [
    "figures as they are typed",
    { type: "completion" },
    { actual: "280", target: "300" },
    { actual: "280", target: "300" },
  ],
  ["nothing for what is empty", { type: "completion" }, { actual: "280", target: "" }, { actual: "280" }],
  [
    ...(["scores with any sign between them", { type: "panel", minJudges: 3 }] as const),
    ...([{ scores: "80，90 85、70" }, { scores: ["80", "90", "85", "70"] }] as const),
  ],
  [
    ...(["parks by letters", { type: "min-max", direction: "up", degenerate: "mid" }] as const),
    ...([{ values: ["1", "", "3"] }, { values: { A: "1", C: "3" } }] as const),
  ],
  [
    ...(["counts by item", { type: "adjustments", items: [{ code: "award", points: "2" }] }] as const),
    ...([
      { base: "80", counts: { award: "2" } },
      { base: "80", counts: { award: "2" } },
    ] as const),
  ],
  ["a milestone's state", { type: "milestone" }, { state: "done" }, { state: "done" }],
])("sends %s", (_, scorer, typed, inputs) => {
  const sent = inputsOf(fieldsOf(scorer), typed);
  expect(sent).toEqual(inputs);
  expect(scorerInputs(ScorerConfig.parse(scorer)).safeParse(sent).success).toBe(true);
});

it.each([
  ["scores", "", ["panel"]],
  ["state", "", ["milestone"]],
  ["counts", "", ["counts"]],
  ["actual", "", ["figure", "target", "benchmark", "constant", "criterion", "group"]],
  ["scores", "figure", ["figure", "panel"]],
])("%s can come from what gives its kind, and stays where it was (%s)", (name, chosen, sources) => {
  expect(sourcesOf(name, bindingSpec.cases, chosen).map(({ value }) => value)).toEqual(sources);
  expect(bindingSpec.cases).toHaveLength(Binding.options.length);
});
