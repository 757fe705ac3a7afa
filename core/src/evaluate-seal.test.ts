import { expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { cityFacts, cityScheme } from "./evaluate-city.ts";
import { recordRun, sealPieces, sealRun } from "./evaluate-freeze.ts";
import { inOneOrder } from "./scheme-file.ts";

const of = { schemeVersion: 3, instant: "2018-03-01T00:00:00.000Z" };
const run = evaluate(cityScheme, cityFacts, "seal");

it("comes in a piece an area, which together are the canonical text of the whole run", () => {
  const pieces = [...(sealPieces(run, of) ?? [])];
  const whole = { format: "yuanbiao-run", edition: 1, ...of, scheme: cityScheme, areas: recordRun(run) };
  expect(pieces.join("")).toBe(JSON.stringify(inOneOrder(whole)));
  expect(pieces.length).toBe(1 + 4 + 1);
  expect(pieces.slice(1, -1).map((piece) => /"area":"(\w)"/.exec(piece)?.[1])).toEqual(["A", "B", "C", "D"]);
  expect(sealRun(run, of)).toBe(pieces.join(""));
});

it("gives no pieces of a trial, or of a refused run", () => {
  expect(sealPieces(evaluate(cityScheme, cityFacts, "trial"), of)).toBeUndefined();
  expect(sealPieces(evaluate(cityScheme, { ...cityFacts, figures: [] }, "seal"), of)).toBeUndefined();
});
