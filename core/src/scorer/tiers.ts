import { z } from "zod";
import { checkLightRule, type LightRuleFault } from "../light.ts";
import { type Exact, exact, Quantity } from "../quantity.ts";
import { defineScorer, fault, InputFigure, type ScorerFault, type ScorerFaultReason } from "../scorer-definition.ts";
import { oneOutcome, type Scored, scored, step, unscored } from "../scorer-outcome.ts";

/** A tier holds its lower end and not its upper one, unless it says otherwise; an end that is not given is open. */
const Tier = z.strictObject({
  from: Quantity.optional(),
  fromInclusive: z.boolean().default(true),
  to: Quantity.optional(),
  toInclusive: z.boolean().default(false),
  points: Quantity,
});
type Tier = z.infer<typeof Tier>;

const Inputs = z.strictObject({ value: InputFigure });

const reasons: Record<LightRuleFault["reason"], ScorerFaultReason> = {
  gap: "tier-gap",
  overlap: "tier-overlap",
  "empty-band": "empty-tier",
};

/** Every value has one tier: the same question as of a light rule's bands, whatever their lights. */
function tierFaults(tiers: readonly Tier[]): ScorerFault[] {
  const bands = tiers.map(({ from = null, fromInclusive, to = null, toInclusive }) => ({
    ...({ light: "on-track", from, fromInclusive, to, toInclusive } as const),
  }));
  return checkLightRule({ bands }).map(({ path, reason, from, to }) => ({
    ...fault(path.replace(/^bands/, "tiers"), reasons[reason]),
    from,
    to,
  }));
}

function holds({ from, fromInclusive, to, toInclusive }: Tier, value: Exact): boolean {
  const isFrom = from === undefined || (fromInclusive ? value.gte(from) : value.gt(from));
  return isFrom && (to === undefined || (toInclusive ? value.lte(to) : value.lt(to)));
}

/** 分档计分: the points of the one tier that holds the value. */
export const tiers = defineScorer({
  config: z.strictObject({ type: z.literal("tiers"), tiers: z.array(Tier).min(1).max(100) }),
  weight: "unused",
  inputs: () => Inputs,
  validate: (config) => tierFaults(config.tiers),
  prepare(config) {
    const score = (value: string | null | undefined): Scored => {
      if (value == null) return unscored("missing-input", "value");
      const at = config.tiers.findIndex((tier) => holds(tier, exact(value)));
      const { points = "0", from, to } = config.tiers[at] ?? {};
      const ends = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
      return scored(exact(points), () => [step("tier-reached", { value, tier: at + 1, ...ends, points })]);
    };
    return { score: ({ value }) => oneOutcome(score(value)) };
  },
});
