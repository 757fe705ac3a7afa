import type { Scheme } from "@yuanbiao/core/scheme";
import type { Supposition } from "./request.ts";

export const supposedKinds = ["figures", "targets", "weights", "counts"] as const;
export type SupposedKind = (typeof supposedKinds)[number];

/** One thing that is supposed: of an area (but for weights), about a criterion's code or that of something counted. */
export interface Supposed {
  readonly kind: SupposedKind;
  readonly area: string;
  readonly code: string;
  readonly value: string;
}

/** What may be supposed about: by code, with its name as it is said. */
export interface Supposable {
  readonly code: string;
  readonly name: string;
}

type Words = Pick<Scheme, "groups" | "adjustments" | "vetoes">;
const called = ({ name, nameEn }: { name: string; nameEn: string | null }, isEnglish: boolean): string =>
  isEnglish ? (nameEn ?? name) : name;

/** What a scheme lets one suppose about, by kind: criteria that ask for an indicator, all criteria, what is counted. */
export function supposables({ groups, adjustments }: Words, kind: SupposedKind, isEnglish: boolean): Supposable[] {
  const named = (one: { code: string; name: string; nameEn: string | null }): Supposable => ({
    code: one.code,
    name: called(one, isEnglish),
  });
  if (kind === "counts") return adjustments.items.map(named);
  const criteria = groups.flatMap((group) => group.criteria);
  return (kind === "weights" ? criteria : criteria.filter(({ indicator }) => indicator !== null)).map(named);
}

/** What is sent; whatever the scheme does not know any more is left out. The later of two about one place counts. */
export function suppositionOf(list: readonly Supposed[], { groups }: Pick<Scheme, "groups">): Supposition {
  const last = [...new Map(list.map((one) => [`${one.kind} ${one.area} ${one.code}`, one])).values()];
  const of = (kind: SupposedKind): Supposed[] => last.filter((one) => one.kind === kind);
  const criteria = groups.flatMap((group) => group.criteria.map((criterion) => ({ group: group.code, criterion })));
  const found = (code: string) => criteria.filter(({ criterion }) => criterion.code === code);
  const valued = (kind: "figures" | "targets") =>
    of(kind).flatMap(({ area, code, value }) =>
      found(code).flatMap(({ criterion: { indicator } }) => (indicator === null ? [] : [{ area, indicator, value }])),
    );
  return {
    figures: valued("figures"),
    targets: valued("targets"),
    weights: of("weights").flatMap(({ code, value }) =>
      found(code).map(({ group }) => ({ group, criterion: code, weight: value })),
    ),
    counts: of("counts").map(({ area, code, value }) => ({ area, code, count: Number(value) })),
  };
}
