import type { Missing, ReportSummary } from "../../api.ts";

/** What a letter may ask for: what a target lacks, or a report that was not sent. */
export type Asked =
  | { readonly kind: "target"; readonly id: string; readonly missing: Missing }
  | { readonly kind: "report"; readonly id: string; readonly report: ReportSummary };

/** A department, or the body that runs an area, and what it owes in one city. */
export interface Addressee {
  readonly kind: "department" | "area";
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly items: readonly Asked[];
}

type CityOf = (area: string) => string | undefined;
const byOwed = (a: Addressee, b: Addressee): number => b.items.length - a.items.length || (a.code < b.code ? -1 : 1);

/** Puts what is asked under whom it is asked of; a target that lacks two things is asked for once. */
function gathered(found: Map<string, Addressee>, addressee: Omit<Addressee, "items">, item: Asked): void {
  const key = `${addressee.city} ${addressee.code}`;
  const known = found.get(key)?.items ?? [];
  if (known.some(({ id }) => id === item.id)) return;
  found.set(key, { ...addressee, items: [...known, item] });
}

/** Who can be asked for what is missing, who owes most first; what nobody is named for is left out. */
export function addresseesOf(missing: readonly Missing[], cityOf: CityOf): Addressee[] {
  const found = new Map<string, Addressee>();
  for (const item of missing) {
    const city = cityOf(item.area.code);
    if (item.owes === null || city === undefined) continue;
    const { code, name } = item.owes.department;
    gathered(found, { kind: "department", code, name, city }, { kind: "target", id: item.target.id, missing: item });
  }
  return [...found.values()].sort(byOwed);
}

/** The parks whose reports have not reached the office. */
export function parksOf(reports: readonly ReportSummary[], cityOf: CityOf): Addressee[] {
  const found = new Map<string, Addressee>();
  for (const report of reports) {
    const city = cityOf(report.area.code);
    const isOwed = report.state === "draft" || report.state === "returned";
    if (!isOwed || city === undefined) continue;
    gathered(found, { kind: "area", ...report.area, city }, { kind: "report", id: report.id, report });
  }
  return [...found.values()].sort(byOwed);
}
