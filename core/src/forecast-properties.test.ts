import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bearing, weighEvidence } from "./bearing.ts";
import { exampleBearing, exampleIndicator, exampleTarget } from "./example.ts";
import { type Forecast, forecastFor } from "./forecast.ts";
import type { Measure } from "./indicator.ts";
import { getPeriod } from "./period.ts";
import { exact, plain } from "./quantity.ts";

function forecast(figures: readonly Bearing[], own: { due: string; value: string }, measure: Measure): Forecast {
  const due = getPeriod(own.due);
  const evidence = weighEvidence(figures, { due, on: due.end, timing: "point", path: null });
  const asked = { target: exampleTarget(own), indicator: exampleIndicator({ measure, decimals: 2 }) };
  const { value } = forecastFor(asked, evidence, due);
  if (value === null) throw new Error("no forecast");
  return value;
}

const edges = fc.constantFrom("0", "0.000001", "-0.000001", "9999999999999.999999", "-9999999999999.999999");
const mills = fc.bigInt({ min: -(10n ** 19n) + 1n, max: 10n ** 19n - 1n });
const quantity = fc.oneof(
  edges,
  mills.map((value) => plain(exact(String(value)).div(1_000_000))),
  fc.integer({ min: 0, max: 300 }).map(String),
);
const series = fc.oneof(
  fc.array(quantity, { minLength: 10, maxLength: 16 }),
  quantity.map((value) => Array.from({ length: 10 }, () => value)),
);
const measures = fc.constantFrom<Measure>("ratio", "stock", "growth");

describe("whatever the figures of ten years or more", () => {
  it("value, interval and chance are decimals in order, whatever order the figures come in", () => {
    fc.assert(
      fc.property(series, quantity, measures, fc.integer({ min: 2015, max: 2060 }), (values, value, measure, due) => {
        const figures = values.map((text, index) => exampleBearing({ period: String(2015 + index), value: text }));
        const at = { due: String(due + values.length), value };
        const said = forecast(figures, at, measure);
        const texts = [said.low, said.value, said.high].map((text) => text ?? "missing");
        for (const text of texts) expect(text).toMatch(/^-?\d+\.\d{4}$/);
        expect(texts.toSorted((a, b) => exact(a).comparedTo(exact(b)))).toEqual(texts);
        expect(said.chance).toMatch(/^0\.\d\d$/);
        expect(forecast(figures.toReversed(), at, measure)).toEqual(said);
      }),
      { numRuns: 1000 },
    );
  });
});
