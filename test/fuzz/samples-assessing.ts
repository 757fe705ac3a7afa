import type { Scheme } from "@yuanbiao/core/scheme";
import { writeSchemeFile } from "@yuanbiao/core/scheme-file";
import { scorerCases } from "@yuanbiao/core/scorer-cases";
import type { Ids } from "./ids.ts";
import { each, type Samples } from "./sample.ts";

const parks = ["yx-hitech", "yx-river", "yx-north", "yx-port", "yx-green", "yx-lake"];
const members = parks.map((area) => ({ area, type: "park" }));
const runs = ["run-own", "run-verified", "run-trial", "run-ready", "run-sealed", "run-shown", "yx-2017", "yx-2018"];
const named = { nameEn: null, city: "yunxi", scheme: "yx-2018" };
const approver = (park: string): string => (/hitech|river/.test(park) ? "approver" : "approver2");
const reply = { facts: "核对台账", basis: "制度", conclusion: "maintained" };

/** Schemes, runs, panels, objections, 试算 of a rule. */
export const assessingSamples = ({ objections }: Ids, draft: Scheme): Samples => ({
  "POST /api/scoring/preview": scorerCases.map(({ request }) => ({ who: "assessor", body: request })),
  "POST /api/schemes": each(["new-1", "new-2", "new-3"], (code) => ({
    ...{ who: "assessor", body: { code, from: "yx-2018", name: "方案", evaluationYear: 2019, dataYear: 2018 } },
  })),
  "PUT /api/schemes/{code}": each(["修订", "再修订"], (note) => ({
    ...{ who: "assessor", params: { code: "draft-ready" }, body: { scheme: { ...draft, note } } },
  })),
  "POST /api/schemes/check": [{ who: "assessor", body: { scheme: draft } }],
  "POST /api/schemes/import": each(["imported-1", "imported-2"], (code) => ({
    ...{ who: "assessor", body: { text: writeSchemeFile({ ...draft, code }), code } },
  })),
  "POST /api/schemes/{code}/publish": [{ who: "assessor", params: { code: "draft-ready" }, body: {} }],
  "GET /api/schemes/{code}/comparison": [
    { who: "assessor", params: { code: "yx-2018" }, query: { with: "yx-2017" } },
    { who: "assessor", params: { code: "draft-raw" }, query: { with: "draft-ready" } },
  ],
  "POST /api/evaluations": each(["more-1", "more-2", "more-3"], (id) => ({
    ...{ who: "assessor", body: { id, name: "考核", ...named, members } },
  })),
  "PUT /api/evaluations/{id}": each(["run-own", "run-verified", "run-trial"], (id) => ({
    ...{ who: "assessor", params: { id } },
    body: { name: "改名", nameEn: null, scheme: "yx-2018", members: members.slice(1) },
  })),
  "GET /api/evaluations/{id}/areas/{area}": each(runs, (id) => ({
    ...{ who: "assessor", params: { id, area: "yx-hitech" } },
  })),
  "GET /api/evaluations/{id}/comparison": [
    { who: "assessor", params: { id: "yx-2018" }, query: { with: "yx-2017" } },
    { who: "assessor", params: { id: "run-shown" }, query: { with: "run-sealed" } },
  ],
  "GET /api/announcements/{id}": each(["yx-2017", "yx-2018", "run-shown"], (id) => ({ who: "nobody", params: { id } })),
  "POST /api/evaluations/{id}/what-if": each(runs, (id) => ({
    ...{ who: "leader", params: { id } },
    body: {
      ...{ weights: [], targets: [], counts: [] },
      figures: [{ area: "yx-hitech", indicator: "output-share", value: "55" }],
    },
  })),
  "POST /api/evaluations/{id}/stage": [
    { who: "assessor", params: { id: "run-own" }, body: { stage: "verification", note: "进入核定" } },
    { who: "assessor", params: { id: "run-trial" }, body: { stage: "inspection" } },
    { who: "assessor", params: { id: "run-sealed" }, body: { stage: "notice", objectionsUntil: "2026-12-31" } },
    { who: "assessor", params: { id: "run-verified" }, body: { stage: "trial" } },
  ],
  "POST /api/evaluations/{id}/seal": [{ who: "assessor", params: { id: "run-ready" }, body: {} }],
  "POST /api/evaluations/{id}/publish": [
    { who: "assessor", params: { id: "run-sealed" }, body: { objectionsUntil: "2026-12-31", note: "公示" } },
  ],
  "POST /api/evaluations/{id}/replacement": each(["r-1", "r-2"], (id) => ({
    ...{ who: "assessor", params: { id: "yx-2017" }, body: { id, reason: "数据更正" } },
  })),
  "POST /api/evaluations/{id}/statements": [
    ...each(parks, (area) => ({
      ...{ who: approver(area), params: { id: "run-own" } },
      body: { kind: "self-assessed", area, note: "自评", points: { "national-hitech-firms": "9.5" } },
    })),
    ...each(parks, (area) => ({
      ...{ who: approver(area), params: { id: "run-ready" }, body: { kind: "confirmed", area } },
    })),
  ],
  "POST /api/evaluations/{id}/sign-off": each(["verifier", "verifier2", "verifier3"], (who) => ({
    ...{ who, params: { id: "run-verified" }, body: { note: "已核定" } },
  })),
  "GET /api/evaluations/{id}/areas/{area}/statement.docx": each(["yx-2017", "yx-2018", "run-shown"], (id) => ({
    ...{ who: "assessor", params: { id, area: "yx-river" } },
  })),
  "PUT /api/panels/{assessment}/{criterion}": each(["run-own", "run-ready"], (assessment) => ({
    ...{ who: "assessor", params: { assessment, criterion: "talent" } },
    body: { judges: ["expert", "expert2", "expert3"], open: true },
  })),
  "PUT /api/panels/{assessment}/{criterion}/scores/{area}": each(parks, (area) => ({
    ...{ who: "expert", params: { assessment: "run-ready", criterion: "talent", area } },
    body: { score: "81", comment: "较好" },
  })),
  "PUT /api/evaluations/{assessment}/entries/{area}/{code}": each(parks, (area) => ({
    ...{ who: "assessor", params: { assessment: "run-trial", area, code: "award" } },
    body: { kind: "count", count: 1, state: null, reason: "国家级奖励" },
  })),
  "POST /api/objections": each(parks, (area) => ({
    ...{ who: approver(area) },
    body: { evaluation: "run-shown", area, criterion: "rd-intensity", claim: "请复核" },
  })),
  "POST /api/objections/{id}/reply": each(objections, ({ id }) => ({ who: "assessor", params: { id }, body: reply })),
  "POST /api/objections/{id}/withdraw": each(objections, ({ id, area }) => ({
    ...{ who: approver(area), params: { id }, body: {} },
  })),
  "POST /api/objections/{id}/evidence": each(objections, ({ id, area }) => ({
    ...{ who: approver(area), params: { id }, form: { kind: "other" }, file: "pdf" },
  })),
});
