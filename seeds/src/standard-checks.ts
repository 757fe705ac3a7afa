import type { Check } from "@yuanbiao/core/check";
import { commit } from "@yuanbiao/db/commit";
import { wasLoaded } from "@yuanbiao/db/queries/dataset";
import { planVersions } from "@yuanbiao/db/revise";
import type { Store } from "@yuanbiao/db/store";

const unnoted = { note: null, noteEn: null } as const;

/** What every report is checked for until the office says otherwise: they are data, and may be changed or switched off. */
export const standardChecks: Check[] = [
  {
    ...{ code: "required", name: "必填项", nameEn: "Every line is answered", severity: "hard", indicators: [] },
    rule: { kind: "required", accepts: ["not-reported", "not-applicable"] },
    active: true,
    note: "没有数的，请选“未报”或“不适用”。",
    noteEn: "Where there is no figure, say not reported or not applicable.",
  },
  {
    ...{ code: "swing-same-period", name: "同比波动超过30%", nameEn: "Over 30 % from last year", severity: "soft" },
    indicators: [],
    rule: { kind: "swing", against: "same-period", percent: "30" },
    active: true,
    ...unnoted,
  },
  {
    ...{ code: "other-source", name: "与已公布数不一致", nameEn: "Differs from what is published", severity: "soft" },
    indicators: [],
    rule: { kind: "other-source", percent: "0" },
    active: true,
    ...unnoted,
  },
];

/** What came with a later version: a store that has the first ones gets these as well. */
export const shareChecks: Check[] = [
  {
    ...{ code: "share-parts", name: "占比与分子分母不符", nameEn: "A share contradicts its parts", severity: "soft" },
    indicators: [],
    rule: { kind: "parts", tolerance: "0" },
    active: true,
    ...unnoted,
  },
];

/** Stores checks once in the life of a store: what the office changes afterwards is not undone by a start. */
export async function loadChecks(store: Store, checks: readonly Check[], digest: string): Promise<void> {
  if (await wasLoaded(store, digest)) return;
  const plan = planVersions("check", { current: [], incoming: checks }, { reason: "other", note: null });
  const after = checks.map(({ code }) => code);
  await commit(store, {
    actor: "system",
    statements: [...plan.statements, { insert: "seedLoad", rows: [{ digest, folder: "checks" }] }],
    audit: [{ area: "system", action: "load-checks", subject: null, detail: { after } }],
  });
}

export async function loadStandardChecks(store: Store): Promise<void> {
  await loadChecks(store, standardChecks, "standard-checks-1");
  await loadChecks(store, shareChecks, "standard-checks-2");
}
