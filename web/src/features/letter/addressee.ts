import type { Missing } from "../../api.ts";

/** A department and what it owes in one city. */
export interface Addressee {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly items: readonly Missing[];
}

/** Who can be asked for what is missing, who owes most first; what nobody is named for is left out. */
export function addresseesOf(missing: readonly Missing[], cityOf: (area: string) => string | undefined): Addressee[] {
  const found = new Map<string, Addressee>();
  for (const item of missing) {
    const city = cityOf(item.area.code);
    if (item.owes === null || city === undefined) continue;
    const { code, name } = item.owes.department;
    const known = found.get(`${city} ${code}`);
    found.set(`${city} ${code}`, { code, name, city, items: [...(known?.items ?? []), item] });
  }
  return [...found.values()].sort((a, b) => b.items.length - a.items.length || (a.code < b.code ? -1 : 1));
}
