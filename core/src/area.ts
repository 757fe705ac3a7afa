import { z } from "zod";
import { Code, named } from "./code.ts";
import { PartialDay } from "./day.ts";

/** region is above the city (自治区, 全国) and only ever a yardstick. */
export const areaKinds = ["region", "city", "district", "park", "zone", "enterprise", "business"] as const;
export type AreaKind = (typeof areaKinds)[number];

/** Whom a figure is about. `openEnded`: the members are not all named (等), so coverage k of m has no m. */
export const Area = z.object({
  code: Code,
  ...named,
  kind: z.enum(areaKinds),
  /** The city whose data folder this is: what a leader switches between. */
  city: Code,
  aliases: z.array(z.string().min(1)),
  openEnded: z.boolean(),
  from: PartialDay.nullable(),
  to: PartialDay.nullable(),
  /** The department that runs it, where one does. */
  department: Code.nullable(),
  note: z.string().min(1).nullable(),
  noteEn: z.string().min(1).nullable(),
});
export type Area = z.infer<typeof Area>;

/** administrative 隶属, member 示范区成员, statistical 统计口径纳入, owned 企业所属业务. */
export const membershipKinds = ["administrative", "member", "statistical", "owned"] as const;
export const membershipRoles = ["core", "covered"] as const;
/** Where a membership comes from: the text, the name alone, or neither (待核). */
export const membershipBases = ["text", "name", "unverified"] as const;

/** One area belongs to another, from and to a date where one is known. */
export const Membership = z.object({
  area: Code,
  parent: Code,
  kind: z.enum(membershipKinds),
  role: z.enum(membershipRoles).nullable(),
  basis: z.enum(membershipBases),
  from: PartialDay.nullable(),
  to: PartialDay.nullable(),
  document: Code.nullable(),
  clause: z.string().min(1).nullable(),
});
export type Membership = z.infer<typeof Membership>;

/**
 * Two of some areas of which one lies within the other, by any chain of memberships; null where none does. Overlapping
 * scopes are never added (design section 2).
 */
export function findOverlap(
  areas: readonly string[],
  memberships: readonly Pick<Membership, "area" | "parent">[],
): readonly [inner: string, outer: string] | null {
  const chosen = new Set(areas);
  for (const inner of areas) {
    const above = new Set([inner]);
    for (const one of above) {
      for (const { area, parent } of memberships) {
        if (area !== one || above.has(parent)) continue;
        if (chosen.has(parent)) return [inner, parent];
        above.add(parent);
      }
    }
  }
  return null;
}
