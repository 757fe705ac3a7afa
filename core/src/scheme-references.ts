import type { Scheme } from "./scheme.ts";
import type { Binding, Group } from "./scheme-criterion.ts";

/** The group whose points an input rests on: a criterion's points are settled with its group. */
export function referredGroup(binding: Binding, groups: readonly Group[]): Group | undefined {
  if (binding.from === "group") return groups.find(({ code }) => code === binding.code);
  if (binding.from !== "criterion") return undefined;
  return groups.find(({ criteria }) => criteria.some(({ code }) => code === binding.code));
}

/** The groups that a group's criteria are composed of. */
function foundations(group: Group, groups: readonly Group[]): Group[] {
  const bindings = group.criteria.flatMap(({ inputs }) => Object.values(inputs));
  return [...new Set(bindings.flatMap((binding) => referredGroup(binding, groups) ?? []))];
}

/** Groups in an order in which each comes after those it is composed of, and every ring that forbids one. */
export interface GroupOrder {
  readonly order: readonly Group[];
  /** Codes of groups that rest on each other, the first one repeated at the end. */
  readonly rings: readonly (readonly string[])[];
}

export function orderGroups({ groups }: Pick<Scheme, "groups">): GroupOrder {
  const [order, rings]: [Set<Group>, string[][]] = [new Set(), []];
  const visit = (group: Group, above: readonly Group[]): void => {
    const from = above.indexOf(group);
    if (from >= 0) rings.push([...above.slice(from), group].map(({ code }) => code));
    if (from >= 0 || order.has(group)) return;
    for (const below of foundations(group, groups)) visit(below, [...above, group]);
    order.add(group);
  };
  for (const group of groups) visit(group, []);
  return { order: [...order], rings };
}
