import type { FigureClass } from "./access.ts";
import { figureClasses, type ValueState } from "./observation.ts";
import { isSuppressed } from "./roll-up.ts";

/** Whether a reader with a clearance may read figures of a class: public < internal < restricted. */
export function mayRead(figureClass: FigureClass, clearance: FigureClass): boolean {
  return figureClasses.indexOf(figureClass) <= figureClasses.indexOf(clearance);
}

/** An aggregate over enterprises; null for their number where the figure is none, or nobody counted them. */
export interface Aggregate {
  readonly value: string | null;
  readonly enterprises: number | null;
}

/** few-enterprises: fewer than three stand behind it; complementary: it would give another one away. */
export const suppressions = ["few-enterprises", "complementary"] as const;
export type Suppression = (typeof suppressions)[number];

/** What a reader gets: the value is null where it is suppressed, and where there is none. */
export interface Shown {
  readonly value: string | null;
  readonly suppressed: Suppression | null;
}

/** An enterprise's own figures are restricted: who reads those learns nothing new from an aggregate of two. */
function maySeeEnterprises(clearance: FigureClass): boolean {
  return mayRead("restricted", clearance);
}

function revealsFew({ value, enterprises }: Aggregate): boolean {
  return value !== null && enterprises !== null && isSuppressed(enterprises);
}

/**
 * An aggregate as a reader may see it: withheld from whoever may not see enterprises where it is over fewer than three
 * (none included). 统计法 (2009 修订) 第二十五条 forbids giving away what identifies or lets one infer a single respondent;
 * with two, either one finds the other by subtracting itself. A figure without a count is not withheld here.
 */
export function suppressAggregate(aggregate: Aggregate, clearance: FigureClass): Shown {
  const isWithheld = !maySeeEnterprises(clearance) && revealsFew(aggregate);
  return { value: isWithheld ? null : aggregate.value, suppressed: isWithheld ? "few-enterprises" : null };
}

/** One part of a total that is shown. */
export interface Part extends Aggregate {
  readonly code: string;
}

/** Fewest enterprises first, then by code; parts that nobody counted last. */
function bySize(a: Part, b: Part): number {
  const order = (a.enterprises ?? Number.POSITIVE_INFINITY) - (b.enterprises ?? Number.POSITIVE_INFINITY);
  if (order < 0 || order > 0) return order;
  return a.code < b.code ? -1 : 1;
}

/** Whether the total less the parts that are shown gives one part, or the sum of fewer than three enterprises. */
function isGivenAway(withheld: readonly Part[]): boolean {
  if (withheld.length === 0) return false;
  const isUncounted = withheld.some(({ enterprises }) => enterprises === null);
  const enterprises = withheld.reduce((sum, part) => sum + (part.enterprises ?? 0), 0);
  return withheld.length === 1 || (!isUncounted && isSuppressed(enterprises));
}

/**
 * The disjoint parts of a total that is shown, as a reader may see them: those over fewer than three enterprises are
 * withheld, and then the smallest others until subtraction no longer gives a part or the sum of fewer than three away.
 * A part without a value hides nothing. Where too few parts are there to hide among, the total itself is over too few.
 */
export function suppressParts<T extends Part>(parts: readonly T[], clearance: FigureClass): (T & Shown)[] {
  const reasons = new Map<string, Suppression>();
  if (!maySeeEnterprises(clearance)) {
    const withheld: Part[] = parts.filter(revealsFew);
    for (const { code } of withheld) reasons.set(code, "few-enterprises");
    const others = parts.filter((part) => part.value !== null && !revealsFew(part)).sort(bySize);
    for (const part of others) {
      if (!isGivenAway(withheld)) break;
      withheld.push(part);
      reasons.set(part.code, "complementary");
    }
  }
  return parts.map((part) => {
    const suppressed = reasons.get(part.code) ?? null;
    return { ...part, value: suppressed === null ? part.value : null, suppressed };
  });
}

interface CountedFigure {
  readonly state: ValueState;
  readonly value: string | null;
  readonly text: string | null;
  readonly textEn: string | null;
  readonly reportedGrowth: string | null;
  readonly priorComparable: string | null;
  readonly enterprises: number | null;
}

/** A figure as a reader may see it: over fewer than three enterprises it is not computable for them, and says nothing. */
export function withholdFigure<T extends CountedFigure>(figure: T, clearance: FigureClass): T {
  if (suppressAggregate(figure, clearance).suppressed === null) return figure;
  const blank = { value: null, text: null, textEn: null, reportedGrowth: null, priorComparable: null } as const;
  return { ...figure, ...blank, state: "not-computable" };
}

/** Whether a figure was withheld from its reader. */
export function isWithheld({ state, value, enterprises }: CountedFigure): boolean {
  return state === "not-computable" && value === null && enterprises !== null && isSuppressed(enterprises);
}
