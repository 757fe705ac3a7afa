import { findAccount, getPolicy } from "@yuanbiao/db/queries/account";
import { listBridges } from "@yuanbiao/db/queries/caliber";
import { listChecks } from "@yuanbiao/db/queries/check";
import {
  findEvaluation,
  listAssessmentEntries,
  listObjections,
  listPanelScores,
  listPanels,
} from "@yuanbiao/db/queries/evaluation";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { findReport, listReportLines, listVerifications } from "@yuanbiao/db/queries/report";
import { findRound } from "@yuanbiao/db/queries/round";
import { findScheme } from "@yuanbiao/db/queries/scheme";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { Store } from "@yuanbiao/db/store";

type Params = Readonly<Record<string, string>>;
type Found = { readonly version: number } | undefined;
type Finder = (store: Store, params: Params, account: string) => Promise<Found>;

const now = { asOf: null };
const figures = { asOf: null, publishedBy: null };

/** Whose version the If-Match of a route names: the first that the path begins with. */
const finders: readonly (readonly [string, Finder])[] = [
  [
    "/api/reports/{id}/lines/{indicator}/verification",
    async (store, { id = "", indicator }) =>
      (await listVerifications(store, now, [id])).find((one) => one.indicator === indicator),
  ],
  [
    "/api/reports/{id}/lines/{indicator}",
    async (store, { id = "", indicator = "" }) =>
      (await listReportLines(store, now, { reports: [id], indicators: [indicator] }))[0],
  ],
  ["/api/reports/{id}", (store, { id = "" }) => findReport(store, now, id)],
  ["/api/rounds/{code}", (store, { code = "" }) => findRound(store, now, code)],
  ["/api/schemes/{code}", (store, { code = "" }) => findScheme(store, now, code)],
  ["/api/checks/{code}", async (store, { code }) => (await listChecks(store, now)).find((one) => one.code === code)],
  ["/api/accounts/{account}", (store, { account = "" }) => findAccount(store, account)],
  ["/api/policy", getPolicy],
  ["/api/observations/{id}", async (store, { id = "" }) => (await listObservations(store, figures, { ids: [id] }))[0]],
  [
    "/api/evaluations/{assessment}/entries",
    async (store, { assessment = "", area, code }) =>
      (await listAssessmentEntries(store, now, assessment)).find((one) => one.area === area && one.code === code),
  ],
  ["/api/evaluations/{id}", (store, { id = "" }) => findEvaluation(store, now, id)],
  [
    "/api/panels/{assessment}/{criterion}/scores",
    async (store, { assessment = "", criterion, area }, judge) =>
      (await listPanelScores(store, now, { assessment, judge })).find(
        (one) => one.criterion === criterion && one.area === area,
      ),
  ],
  [
    "/api/panels/{assessment}/{criterion}",
    async (store, { assessment = "", criterion }) =>
      (await listPanels(store, now, assessment)).find((one) => one.criterion === criterion),
  ],
  ["/api/objections/{id}", async (store, { id = "" }) => (await listObjections(store, now, { ids: [id] }))[0]],
  ["/api/evidence/{id}", async (store, { id = "" }) => (await listEvidence(store, now, { ids: [id] }))[0]],
  [
    "/api/bridges",
    async (store, { target = "", indicator, area, caliber }) =>
      (await listBridges(store, now, { targets: [target] })).find(
        (one) => one.indicator === indicator && one.area === area && one.caliber === caliber,
      ),
  ],
  ["/api/decisions/{id}", async (store, { id = "" }) => (await listTargets(store, now, { ids: [id] }))[0]],
];

/** The version that a write must name at this moment; 0 where there is nothing yet. */
export async function versionOf(store: Store, path: string, params: Params, account: string): Promise<number> {
  const finder = finders.find(([start]) => path.startsWith(start))?.[1];
  // What no store can look for (a zero byte) has no version.
  const isAskable = Object.values(params).every((param) => !param.includes("\0"));
  return finder === undefined || !isAskable ? 0 : ((await finder(store, params, account))?.version ?? 0);
}
