// Over a store of made-up figures: reports that are handed in, and an assessment that is tried and sealed. Says its times.
import { reportId } from "@yuanbiao/core/report";
import type { Scheme } from "@yuanbiao/core/scheme";
import type { Criterion } from "@yuanbiao/core/scheme-criterion";
import { commit } from "@yuanbiao/db/commit";
import { planVersions } from "@yuanbiao/db/revise";
import { nationalZones2021 } from "@yuanbiao/seeds/scheme-national";
import { makeContext } from "@yuanbiao/server/assemble";
import { makeStage } from "@yuanbiao/server/demo/stage";
import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import { ReportView } from "@yuanbiao/server/report/shape";
import { RoundView } from "@yuanbiao/server/round/shape";
import { pino } from "pino";
import { signIn } from "../support/signed-in.ts";
import { openPlace } from "./ground.ts";
import { median } from "./processes.ts";
import * as synthetic from "./synthetic.ts";

const [place = "", parkCount = "0"] = process.argv.slice(2);
const parks = Array.from({ length: Number(parkCount) }, (_, index) => synthetic.parkCode(index));
const filing = parks.slice(0, 12);
const warmUp = 3;
const store = await openPlace(place);
const context = makeContext({ store, clock: () => new Date(), logger: pino({ level: "silent" }) });
const stage = makeStage(context);
const because = { reason: "other", note: null } as const;

async function timeOf<T>(work: () => Promise<T>): Promise<[number, T]> {
  const begin = performance.now();
  const result = await work();
  return [performance.now() - begin, result];
}

/** What a clerk does: a block of 46 values, and handing it in. */
async function submissions(): Promise<{ save: number; submit: number }> {
  await signIn(context, "clerk", { account: "growth-clerk", areas: filing });
  await signIn(context, "coordinator", { account: "growth-office" });
  const code = "2026Q2";
  const lines = synthetic.indicators(synthetic.national).map(({ code: indicator }) => ({
    ...{ indicator, caliber: synthetic.caliber.code },
  }));
  const made = await stage.act("growth-office", "POST", "/api/rounds", {
    ...{ code, name: "合成任务", nameEn: null, city: synthetic.city, period: "2026-Q2", lines, areas: filing },
    ...{ opensOn: "2026-07-01", dueOn: "2026-12-31", instructions: null, instructionsEn: null },
    form: { number: null, issuer: null, approval: null, validUntil: null },
    ...{ stage: "progress", class: "public" },
  });
  const { version: drafted } = RoundView.parse(made);
  await stage.act("growth-office", "PUT", `/api/rounds/${code}/state`, { state: "open" }, drafted);
  const times: { save: number; submit: number }[] = [];
  for (const area of filing) {
    const address = `/api/reports/${reportId(code, area)}`;
    const filled = lines.map(({ indicator }) => ({
      ...{ indicator, version: 0, state: "value", value: "250.5", enterprises: null, explanation: null },
    }));
    const [save] = await timeOf(() => stage.act("growth-clerk", "PATCH", `${address}/lines`, { lines: filled }));
    const { version } = ReportView.parse(await stage.act("growth-clerk", "GET", address));
    const [submit] = await timeOf(() => stage.act("growth-clerk", "POST", `${address}/submit`, {}, version));
    times.push({ save, submit });
  }
  const counted = times.slice(warmUp);
  return { save: median(counted.map(({ save }) => save)), submit: median(counted.map(({ submit }) => submit)) };
}

/** The national list of 2021, each of its indicators compared among all parks. */
function schemeOf(): Scheme {
  const base = nationalZones2021();
  let at = -1;
  const placed = (criterion: Criterion): Criterion => {
    at += 1;
    return {
      ...{ ...criterion, unverified: [], indicator: synthetic.indicatorCode(at), caliber: synthetic.caliber.code },
      scorer: { type: "min-max", floor: "0", direction: "up", degenerate: "full" },
      inputs: { values: { from: "figure", take: at % 5 === 0 ? "change" : "value", yearsBack: 0, of: null } },
    };
  };
  const groups = base.groups.map((group) => ({ ...group, unverified: [], criteria: group.criteria.map(placed) }));
  return { ...base, code: "growth", unverified: [], groups };
}

async function assessment(): Promise<{ trial: number; seal: number; memory: number }> {
  await signIn(context, "assessor", { account: "growth-assessor" });
  const scheme = { code: "growth", state: "published" as const, basis: null, body: schemeOf() };
  const statements = planVersions("scheme", { current: [], incoming: [scheme] }, because).statements;
  const entry = { area: "system", action: "fill", subject: null, detail: {} };
  await commit(store, { actor: "bench", role: null, address: null, statements, audit: [entry] });
  const act = (method: string, address: string, body?: unknown, ifMatch?: number) =>
    stage.act("growth-assessor", method, `/api/evaluations${address}`, body, ifMatch);
  const members = parks.map((area) => ({ area, type: "national-zone" }));
  const names = { id: "growth", name: "合成考核", nameEn: null, city: synthetic.city, scheme: "growth" };
  const made = EvaluationView.parse(await act("POST", "", { ...names, members }));
  const moved = await act("POST", "/growth/stage", { stage: "feedback" }, made.version);
  const { version } = EvaluationView.parse(moved);
  const [trial] = await timeOf(() => act("GET", "/growth/results?limit=200"));
  const [seal] = await timeOf(() => act("POST", "/growth/seal", {}, version));
  return { trial, seal, memory: process.memoryUsage().rss };
}

const { save, submit } = await submissions();
const { trial, seal, memory } = await assessment();
await store.close();
process.send?.({ save, submit, trial, seal, memory });
