import { addDays } from "@yuanbiao/core/day";
import { EvaluationView } from "../evaluation/shape.ts";
import { ObjectionView } from "../objection/shape.ts";
import { PanelList } from "../panel/shape.ts";
import { SchemeView } from "../scheme/shape.ts";
import { settleScheme } from "./settle.ts";
import type { Stage } from "./stage.ts";

/** Who is assessed where; the clock can be set. */
export interface AssessScript {
  readonly city: string;
  readonly parks: readonly string[];
  readonly today: string;
  setDay(day: string): void;
}

interface Play extends AssessScript {
  readonly stage: Stage;
}

interface Year {
  readonly year: number;
  readonly scheme: string;
  readonly id: string;
}

const experts = ["expert", "expert2", "expert3"] as const;
const judged = "talent";

async function makeScheme({ stage }: Play, { year, scheme: code }: Year, from: string): Promise<void> {
  const names = { name: `${year}年度园区考核方案（演示）`, nameEn: `Assessment scheme ${year} (demonstration)` };
  const years = { evaluationYear: year, dataYear: year - 1 };
  const draft = await stage.act("assessor", "POST", "/api/schemes", { code, from, ...names, ...years });
  let { scheme, version } = SchemeView.parse(draft);
  if (from === sample) {
    const body = { scheme: { ...settleScheme(scheme), ...names } };
    ({ scheme, version } = SchemeView.parse(await stage.act("assessor", "PUT", `/api/schemes/${code}`, body, version)));
  }
  await stage.act("assessor", "POST", `/api/schemes/${code}/publish`, {}, version);
}

const sample = "liuzhou-zone-2018";

const read = async ({ stage }: Play, id: string): Promise<EvaluationView> =>
  EvaluationView.parse(await stage.act("assessor", "GET", `/api/evaluations/${id}`));

async function move(play: Play, id: string, stage: string, more: object = {}): Promise<void> {
  const { version } = await read(play, id);
  await play.stage.act("assessor", "POST", `/api/evaluations/${id}/stage`, { stage, ...more }, version);
}

async function judge({ stage, parks }: Play, { id: assessment, year }: Year): Promise<void> {
  const address = `/api/panels/${assessment}/${judged}`;
  await stage.act("assessor", "PUT", address, { judges: experts, open: true }, 0);
  for (const [at, expert] of experts.entries()) {
    for (const [park, area] of parks.entries()) {
      const score = String(92 - 4 * ((park * 2 + at + 2 * year) % 5) - at);
      await stage.act(expert, "PUT", `${address}/scores/${area}`, { score, comment: null }, 0);
    }
  }
  const { items } = PanelList.parse(await stage.act("assessor", "GET", "/api/panels"));
  const version = items.find((panel) => panel.assessment === assessment)?.version ?? 1;
  await stage.act("assessor", "PUT", address, { judges: experts, open: false }, version);
}

/** From 自评 to a sealed run at 反馈核对. */
async function assess(play: Play, year: Year): Promise<void> {
  const { stage, city, parks } = play;
  const { id, scheme } = year;
  const names = { name: `${year.year}年度园区考核（演示）`, nameEn: `Assessment ${year.year} (demonstration)` };
  const members = parks.map((area) => ({ area, type: "park" }));
  await stage.act("assessor", "POST", "/api/evaluations", { id, ...names, city, scheme, members });
  const [first = ""] = parks;
  const own = {
    kind: "self-assessed",
    area: first,
    note: "对照目标逐项自评。",
    points: { "national-hitech-firms": "9.5" },
  };
  await stage.act("approver", "POST", `/api/evaluations/${id}/statements`, own);
  await move(play, id, "verification");
  await stage.act("verifier2", "POST", `/api/evaluations/${id}/sign-off`, { note: "本部门负责的指标已核定。" });
  await move(play, id, "trial");
  await judge(play, year);
  await move(play, id, "inspection", { note: "实地核验六个园区。" });
  const entry = { kind: "count", count: 1, reason: "获国家级科技奖励一项" };
  await stage.act("assessor", "PUT", `/api/evaluations/${id}/entries/${parks.at(-1) ?? ""}/award`, entry, 0);
  await move(play, id, "feedback");
  await stage.act("approver", "POST", `/api/evaluations/${id}/statements`, { kind: "confirmed", area: first });
  const { version } = await read(play, id);
  await stage.act("assessor", "POST", `/api/evaluations/${id}/seal`, {}, version);
}

async function announce(play: Play, id: string, objectionsUntil: string): Promise<void> {
  const { version } = await read(play, id);
  await play.stage.act("assessor", "POST", `/api/evaluations/${id}/publish`, { objectionsUntil }, version);
}

/** One year through to its archive, the next at 公示 with an objection that waits and one that is answered. */
export async function playAssessments(play: Play): Promise<void> {
  const { stage, today, parks } = play;
  const past: Year = { year: 2017, scheme: "yx-2017", id: "yx-2017" };
  const present: Year = { year: 2018, scheme: "yx-2018", id: "yx-2018" };
  play.setDay(addDays(today, -2));
  await makeScheme(play, past, sample);
  await assess(play, past);
  await announce(play, past.id, addDays(today, -2));
  await move(play, past.id, "objection");
  play.setDay(addDays(today, -1));
  const minutes = { number: "云考办纪〔2017〕3号（演示）", day: addDays(today, -1) };
  await move(play, past.id, "approval", { minutes });
  await move(play, past.id, "publication");
  await move(play, past.id, "application", { note: "结果作为园区奖补资金分配依据。" });
  await move(play, past.id, "archive");
  await makeScheme(play, present, past.scheme);
  await assess(play, present);
  await announce(play, present.id, addDays(today, 5));
  const objection = (area: string, criterion: string, claim: string) => ({
    evaluation: present.id,
    area,
    criterion,
    claim,
  });
  const [first = "", , , , , last = ""] = parks;
  await stage.act(
    "approver",
    "POST",
    "/api/objections",
    objection(first, "national-hitech-firms", "2017年末有效高新技术企业应为281家，漏计一家当年12月认定的企业。"),
  );
  const told = objection(last, "rd-intensity", "研发投入占比的分母应剔除非工业企业营业收入。");
  const { id, version } = ObjectionView.parse(await stage.act("approver2", "POST", "/api/objections", told));
  const reply = {
    facts: "核对统计年报，分母口径为规模以上工业企业营业收入，未含非工业企业。",
    basis: "规模以上工业企业研发统计报表制度",
    conclusion: "maintained",
  };
  await stage.act("assessor", "POST", `/api/objections/${id}/reply`, reply, version);
}
