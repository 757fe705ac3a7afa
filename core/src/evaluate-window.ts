import type { AreaResult, Held } from "./evaluate-bar.ts";
import type { EarlierResult } from "./evaluate-facts.ts";
import { applyEffect } from "./evaluate-grade.ts";
import type { Scheme } from "./scheme.ts";
import type { WindowRule } from "./scheme-rules.ts";

type Placed = Pick<EarlierResult, "rank" | "ranked" | "grade">;
/** Earlier results by area and year: `A 2017`. */
type Earlier = ReadonlyMap<string, EarlierResult>;

function passes({ test }: WindowRule, { rank, ranked, grade }: Placed): boolean {
  if (test.kind === "grade") return grade !== null && test.grades.includes(grade);
  if (rank === null) return false;
  return test.kind === "first" ? rank <= test.places : rank > ranked - test.places;
}

const indexEarlier = (earlier: readonly EarlierResult[]): Earlier =>
  new Map(earlier.map((result) => [`${result.area} ${result.year}`, result]));

/** The rule with the years that make it hold: "in two of three years among the last five". */
function heldBy(area: AreaResult, rule: WindowRule, { year, known }: { year: number; known: Earlier }): Held[] {
  const years = Array.from({ length: rule.years }, (_, back) => year - back);
  const results = years.map((own, back) => (back === 0 ? area : known.get(`${area.area} ${own}`)));
  const held = years.filter((_, at) => {
    const result = results[at];
    return result !== undefined && passes(rule, result);
  });
  const unknown = results.filter((result) => result === undefined).length;
  return held.length < rule.atLeast ? [] : [{ code: rule.code, years: held, unknown }];
}

/** Who loses the right to a place by a rule over years, with every rule that holds for it; by the places given first. */
export function barByWindows(
  areas: readonly AreaResult[],
  { windows, evaluationYear: year }: Scheme,
  earlier: readonly EarlierResult[],
): ReadonlyMap<string, readonly Held[]> {
  const barring = new Set(windows.filter(({ effect }) => effect.kind === "ineligible").map(({ code }) => code));
  if (barring.size === 0) return new Map();
  const known = indexEarlier(earlier);
  const barred = new Map<string, readonly Held[]>();
  for (const area of areas) {
    const held = windows.flatMap((rule) => heldBy(area, rule, { year, known }));
    if (held.some(({ code }) => barring.has(code))) barred.set(area.area, held);
  }
  return barred;
}

interface Windowed {
  readonly earlier: readonly EarlierResult[];
  /** Who has lost the right already; nobody else loses it for moving up or down thereby. */
  readonly barred: ReadonlyMap<string, readonly Held[]>;
}

/** Says which rules over years hold, and does what they do to grades; places are those of who kept the right. */
export function applyWindows(
  areas: readonly AreaResult[],
  scheme: Scheme,
  { earlier, barred }: Windowed,
): AreaResult[] {
  const rules = scheme.windows.filter(({ effect }) => effect.kind !== "ineligible");
  const known = indexEarlier(earlier);
  return areas.map((area) => {
    const own = barred.get(area.area);
    if (own !== undefined) return { ...area, windows: own };
    let now = area;
    for (const rule of rules) {
      const held = heldBy(area, rule, { year: scheme.evaluationYear, known });
      if (held.length === 0) continue;
      const after = rule.effect.kind === "warn" ? now : applyEffect(now, rule.effect, scheme);
      now = { ...after, windows: [...now.windows, ...held] };
    }
    return now;
  });
}
