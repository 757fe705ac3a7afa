import { exampleCriterion, exampleGroup, exampleScheme } from "@yuanbiao/core/scheme-example";
import { expect, it } from "vitest";
import { type Supposed, supposables, suppositionOf } from "./supposition.ts";

const criterion = (code: string, indicator: string | null) => exampleCriterion({ code, name: code, indicator });
const group = (code: string, ...criteria: ReturnType<typeof criterion>[]) => exampleGroup({ code, criteria });
const scheme = exampleScheme({
  groups: [group("firms", criterion("hitech", "national-hitech-firms")), group("people", criterion("talent", null))],
});
const supposed = (kind: Supposed["kind"], area: string, code: string, value: string): Supposed => ({
  ...{ kind, area, code, value },
});

it("figures and targets are supposed where a criterion asks for an indicator, weights everywhere", () => {
  const codes = (kind: Supposed["kind"]) => supposables(scheme, kind, false).map(({ code }) => code);
  expect([codes("figures"), codes("targets"), codes("weights")]).toEqual([
    ["hitech"],
    ["hitech"],
    ["hitech", "talent"],
  ]);
});

it("is sent by indicator, group and count; of two about one place the later counts", () => {
  const list = [
    supposed("figures", "a", "hitech", "280"),
    supposed("figures", "a", "hitech", "281"),
    supposed("targets", "a", "hitech", "400"),
    supposed("weights", "", "talent", "2"),
    supposed("counts", "b", "award", "3"),
    supposed("figures", "a", "gone", "1"),
    supposed("figures", "a", "talent", "1"),
  ];
  expect(suppositionOf(list, scheme)).toEqual({
    figures: [{ area: "a", indicator: "national-hitech-firms", value: "281" }],
    targets: [{ area: "a", indicator: "national-hitech-firms", value: "400" }],
    weights: [{ group: "people", criterion: "talent", weight: "2" }],
    counts: [{ area: "b", code: "award", count: 3 }],
  });
});
