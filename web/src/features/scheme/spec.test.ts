import { Scheme } from "@yuanbiao/core/scheme";
import { scorerCases } from "@yuanbiao/core/scorer-cases";
import { ScorerConfig, scorerTypes } from "@yuanbiao/core/scorer-run";
import { expect, it } from "vitest";
import { blankCase, type Composed, coreOf, type Field, type Spec, specOf } from "./spec.ts";

const scorer = coreOf(specOf(ScorerConfig));
const cases = scorer.kind === "variant" ? scorer.cases : [];

it("offers every scorer that core has", () => {
  expect(cases.map(({ value }) => value).sort()).toEqual([...scorerTypes].sort());
});

/** Every place of a value that a form would show. */
function shownIn(spec: Spec, value: unknown, path = ""): string[] {
  const core: Composed | Spec = coreOf(spec);
  const fields = (list: readonly Field[], by?: string) =>
    Object.entries(value ?? {}).flatMap(([name, own]) => {
      const [, found] = list.find(([one]) => one === name) ?? [];
      if (found === undefined) return name === by ? [] : [`unknown ${path}.${name}`];
      return shownIn(found, own, `${path}.${name}`);
    });
  if (core.kind === "fields") return fields(core.fields);
  if (core.kind === "variant") {
    const own = Object.entries(value ?? {}).find(([name]) => name === core.by)?.[1];
    return fields(core.cases.find((one) => one.value === own)?.fields ?? [], core.by);
  }
  if (core.kind === "list" && Array.isArray(value)) {
    return value.flatMap((item, at) => shownIn(core.item, item, `${path}[${at}]`));
  }
  if (core.kind === "either" && typeof value === "object") {
    const part = core.specs.find((one) => coreOf(one).kind === "fields");
    return part === undefined ? [] : shownIn(part, value, path);
  }
  return [path];
}

it("has a field for everything that a configured rule says", () => {
  for (const { id, request } of scorerCases) {
    const places = shownIn(scorer, ScorerConfig.parse(request.scorer));
    expect(
      places.filter((place) => place.startsWith("unknown")),
      id,
    ).toEqual([]);
  }
});

it.each([
  ["completion", { type: "completion", cap: "1", floor: "0" }],
  ["tiers", { type: "tiers", tiers: [{ fromInclusive: true, toInclusive: false, points: "" }] }],
  ["composite", { type: "composite", parts: [{ share: "", of: "" }] }],
  ["panel", { type: "panel", trim: 1, minJudges: "", scale: "100" }],
])("a new rule %s begins with what core sets, and with blanks for what must be said", (type, blank) => {
  const found = cases.find(({ value }) => value === type);
  expect(found && blankCase("type", found)).toEqual(blank);
});

it("tells figures, whole numbers, choices and what may be left out apart", () => {
  const kind = (schema: Parameters<typeof specOf>[0]) => specOf(schema).kind;
  expect(kind(Scheme.shape.fullMark)).toBe("quantity");
  expect(kind(Scheme.shape.dataYear)).toBe("whole");
  expect(specOf(Scheme.shape.rounding.shape.mode)).toEqual({ kind: "choice", options: ["half-up", "half-even"] });
  expect(specOf(Scheme.shape.note)).toEqual({ kind: "nullable", inner: { kind: "text" } });
  expect(kind(Scheme.shape.vetoes.element.shape.when)).toBe("variant");
});
