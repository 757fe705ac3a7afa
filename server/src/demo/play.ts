import { addDays, shanghaiDay } from "@yuanbiao/core/day";
import { makePeriod } from "@yuanbiao/core/period";
import { exact, roundTo } from "@yuanbiao/core/quantity";
import type { Context } from "../context.ts";
import { ReportView } from "../report/shape.ts";
import { RoundView } from "../round/shape.ts";
import { periodText } from "../text/period.ts";
import { playAssessments } from "./assess.ts";
import { makeStage, type Stage } from "./stage.ts";

/** What the demonstration is made of; the city comes from the data, the steps are taken here. */
export interface DemoScript {
  readonly city: string;
  readonly parks: readonly string[];
  readonly lines: readonly string[];
  readonly caliber: string;
  readonly firstYear: number;
  readonly quartersEnded: number;
  readonly today: string;
  valueOf(park: string, indicator: string, quarter: number): string;
  /** Lets the clock stand at an hour of a day. */
  setDay(day: string): void;
}

interface Play extends DemoScript {
  readonly stage: Stage;
}

const clerkOf = ({ parks }: DemoScript, park: string): string => (parks.indexOf(park) < 2 ? "clerk" : "clerk2");
const approverOf = ({ parks }: DemoScript, park: string): string =>
  parks.indexOf(park) < 2 ? "approver" : "approver2";

function quarterOf({ firstYear }: DemoScript, quarter: number) {
  const first = firstYear * 12 + quarter * 3;
  const period = makePeriod(first, first + 2);
  return { ...period, round: period.code.replace("-", "") };
}

/** Plays three rounds through, so that every state of a report is there to be seen, and leaves a fourth as a draft. */
export async function playDemo(context: Context, script: DemoScript): Promise<void> {
  const play: Play = { ...script, stage: makeStage(context) };
  const last = script.quartersEnded - 1;
  await playArchived(play, last - 2);
  await playClosed(play, last - 1);
  await playOpen(play, last);
  await makeRound(play, last + 1, addDays(quarterOf(play, last + 1).end, 15));
  await playAssessments(play);
}

async function makeRound(play: Play, quarter: number, dueOn: string): Promise<string> {
  const { code, round, end } = quarterOf(play, quarter);
  const body = {
    ...{
      code: round,
      name: `${periodText("zh-CN", code)}园区主要指标`,
      nameEn: `Main indicators, ${periodText("en", code)}`,
    },
    ...{ city: play.city, period: code, areas: play.parks, opensOn: addDays(end, 1), dueOn },
    lines: play.lines.map((indicator) => ({ indicator, caliber: play.caliber })),
    instructions: "按园区全口径填报；同比波动超过30%的请写情况说明。演示数据。",
    instructionsEn: "Report all of the park; explain changes of over 30 % from last year. Demonstration data.",
    form: { number: "云演01表", issuer: "领导小组办公室（演示）", approval: null, validUntil: null },
    ...{ stage: "progress", class: "public" },
  };
  await play.stage.act("coordinator", "POST", "/api/rounds", body);
  return round;
}

async function moveRound({ stage }: Play, round: string, state: string): Promise<void> {
  const address = `/api/rounds/${round}`;
  const { version } = RoundView.parse(await stage.act("coordinator", "GET", address));
  await stage.act("coordinator", "PUT", `${address}/state`, { state }, version);
}

const read = async ({ stage }: Play, account: string, id: string): Promise<ReportView> =>
  ReportView.parse(await stage.act(account, "GET", `/api/reports/${id}`));

async function step(play: Play, account: string, id: string, name: string, body: unknown = {}): Promise<void> {
  const { version } = await read(play, account, id);
  await play.stage.act(account, "POST", `/api/reports/${id}/${name}`, body, version);
}

/** A clerk fills some lines; what a soft check asks about is explained. */
async function fill(play: Play, park: string, quarter: number, lines = play.lines): Promise<string> {
  const id = `${quarterOf(play, quarter).round}.${park}`;
  const clerk = clerkOf(play, park);
  const { lineItems } = await read(play, clerk, id);
  const versions = new Map(lineItems.map(({ indicator, version }) => [indicator.code, version]));
  const block = lines.map((indicator) => ({
    ...{ indicator, version: versions.get(indicator) ?? 0, state: "value", enterprises: null, explanation: null },
    value: play.valueOf(park, indicator, quarter),
  }));
  await play.stage.act(clerk, "PATCH", `/api/reports/${id}/lines`, { lines: block });
  const { findings } = await read(play, clerk, id);
  const asked = new Set(findings.filter(({ explained }) => !explained).flatMap(({ indicators }) => indicators));
  const explained = block
    .filter(({ indicator }) => asked.has(indicator))
    .map((line) => ({ ...line, version: line.version + 1, explanation: "去年同期基数较低，新投产项目集中释放产能。" }));
  if (explained.length > 0) await play.stage.act(clerk, "PATCH", `/api/reports/${id}/lines`, { lines: explained });
  return id;
}

async function send(play: Play, park: string, id: string): Promise<void> {
  await step(play, clerkOf(play, park), id, "submit");
  await step(play, approverOf(play, park), id, "approve");
}

const verifierOf: Readonly<Record<string, string>> = {
  "yx-stat": "verifier",
  "yx-sti": "verifier2",
  "yx-miit": "verifier3",
};

/** Every department confirms its lines; one of them finds another value. */
async function verify(play: Play, id: string, differing: string | null): Promise<void> {
  const { lineItems } = await read(play, "coordinator", id);
  for (const { indicator, department, value } of lineItems) {
    const account = verifierOf[department?.code ?? ""];
    if (account === undefined || value === null) continue;
    const differs = indicator.code === differing;
    const found = differs ? roundTo(exact(value).times("0.985"), indicator.decimals) : value;
    const body = { state: "value", value: found, reason: differs ? "剔除跨园区重复统计" : null };
    await play.stage.act(account, "PUT", `/api/reports/${id}/lines/${indicator.code}/verification`, body, 0);
  }
}

async function adopt(play: Play, id: string): Promise<void> {
  const { lineItems } = await read(play, "coordinator", id);
  const lines = lineItems.map(({ indicator, verification }) => ({
    ...{ indicator: indicator.code, basis: verification === null ? "reported" : "verified" },
  }));
  await step(play, "coordinator", id, "adopt", { lines });
}

async function complete(play: Play, park: string, quarter: number): Promise<void> {
  const id = await fill(play, park, quarter);
  await send(play, park, id);
  await step(play, "coordinator", id, "accept");
  await verify(play, id, null);
  await adopt(play, id);
}

/** All parks in time, closed and archived. */
async function playArchived(play: Play, quarter: number): Promise<void> {
  const { end } = quarterOf(play, quarter);
  play.setDay(addDays(end, 1));
  const round = await makeRound(play, quarter, addDays(end, 15));
  await moveRound(play, round, "open");
  play.setDay(addDays(end, 10));
  for (const park of play.parks) await complete(play, park, quarter);
  play.setDay(addDays(end, 20));
  await moveRound(play, round, "closed");
  await moveRound(play, round, "archived");
}

/** Closed: one late, one that never came and asks for 补报, one correction asked for and one granted. */
async function playClosed(play: Play, quarter: number): Promise<void> {
  const { end } = quarterOf(play, quarter);
  const [first = "", second = "", third = "", fourth = "", ...others] = play.parks;
  play.setDay(addDays(end, 1));
  const round = await makeRound(play, quarter, addDays(end, 15));
  await moveRound(play, round, "open");
  play.setDay(addDays(end, 12));
  for (const park of [first, second, ...others]) await complete(play, park, quarter);
  play.setDay(addDays(end, 18));
  await complete(play, third, quarter);
  play.setDay(addDays(end, 25));
  await moveRound(play, round, "closed");
  play.setDay(addDays(end, 30));
  const until = addDays(play.today, 7);
  const supplement = {
    kind: "supplement",
    reason: "统计人员更替，数据未及时汇总",
    until,
    indicators: [],
    changeReason: null,
  };
  await step(play, clerkOf(play, fourth), `${round}.${fourth}`, "request", supplement);
  const correction = (indicator: string) => ({
    ...{
      kind: "correction",
      reason: "漏计一家企业",
      until: null,
      indicators: [indicator],
      changeReason: "reporting-error",
    },
  });
  await step(play, clerkOf(play, second), `${round}.${second}`, "request", correction("yx-hightech"));
  const corrected = others[0] ?? third;
  await step(play, clerkOf(play, corrected), `${round}.${corrected}`, "request", correction("yx-output"));
  await step(play, "coordinator", `${round}.${corrected}`, "grant", { comment: "同意更正" });
}

/** Open: every park at another step. */
async function playOpen(play: Play, quarter: number): Promise<void> {
  const { end } = quarterOf(play, quarter);
  const [adopted = "", draft = "", waiting = "", returned = "", review = "", accepted = ""] = play.parks;
  play.setDay(addDays(end, 1));
  const round = await makeRound(play, quarter, addDays(play.today, 3));
  await moveRound(play, round, "open");
  play.setDay(addDays(play.today, -2));
  const first = await fill(play, adopted, quarter);
  await attach(play, first);
  await send(play, adopted, first);
  await step(play, "coordinator", first, "accept");
  await verify(play, first, "yx-output");
  await adopt(play, first);
  await fill(play, draft, quarter, play.lines.slice(0, 4));
  const until = addDays(play.today, 10);
  const extension = { kind: "extension", reason: "两家企业财务报表未结账", until, indicators: [], changeReason: null };
  await step(play, clerkOf(play, draft), `${round}.${draft}`, "request", extension);
  await step(play, clerkOf(play, waiting), await fill(play, waiting, quarter), "submit");
  const back = await fill(play, returned, quarter);
  await send(play, returned, back);
  const lines = [{ indicator: "yx-patents", reason: "与知识产权局快报相差较大，请核对" }];
  await step(play, "coordinator", back, "return", { lines });
  await send(play, review, await fill(play, review, quarter));
  const last = await fill(play, accepted, quarter);
  await send(play, accepted, last);
  await step(play, "coordinator", last, "accept");
  await manage(play);
}

/** A small PDF, so that there is evidence to open. */
const sheet = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 62>>stream
BT /F1 18 Tf 40 110 Td (Demonstration evidence, no real data) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

async function attach({ stage }: Play, id: string): Promise<void> {
  const form = new FormData();
  form.set("file", new File([sheet], "工业总产值汇总表（演示）.pdf", { type: "application/pdf" }));
  form.set("kind", "statistics");
  form.set("indicator", "yx-output");
  form.set("issuer", "高新区统计站（演示）");
  await stage.upload("clerk", `/api/reports/${id}/evidence`, form);
}

/** The office judges one milestone and asks for what is missing. */
async function manage({ stage, today, city }: Play): Promise<void> {
  const decision = {
    ...{ state: "done", reason: "平台已通过验收并投入使用", evidence: [], document: "yx-plan", clause: "三" },
    decidedBy: "王统筹",
  };
  await stage.act("coordinator", "PUT", "/api/decisions/YX-hitech-platform", decision, 1);
  const letter = {
    ...{ city, department: "yx-sti", area: null, targets: ["YX-river-platform", "YX-north-platform"], reports: [] },
    ...{ answerBy: addDays(today, 14), number: null, signer: "领导小组办公室（演示）" },
  };
  await stage.act("coordinator", "POST", "/api/letters", letter);
}

/** Today, as the demonstration counts it. */
export const demoToday = (): string => shanghaiDay(new Date());
