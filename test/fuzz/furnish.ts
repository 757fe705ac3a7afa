import type { Context } from "@yuanbiao/server/context";
import { settleScheme } from "@yuanbiao/server/demo/settle";
import { makeStage, type Stage } from "@yuanbiao/server/demo/stage";
import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import { NewKeyView } from "@yuanbiao/server/key/shape";
import { LetterSent } from "@yuanbiao/server/letter/shape";
import { ReportView } from "@yuanbiao/server/report/shape";
import { RoundView } from "@yuanbiao/server/round/shape";
import { SchemeView } from "@yuanbiao/server/scheme/shape";
import { canaryOf } from "./canary.ts";

const parks = ["yx-hitech", "yx-river", "yx-north", "yx-port", "yx-green", "yx-lake"] as const;
const members = parks.map((area) => ({ area, type: "park" }));
const experts = ["expert", "expert2", "expert3"];
/** Who files for a park: the first two parks have a clerk of their own, the others share one. */
export const clerkOf = (park: string): string => (park === "yx-hitech" || park === "yx-river" ? "clerk" : "clerk2");

/** What the demonstration has not: rounds of drafts, runs at every stage, accounts and keys to change, and canaries. */
export async function furnish(context: Context): Promise<void> {
  const stage = makeStage(context);
  await openRounds(stage);
  await makeSchemes(stage);
  await makeRuns(stage);
  await makeOwn(stage);
}

/** Two rounds of a year: in one every park has filled its lines, in the other none, but for a canary. */
async function openRounds(stage: Stage): Promise<void> {
  for (const [code, period] of [
    ["F1", "2024"],
    ["F2", "2025"],
  ]) {
    const body = {
      ...{ code, name: `年报 ${period}`, nameEn: `Annual ${period}`, city: "yunxi", period, areas: parks },
      lines: ["yx-output", "yx-rd", "yx-hightech"].map((indicator) => ({ indicator, caliber: "yx-park" })),
      ...{ opensOn: "2026-11-01", dueOn: "2026-12-20", instructions: "按年报口径", stage: "annual", class: "public" },
    };
    await stage.act("coordinator", "POST", "/api/rounds", body);
    const { version } = RoundView.parse(await stage.act("coordinator", "GET", `/api/rounds/${code}`));
    await stage.act("coordinator", "PUT", `/api/rounds/${code}/state`, { state: "open" }, version);
    for (const park of parks) await fill(stage, `${code}.${park}`, code === "F1");
  }
}

async function fill(stage: Stage, id: string, isWhole: boolean): Promise<void> {
  const park = id.split(".")[1] ?? "";
  const { lineItems } = ReportView.parse(await stage.act(clerkOf(park), "GET", `/api/reports/${id}`));
  const lines = lineItems.slice(0, isWhole ? 3 : 1).map(({ indicator, version }) => ({
    ...{ indicator: indicator.code, version, state: "value", value: "12", enterprises: null },
    explanation: canaryOf("draft", park),
  }));
  await stage.act(clerkOf(park), "PATCH", `/api/reports/${id}/lines`, { lines });
  const form = new FormData();
  form.set("file", new File(["%PDF-1.7\n", id], "佐证.pdf"));
  form.set("kind", "other");
  await stage.upload(clerkOf(park), `/api/reports/${id}/evidence`, form);
}

/** Drafts: one that may be published, one that is as it was copied. */
async function makeSchemes(stage: Stage): Promise<void> {
  for (const code of ["draft-ready", "draft-raw"]) {
    const body = { code, from: "liuzhou-zone-2018", name: code, evaluationYear: 2018, dataYear: 2017 };
    const draft = SchemeView.parse(await stage.act("assessor", "POST", "/api/schemes", body));
    if (code === "draft-raw") continue;
    const scheme = { ...settleScheme(draft.scheme), name: code };
    await stage.act("assessor", "PUT", `/api/schemes/${code}`, { scheme }, draft.version);
  }
}

const at = (id: string): string => `/api/evaluations/${id}`;

async function step(stage: Stage, id: string, name: string, body: object = {}): Promise<void> {
  const { version } = EvaluationView.parse(await stage.act("assessor", "GET", at(id)));
  await stage.act("assessor", "POST", `${at(id)}/${name}`, body, version);
}

/** Runs at 自评, 部门核定, 试算, 反馈 (open and sealed) and 公示, with experts whose remarks are canaries. */
async function makeRuns(stage: Stage): Promise<void> {
  const ways: Readonly<Record<string, readonly string[]>> = {
    "run-own": [],
    "run-verified": ["verification"],
    "run-trial": ["verification", "trial"],
    "run-ready": ["verification", "trial", "feedback"],
    "run-sealed": ["verification", "trial", "feedback"],
    "run-shown": ["verification", "trial", "feedback"],
  };
  for (const [id, way] of Object.entries(ways)) {
    const names = { name: `暗号 ${id}`, nameEn: null };
    await stage.act("assessor", "POST", "/api/evaluations", {
      id,
      ...names,
      city: "yunxi",
      scheme: "yx-2018",
      members,
    });
    for (const name of way) {
      if (name === "feedback") await judge(stage, id);
      await step(stage, id, "stage", { stage: name });
    }
  }
  for (const id of ["run-sealed", "run-shown"]) await step(stage, id, "seal");
  await step(stage, "run-shown", "publish", { objectionsUntil: "2026-12-31" });
  for (const park of parks) {
    const who = park === "yx-hitech" || park === "yx-river" ? "approver" : "approver2";
    const claim = canaryOf("objection", park);
    const body = { evaluation: "run-shown", area: park, criterion: "national-hitech-firms", claim };
    await stage.act(who, "POST", "/api/objections", body);
  }
}

async function judge(stage: Stage, id: string): Promise<void> {
  const panel = `/api/panels/${id}/talent`;
  await stage.act("assessor", "PUT", panel, { judges: experts, open: true }, 0);
  for (const expert of experts) {
    const score = { score: "80", comment: canaryOf("remark", expert) };
    for (const area of parks) await stage.act(expert, "PUT", `${panel}/scores/${area}`, score, 0);
  }
}

const owners = ["clerk", "approver", "verifier", "coordinator", "assessor", "expert", "leader", "victim.one"];

/** Keys of both scopes, a telephone number that is a canary, a letter about a report. */
async function makeOwn(stage: Stage): Promise<void> {
  for (const owner of owners) {
    for (const scope of ["read", "report"]) {
      const body = { name: `交换 ${scope}`, scope, expiresOn: "2027-06-30" };
      NewKeyView.parse(await stage.act(owner, "POST", "/api/keys", body));
    }
  }
  const phone = { phone: canaryOf("phone", "victim.four") };
  await stage.act("admin", "PATCH", "/api/accounts/victim.four", phone, 1);
  const letter = {
    ...{ city: "yunxi", department: null, area: "yx-river", targets: [], reports: ["F2.yx-river"] },
    ...{ answerBy: "2026-12-05", number: null, signer: "领导小组办公室" },
  };
  LetterSent.parse(await stage.act("coordinator", "POST", "/api/letters", letter));
}
