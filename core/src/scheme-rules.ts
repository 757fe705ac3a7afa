import { z } from "zod";
import { Code, named } from "./code.ts";
import { Quantity } from "./quantity.ts";

/** One step of a tie-break chain; more points come first. */
const TieBreak = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("criterion"), code: Code }),
  z.strictObject({ by: z.literal("group"), code: Code }),
  z.strictObject({ by: z.literal("exact-total") }),
]);
export type TieBreak = z.infer<typeof TieBreak>;

/** competition: 1, 2, 2, 4; dense: 1, 2, 2, 3. What the chain does not part stays tied (并列). */
export const Ties = z.strictObject({ rule: z.enum(["competition", "dense"]), chain: z.array(TieBreak).max(20) });

/** A quota is a share of those graded together (percent), or a number of places. */
const Quota = z.strictObject({ kind: z.enum(["percent", "count"]), value: Quantity });
export type Quota = z.infer<typeof Quota>;

/** 等次: reached from a total on (inclusive), within a quota, or both; the last one has neither. */
export const Grade = z.strictObject({ code: Code, ...named, from: Quantity.nullable(), quota: Quota.nullable() });
export type Grade = z.infer<typeof Grade>;

/** Of whom a quota is a share, how its places are made whole, and whether those tied at its edge all get in. */
export const QuotaRule = z.strictObject({
  scope: z.enum(["pool", "all"]),
  rounding: z.enum(["down", "half-up", "up"]),
  ties: z.enum(["include", "exclude"]),
});

/** 加减分: points a time, each item and all together within ± a cap; null binds nothing. */
export const Adjustments = z.strictObject({
  items: z.array(z.strictObject({ code: Code, ...named, points: Quantity, cap: Quantity.nullable() })).max(200),
  cap: Quantity.nullable(),
});

const effects = [
  /** 锁定等次 */
  z.strictObject({ kind: z.literal("lock-grade"), grade: Code }),
  /** 降等 */
  z.strictObject({ kind: z.literal("drop-grade"), by: z.int().min(1).max(10) }),
  /** 取消资格 */
  z.strictObject({ kind: z.literal("ineligible") }),
] as const;
const Effect = z.discriminatedUnion("kind", [...effects]);
export type Effect = z.infer<typeof Effect>;

/** 一票否决: by something counted, by a missed binding target of a criterion, or by too small a share of its points. */
export const Veto = z.strictObject({
  code: Code,
  ...named,
  when: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("count"), code: Code, atLeast: z.int().min(1) }),
    z.strictObject({ kind: z.literal("target-missed"), criterion: Code }),
    z.strictObject({ kind: z.literal("points-below"), criterion: Code, share: Quantity }),
  ]),
  effect: Effect,
});
export type Veto = z.infer<typeof Veto>;

/** Over years: among the last or first places of the pool, or in one of some grades, in so many of the latest years. */
export const WindowRule = z.strictObject({
  code: Code,
  ...named,
  years: z.int().min(1).max(20),
  atLeast: z.int().min(1).max(20),
  test: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("last"), places: z.int().min(1) }),
    z.strictObject({ kind: z.literal("first"), places: z.int().min(1) }),
    z.strictObject({ kind: z.literal("grade"), grades: z.array(Code).min(1) }),
  ]),
  effect: z.discriminatedUnion("kind", [...effects, z.strictObject({ kind: z.literal("warn") })]),
});
export type WindowRule = z.infer<typeof WindowRule>;

/** Who sees a part of a result: the park itself, its comparison pool, every signed-in account, everybody. */
export const visibilityLevels = ["own", "group", "all", "public"] as const;
const Level = z.enum(visibilityLevels);
export const Visibility = z.strictObject({ grade: Level, rank: Level, total: Level, lines: Level });
