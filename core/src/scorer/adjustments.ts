import { z } from "zod";
import { Code } from "../code.ts";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, faultsOf, InputFigure, isInherited } from "../scorer-definition.ts";
import { oneOutcome, type Scored, scored, step, unscored } from "../scorer-outcome.ts";
import { exactOrNone, within } from "../scorer-share.ts";

const mostTimes = 1_000_000;
const countError = "malformed-count";
/** How often: a whole number, also as text. */
const Count = z.union(
  [z.int(countError).min(0, countError).max(mostTimes, countError), z.string().regex(/^\d{1,6}$/, countError)],
  { error: countError },
);

const Item = z.strictObject({ code: Code, points: Quantity, cap: Quantity.optional() });

/** 加减分: base + Σ n × points, each item and all together within ± their caps; what was not counted adds nothing. */
export const adjustments = defineScorer({
  config: z.strictObject({
    type: z.literal("adjustments"),
    items: z.array(Item).min(1).max(200),
    cap: Quantity.optional(),
  }),
  weight: "unused",
  inputs: ({ items }) =>
    z.strictObject({
      base: InputFigure,
      counts: z.strictObject(Object.fromEntries(items.map(({ code }) => [code, Count.nullish()]))).default({}),
    }),
  validate: ({ items, cap }) => [
    ...items.flatMap((item, at) =>
      faultsOf(
        items.findIndex(({ code }) => code === item.code) !== at && fault(`items[${at}].code`, "repeated-code"),
        isInherited(item.code) && fault(`items[${at}].code`, "reserved-name"),
        item.cap !== undefined && exact(item.cap).lt(0) && fault(`items[${at}].cap`, "negative-value"),
      ),
    ),
    ...faultsOf(cap !== undefined && exact(cap).lt(0) && fault("cap", "negative-value")),
  ],
  prepare({ items, cap }) {
    const limit = exactOrNone(cap);
    const ready = items.map((item) => ({
      code: item.code,
      each: exact(item.points),
      limit: exactOrNone(item.cap),
    }));
    type Counts = Readonly<Record<string, string | number | null | undefined>>;
    const score = (base: string | null | undefined, counts: Counts): Scored => {
      if (base == null) return unscored("missing-input", "base");
      const unknown = ready.find(({ code }) => counts[code] === null);
      if (unknown !== undefined) return unscored("missing-input", unknown.code);
      const all = ready.map(({ code, each, limit: own }) => {
        const count = exact(counts[code] ?? 0);
        return { code, each, count, given: within(each.times(count), own) };
      });
      const sum = all.reduce((total: Exact, { given }) => total.plus(given), exact(0));
      const total = within(sum, limit);
      const points = exact(base).plus(total);
      return scored(points, () => [
        step("adjustment-base", { base }),
        ...all.map(({ code, each, count, given }) => step("adjustment", { count, each, given }, code)),
        step("adjustments-total", { base, sum, given: total, points }),
      ]);
    };
    return { score: ({ base, counts }) => oneOutcome(score(base, counts)) };
  },
});
