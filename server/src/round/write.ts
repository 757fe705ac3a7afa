import { lockReport } from "@yuanbiao/core/filing";
import { type Report, reportId } from "@yuanbiao/core/report";
import { mayBecome, type Round, type RoundState, roundFaults } from "@yuanbiao/core/round";
import type { Statement } from "@yuanbiao/db/commit";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { listReports } from "@yuanbiao/db/queries/report";
import { findRound } from "@yuanbiao/db/queries/round";
import { planVersions } from "@yuanbiao/db/revise";
import type { Asker } from "../asker.ts";
import { type ChangeEntry, change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import { documentOf } from "../wire/round-document.ts";
import type { RoundBody } from "./shape.ts";

const now = { asOf: null };
const because = { reason: "other", note: null } as const;

function roundOf({ form, ...body }: RoundBody, state: RoundState): Round {
  return {
    ...body,
    formNumber: form.number,
    formIssuer: form.issuer,
    formApproval: form.approval,
    formValidUntil: form.validUntil,
    state,
  };
}

/** Codes that nothing is known by, areas of another city, an indicator without a unit. */
async function faultsOf(context: Context, round: Round): Promise<FieldFault[]> {
  const { areas, indicators, calibers } = await context.registries.at(null);
  const at = (field: string, code: string): FieldFault => ({ field, code });
  return [
    ...roundFaults(round),
    ...(areas.get(round.city) === undefined ? [at("city", "unknown-city")] : []),
    ...round.areas.flatMap((code, index) => {
      const area = areas.get(code);
      if (area === undefined) return [at(`areas.${index}`, "unknown-area")];
      return area.city === round.city ? [] : [at(`areas.${index}`, "area-of-another-city")];
    }),
    ...round.lines.flatMap(({ indicator, caliber }, index) => [
      ...(indicators.has(indicator) ? [] : [at(`lines.${index}.indicator`, "unknown-indicator")]),
      ...(indicators.get(indicator)?.measure === "milestone" ? [at(`lines.${index}.indicator`, "no-number")] : []),
      ...(calibers.has(caliber) ? [] : [at(`lines.${index}.caliber`, "unknown-caliber")]),
    ]),
  ];
}

/** Makes a round, as a draft that parks do not see, or changes one that is a draft. */
export async function writeRound(
  context: Context,
  asker: Asker,
  { body, ifMatch }: { body: RoundBody; ifMatch: number | null },
): Promise<void> {
  const round = roundOf(body, "draft");
  const standing = await findRound(context.store, now, round.code);
  if (ifMatch === null && standing !== undefined) throw taken("round-exists");
  if (ifMatch !== null && standing === undefined) throw new Refusal(404, "unknown-round");
  if (standing !== undefined && standing.version !== ifMatch) throw new Refusal(412, "stale-version");
  if (standing !== undefined && standing.state !== "draft") throw new Refusal(409, "round-not-draft");
  const faults = await faultsOf(context, round);
  if (faults.length > 0) throw new Refusal(422, "round-not-acceptable", faults);
  const plan = planVersions("round", { current: standing === undefined ? [] : [standing], incoming: [round] }, because);
  await change(context, asker, {
    statements: plan.statements,
    entries: [{ area: round.city, action: "round-write", subject: round.code, before: standing, after: round }],
  });
}

function taken(code: string): Refusal {
  return new Refusal(409, code, [{ field: "code", code }]);
}

/** Opens, closes or archives a round. Opening makes a report for each area; closing locks what was accepted. */
export async function moveRound(
  context: Context,
  asker: Asker,
  { code, state, ifMatch }: { code: string; state: RoundState; ifMatch: number },
): Promise<void> {
  const [round, reports] = await Promise.all([
    findRound(context.store, now, code),
    listReports(context.store, now, { rounds: [code] }),
  ]);
  if (round === undefined) throw new Refusal(404, "unknown-round");
  if (ifMatch !== round.version) throw new Refusal(412, "stale-version");
  if (!mayBecome(round.state, state)) throw new Refusal(409, "round-not-there");
  const after = { ...round, state };
  if (state === "archived") refuseUnderWay(reports);
  const moved = state === "open" ? await openingOf(context, asker, round) : closingOf(asker, reports);
  await change(context, asker, {
    statements: [
      // What comes in or is accepted meanwhile must not escape the close.
      ...reports.map((record) => ({ hold: "report", record }) as const),
      ...planVersions("round", { current: [round], incoming: [after] }, because).statements,
      ...moved,
    ],
    entries: entriesFor(round, state, moved.length > 0 ? round.areas : []),
  });
}

/** A round that is archived takes nothing any more: what somebody still has to answer keeps it from being put away. */
function refuseUnderWay(reports: readonly Report[]): void {
  const open = reports.filter(
    ({ state, request }) => state === "submitted" || state === "returned" || request !== null,
  );
  if (open.length === 0) return;
  const faults = open.slice(0, 100).map(({ area }) => ({ field: `areas.${area}`, code: "report-under-way" }));
  throw new Refusal(409, "reports-under-way", faults);
}

function entriesFor(round: Round, state: RoundState, areas: readonly string[]): [ChangeEntry, ...ChangeEntry[]] {
  const entry = (area: string): ChangeEntry => ({
    ...{ area, action: `round-${state}`, subject: round.code, before: { state: round.state }, after: { state } },
  });
  return [entry(round.city), ...areas.filter((area) => area !== round.city).map(entry)];
}

async function openingOf(context: Context, asker: Asker, round: Versioned<Round>): Promise<Statement[]> {
  const document = documentOf(round);
  const current = await listDocuments(context.store, now, [document.code]);
  const reports = round.areas.map((area) => blankReport(round, area));
  const events = reports.map((report) => eventRow(asker, report, "open"));
  return [
    ...planVersions("document", { current, incoming: [document] }, because).statements,
    ...planVersions("report", { current: [], incoming: reports }, because).statements,
    { insert: "reportEvent", rows: events },
  ];
}

function blankReport({ code, dueOn }: Round, area: string): Report {
  return {
    ...{ id: reportId(code, area), round: code, area, state: "draft", cycle: 1, dueOn },
    ...{ submittedBy: null, submittedAt: null, lateDays: null, approvedBy: null, approvedAt: null },
    ...{ acceptedBy: null, acceptedAt: null, supplement: false, request: null, correcting: null },
  };
}

function eventRow({ actor }: Asker, { id, area, cycle }: Report, action: "open" | "lock"): object {
  const who = { account: actor.account, name: actor.name, comment: null, indicators: [] };
  return { id: `${action}-${cycle}`, area, report: id, action, cycle, ...who };
}

function closingOf(asker: Asker, reports: readonly Versioned<Report>[]): Statement[] {
  const done = reports.flatMap((report) => {
    const filing = lockReport(report);
    return filing.ok ? [filing.report] : [];
  });
  if (done.length === 0) return [];
  const current = reports.filter(({ id }) => done.some((report) => report.id === id));
  return [
    ...planVersions("report", { current, incoming: done }, because).statements,
    { insert: "reportEvent", rows: done.map((report) => eventRow(asker, report, "lock")) },
  ];
}
