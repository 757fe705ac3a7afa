import { listAreas } from "@yuanbiao/db/queries/area";
import { listCalibers } from "@yuanbiao/db/queries/caliber";
import { listChecks } from "@yuanbiao/db/queries/check";
import { listDepartments } from "@yuanbiao/db/queries/department";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { listEvaluations, listObjections } from "@yuanbiao/db/queries/evaluation";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { listIndicators } from "@yuanbiao/db/queries/indicator";
import { listLetters } from "@yuanbiao/db/queries/letter";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listReports } from "@yuanbiao/db/queries/report";
import { listRounds } from "@yuanbiao/db/queries/round";
import { listSchemes } from "@yuanbiao/db/queries/scheme";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { Context } from "@yuanbiao/server/context";
import { askers, keyIds } from "./people.ts";
import { extraPeople } from "./template.ts";

const now = { asOf: null };
const figures = { asOf: null, publishedBy: null };
const mostFigures = 60;

/** Real names of what is in the store, by noun. */
export async function readIds(context: Context) {
  const { store } = context;
  const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const objections = await listObjections(store, now);
  const reports = await listReports(store, now);
  const schemes = await listSchemes(store, now);
  const criteria = schemes.flatMap(({ body }) => body.groups.flatMap((group) => codes(group.criteria)));
  const targets = await listTargets(store, now);
  const observations = await listObservations(store, { ...figures }, { role: "adopted" });
  return {
    areas: codes(await listAreas(store, now)),
    indicators: codes(await listIndicators(store, now)),
    calibers: codes(await listCalibers(store, now)),
    departments: codes(await listDepartments(store, now)),
    documents: codes(await listDocuments(store, now)),
    rounds: codes(await listRounds(store, now)),
    checks: codes(await listChecks(store, now)),
    schemes: codes(schemes),
    criteria: [...new Set(criteria)],
    evaluations: ids(await listEvaluations(store, now)),
    objections,
    reports: ids(reports),
    letters: ids(await listLetters(store, now)),
    evidence: ids(await listEvidence(store, now, { reports: ids(reports) })),
    targets,
    observations: ids(observations).slice(-mostFigures),
    keys: await keyIds(context),
    accounts: [...ids(extraPeople), ...ids(extraPeople), ...askers.filter((name) => !name.includes(":"))],
  };
}
export type Ids = Awaited<ReturnType<typeof readIds>> & { readonly jobs: readonly string[] };

/** Real values of a field or parameter by its name. */
export function realValues(known: Ids): Readonly<Record<string, readonly string[]>> {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return {
    ...{ area: known.areas, indicator: known.indicators, caliber: known.calibers, city: ["yunxi"] },
    ...{ department: known.departments, document: known.documents, scheme: known.schemes, from: known.schemes },
    ...{ criterion: known.criteria, evaluation: known.evaluations, report: known.reports, target: ids(known.targets) },
    ...{ round: known.rounds, account: known.accounts, judge: ["expert", "expert2", "expert3"], type: ["park"] },
    ...{ evidence: known.evidence, with: [...known.schemes, ...known.evaluations], username: known.accounts },
    ...{ assessment: known.evaluations, judges: ["expert", "expert2"] },
  };
}

/** Real values of the parameters of a path, by the noun that it names. */
export function pathValues(path: string, known: Ids): Readonly<Record<string, readonly string[]>> {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const byNoun: Readonly<Record<string, readonly string[]>> = {
    ...{ areas: known.areas, targets: ids(known.targets), observations: known.observations, rounds: known.rounds },
    ...{ reports: known.reports, decisions: ids(known.targets), objections: ids(known.objections) },
    ...{ evidence: known.evidence, checks: known.checks, schemes: known.schemes, evaluations: known.evaluations },
    ...{ announcements: known.evaluations, letters: known.letters, keys: known.keys, accounts: known.accounts },
    jobs: known.jobs,
  };
  const own = byNoun[path.split("/")[2] ?? ""] ?? [];
  return { ...realValues(known), id: own, code: path.includes("/entries/") ? ["award", "late-report"] : own };
}
