import { expect, test } from "vitest";
import { commit } from "../commit.ts";
import type { Noun, Records, Versioned } from "../nouns.ts";
import { listAreas, listMemberships } from "../queries/area.ts";
import { listBridges, listCalibers } from "../queries/caliber.ts";
import { listChanges } from "../queries/change.ts";
import { listChecks } from "../queries/check.ts";
import { listConflicts } from "../queries/conflict.ts";
import { getDataset } from "../queries/dataset.ts";
import { listDecisions } from "../queries/decision.ts";
import { listDepartments } from "../queries/department.ts";
import { listDocuments } from "../queries/document.ts";
import {
  listAssessmentEntries,
  listEvaluations,
  listObjections,
  listPanelScores,
  listPanels,
} from "../queries/evaluation.ts";
import { listEvidence } from "../queries/evidence.ts";
import { listIndicators } from "../queries/indicator.ts";
import { listLetters } from "../queries/letter.ts";
import { listLightRules } from "../queries/light-rule.ts";
import { listObservations, listObservationVersions } from "../queries/observation.ts";
import { listReportLines, listReports, listVerifications } from "../queries/report.ts";
import { listRounds } from "../queries/round.ts";
import { listSchemes } from "../queries/scheme.ts";
import { listTargets } from "../queries/target.ts";
import { listTasks } from "../queries/task.ts";
import { planVersions } from "../revise.ts";
import type { Reader } from "../store.ts";
import type { Open } from "./opened.ts";
import { commitFigures, commitPark, entryOf, everything, planFigures } from "./opened.ts";
import { sampleObservation, samples, sampleTarget } from "./samples.ts";

type Lists = { readonly [N in Noun]: (reader: Reader) => Promise<Versioned<Records[N]>[]> };
const now = { asOf: null };
const lists: Lists = {
  document: (reader) => listDocuments(reader, now),
  department: (reader) => listDepartments(reader, now),
  area: (reader) => listAreas(reader, now),
  membership: (reader) => listMemberships(reader, now),
  indicator: (reader) => listIndicators(reader, now),
  caliber: (reader) => listCalibers(reader, now),
  target: (reader) => listTargets(reader, now),
  bridge: (reader) => listBridges(reader, now),
  observation: (reader) => listObservations(reader, everything),
  conflict: (reader) => listConflicts(reader, now),
  task: (reader) => listTasks(reader, now),
  lightRule: (reader) => listLightRules(reader, now),
  round: (reader) => listRounds(reader, now),
  report: (reader) => listReports(reader, now),
  reportLine: (reader) => listReportLines(reader, now, {}),
  verification: (reader) => listVerifications(reader, now, ["2026Q1.park"]),
  check: (reader) => listChecks(reader, now),
  evidence: (reader) => listEvidence(reader, now, {}),
  decision: (reader) => listDecisions(reader, now),
  letter: (reader) => listLetters(reader, now),
  scheme: (reader) => listSchemes(reader, now),
  evaluation: (reader) => listEvaluations(reader, now),
  panel: (reader) => listPanels(reader, now),
  panelScore: (reader) => listPanelScores(reader, now, { assessment: "e2018" }),
  assessmentEntry: (reader) => listAssessmentEntries(reader, now, "e2018"),
  objection: (reader) => listObjections(reader, now),
};
const nouns = Object.keys(lists).filter((noun): noun is Noun => noun in samples);
const change = { reason: "other", note: "again" } as const;

/** A clock that tells the given instants one after the other, then the last one. */
function clockOf(...instants: string[]): () => Date {
  let index = -1;
  return () => {
    index = Math.min(index + 1, instants.length - 1);
    return new Date(instants[index] ?? 0);
  };
}

const first = "2026-01-01T00:00:00.000Z";
const second = "2026-02-01T00:00:00.000Z";

/** What is stored comes back as it was, on every engine in the same letters, and every earlier state with it. */
export function historyContract(open: Open): void {
  test.each(nouns)("a stored %s comes back in the same letters", async (noun) => {
    const { store } = await open(clockOf(first));
    const plan = planVersions(noun, { current: [], incoming: samples[noun] }, change);
    await commitPark(store, plan.statements);
    const rows = await lists[noun](store);
    const version = { version: 1, recordedAt: first, recordedBy: "tester", changeReason: "first", changeNote: null };
    expect(JSON.stringify(rows)).toBe(JSON.stringify(samples[noun].map((record) => ({ ...record, ...version }))));
    const again = planVersions(noun, { current: rows, incoming: samples[noun] }, change);
    expect(again).toMatchObject({ statements: [], added: 0, revised: 0, unchanged: rows.length });
  });

  test("a correction is a new version, and asOf shows what was known", async () => {
    const { store } = await open(clockOf(first, second));
    await commitFigures(store, [sampleObservation()]);
    await commitFigures(store, [sampleObservation({ value: "11.2" })]);
    const valueAsOf = async (asOf: string | null) =>
      (await listObservations(store, { asOf, publishedBy: null })).map(({ value, version }) => [value, version]);
    expect(await valueAsOf("2025-12-31T23:59:59.999Z")).toEqual([]);
    expect(await valueAsOf(first)).toEqual([["10.8", 1]]);
    expect(await valueAsOf("2026-01-31T23:59:59.999Z")).toEqual([["10.8", 1]]);
    expect(await valueAsOf(second)).toEqual([["11.2", 2]]);
    expect(await valueAsOf(null)).toEqual([["11.2", 2]]);
    const versions = await listObservationVersions(store, "figure-1");
    expect(versions.map(({ changeReason, changeNote }) => [changeReason, changeNote])).toEqual([
      ["first", null],
      ["verification", "核定"],
    ]);
    expect(await getDataset(store)).toEqual({ version: 2, recordedAt: second });
  });

  test("a figure that moves to another area keeps its history", async () => {
    const { store } = await open();
    await commitFigures(store, [sampleObservation()]);
    const statements = await planFigures(store, [sampleObservation({ area: "zone" })]);
    expect(await commit(store, { actor: "t", statements, audit: [entryOf("park"), entryOf("zone")] })).toMatchObject({
      ok: true,
    });
    expect((await listObservations(store, everything)).map(({ area, version }) => [area, version])).toEqual([
      ["zone", 2],
    ]);
    const versions = await listObservationVersions(store, "figure-1");
    expect(versions.map(({ area, version }) => [area, version])).toEqual([
      ["park", 1],
      ["zone", 2],
    ]);
  });

  test("changes since an instant come newest first with the version before", async () => {
    const { store } = await open(clockOf(first, second));
    const targets = planVersions("target", { current: [], incoming: [sampleTarget()] }, change);
    const figures = planVersions("observation", { current: [], incoming: [sampleObservation()] }, change);
    await commitPark(store, [...targets.statements, ...figures.statements]);
    await commitFigures(store, [sampleObservation({ value: "11.2" })]);
    const seen = async (since: string, until: string, limit: number) =>
      (await listChanges(store, { since, until }, limit)).map(({ noun, before, after }) => [
        noun,
        before?.value ?? null,
        after.value,
      ]);
    const all = [
      ["observation", "10.8", "11.2"],
      ["target", null, "30"],
      ["observation", null, "10.8"],
    ];
    expect(await seen("2025", second, 10)).toEqual(all);
    expect(await seen(first, second, 10)).toEqual(all.slice(0, 1));
    expect(await seen("2025", first, 10)).toEqual(all.slice(1));
    expect(await seen("2025", second, 2)).toEqual(all.slice(0, 2));
  });

  test("instants grow although the clock steps back", async () => {
    const { store } = await open(clockOf(second, first, first));
    const figure = (value: string) => commitFigures(store, [sampleObservation({ value })]);
    const commits = [await figure("1"), await figure("2"), await figure("3")];
    expect(commits.map((done) => (done.ok ? done.recordedAt : null))).toEqual([
      "2026-02-01T00:00:00.000Z",
      "2026-02-01T00:00:00.001Z",
      "2026-02-01T00:00:00.002Z",
    ]);
  });
}
