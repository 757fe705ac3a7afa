import type { Scheme } from "./scheme.ts";
import type { Mark } from "./scheme-criterion.ts";

/** A 待核 mark at its place in the scheme: `groups[0].criteria[2].weight`. */
export interface UnverifiedPlace {
  readonly path: string;
  readonly reason: string;
  readonly reasonEn: string | null;
}

const placed = (above: string, marks: readonly Mark[]): UnverifiedPlace[] =>
  marks.map(({ field, reason, reasonEn }) => ({ path: `${above}${field}`, reason, reasonEn }));

/** Every place for which no source gives a value (待核): such a scheme may be shown, compared and tried, not published. */
export function unverifiedPlaces({ groups, unverified }: Pick<Scheme, "groups" | "unverified">): UnverifiedPlace[] {
  return [
    ...placed("", unverified),
    ...groups.flatMap((group, at) => [
      ...placed(`groups[${at}].`, group.unverified),
      ...group.criteria.flatMap((own, under) => placed(`groups[${at}].criteria[${under}].`, own.unverified)),
    ]),
  ];
}
