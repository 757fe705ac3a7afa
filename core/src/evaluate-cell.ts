import { isOpenRule } from "./evaluate-bounds.ts";
import type { EarlierResult } from "./evaluate-facts.ts";
import type { Sources } from "./evaluate-inputs.ts";
import type { LackReason, NoValue, Refusal, RefusalCode } from "./evaluate-refusal.ts";
import { type LastYear, type MissingScore, settleMissing } from "./missing-score.ts";
import { type Exact, exact } from "./quantity.ts";
import type { Criterion } from "./scheme-criterion.ts";

/** What scoring a group in a pool looks at besides the areas. */
export interface Scene {
  readonly sources: Sources;
  /** The result of the year before, by area. */
  readonly lastYear: ReadonlyMap<string, EarlierResult>;
  /** What some group is composed of: `criterion 1.2`. */
  readonly referred: ReadonlySet<string>;
  readonly refusals: Refusal[];
}

/** One area on one criterion: the points by the rule, or what is lacking and how that was settled. */
export interface Cell {
  readonly points: Exact | null;
  readonly lack: LackReason | null;
  readonly settled: MissingScore | null;
}

interface Place {
  readonly area: string;
  readonly criterion: Criterion;
}

/** Puts what forbids the run on its list; gives the lack that the policy is to settle, or null where it is refused. */
export function refuseLacks(against: readonly NoValue[], { area, criterion }: Place, scene: Scene): LackReason | null {
  const isStrict = criterion.missing === "refuse";
  let first: LackReason | null = null;
  let isRefused = isStrict;
  for (const one of against) {
    if (one.kind === "lack") first ??= one.reason;
    if (one.kind === "refused") isRefused = true;
    if (one.kind === "lack" && !isStrict) continue;
    const code: RefusalCode = one.kind === "lack" ? one.reason : one.code;
    scene.refusals.push({ code, area, criterion: criterion.code, figures: one.figures });
  }
  return isRefused ? null : first;
}

/** What does not apply is never scored as 0, whatever the policy says of figures that are missing. */
function settle(lack: LackReason, { missing }: Criterion, input: Parameters<typeof settleMissing>[1]): MissingScore {
  if (missing === "refuse") return { kind: "excluded" };
  const policy = lack === "not-applicable" && missing !== "redistribute" ? "not-applicable" : missing;
  return settleMissing(policy, input);
}

interface PoolPlace extends Place {
  /** Which shares of their weight the others of the pool got. */
  readonly pool: readonly Exact[];
  /** By the park type alone. */
  readonly weight: Exact;
}

/** Codes are free text, and every object has a `constructor`. */
const figureOf = (record: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(record, code) ? record[code] : undefined;

function lastYearOf(result: EarlierResult | undefined, criterion: string): LastYear | null {
  const points = figureOf(result?.points ?? {}, criterion);
  if (points === undefined) return null;
  const weight = exact(figureOf(result?.weights ?? {}, criterion) ?? "0");
  return { points: exact(points), weight: weight.gt(0) ? weight : null };
}

/** Settles what lacks by the criterion's policy; or refuses the run. */
export function settleCell(cell: Cell, { area, criterion, pool, weight }: PoolPlace, scene: Scene): Cell {
  if (cell.lack === null) return cell;
  const lastYear = lastYearOf(scene.lastYear.get(area), criterion.code);
  const settled = settle(cell.lack, criterion, { pool, lastYear, weight, isOpen: isOpenRule(criterion.scorer) });
  const code = settled.kind === "unsettled" ? settled.reason : cell.lack;
  const isRefused = settled.kind === "unsettled" || criterion.missing === "refuse";
  if (isRefused) scene.refusals.push({ code, area, criterion: criterion.code, figures: {} });
  return { ...cell, settled };
}
