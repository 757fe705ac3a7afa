import { standardChecks } from "@yuanbiao/seeds/standard-checks";
import type { Ids } from "./ids.ts";
import { each, type Samples } from "./sample.ts";

const judged = (comparator: string): boolean => comparator === "milestone" || comparator === "judgement";
const check = {
  ...{
    name: "增幅",
    nameEn: null,
    severity: "soft",
    indicators: ["yx-output"],
    active: true,
    note: null,
    noteEn: null,
  },
  rule: { kind: "swing", against: "previous", percent: "30" },
};

/** Figures, targets, documents, letters, checks, 试算. */
export const trackingSamples = ({ observations, targets, checks }: Ids): Samples => {
  const milestones = targets.filter(({ comparator }) => judged(comparator)).map(({ id }) => id);
  const numbered = targets.filter(({ comparator }) => !judged(comparator));
  return {
    "POST /api/documents": each(["doc-1", "doc-2", "doc-3"], (code) => ({
      who: "coordinator",
      body: {
        ...{ code, name: "云政发", kind: "reply", number: "1号", publisher: "市政府", publishedOn: "2026-11-01" },
        ...{ validity: "in-force", address: null, grade: "original", note: null, noteEn: null, nameEn: null },
      },
    })),
    "GET /api/tasks/supervision.docx": [{ who: "coordinator", query: { department: "yx-sti", city: "yunxi" } }],
    "GET /api/targets/pledge.docx": [{ who: "leader", query: { area: "yx-hitech" } }],
    "GET /api/progress/dispatch.docx": [{ who: "leader", query: { city: "yunxi" } }],
    "GET /api/series": [{ who: "leader", query: { area: "yx-hitech", indicator: "yx-output" } }],
    "POST /api/observations/{id}/revision": each(observations, (id) => ({
      ...{ who: "coordinator", params: { id } },
      body: { value: "321.5", reason: "reporting-error", note: "台账有误" },
    })),
    "PUT /api/bridges/{target}/{indicator}/{area}/{caliber}": each(numbered, ({ id, area, indicator }) => ({
      who: "coordinator",
      params: { target: id, area, indicator: indicator ?? "yx-output", caliber: "yx-park" },
      body: {
        ...{ verdict: "confirmed", reason: "口径一致", reasonEn: null, confirmedBy: "统计局" },
        ...{ confirmedOn: "2026-11-01", document: "yx-plan" },
      },
    })),
    "GET /api/decisions/{id}": each(milestones, (id) => ({ who: "coordinator", params: { id } })),
    "PUT /api/decisions/{id}": each(milestones, (id) => ({
      ...{ who: "coordinator", params: { id } },
      body: {
        ...{ state: "partial", reason: "已开工", evidence: [], document: "yx-plan", clause: "三", decidedBy: "王统筹" },
      },
    })),
    "PUT /api/decisions/{id}/decomposition": each(numbered, ({ id, due }) => ({
      ...{ who: "coordinator", params: { id } },
      body: {
        ...{ parts: [{ period: due, area: null, value: "30" }], document: "yx-plan", clause: null, shape: "linear" },
      },
    })),
    "POST /api/decisions/{id}/evidence": each(milestones, (id) => ({
      ...{ who: "coordinator", params: { id }, form: { kind: "other", note: "说明" }, file: "pdf" },
    })),
    "POST /api/letters": [
      {
        who: "coordinator",
        body: {
          ...{ city: "yunxi", department: "yx-sti", area: null, targets: milestones.slice(0, 1), reports: [] },
          ...{ answerBy: "2026-12-05", number: null, signer: "领导小组办公室" },
        },
      },
      {
        who: "coordinator",
        body: {
          ...{ city: "yunxi", department: null, area: "yx-lake", targets: [], reports: ["F2.yx-lake"] },
          ...{ answerBy: "2026-12-05", number: "1号", signer: "领导小组办公室" },
        },
      },
    ],
    "POST /api/checks": each(["own-1", "own-2", "own-3"], (code) => ({ who: "coordinator", body: { code, ...check } })),
    "PUT /api/checks/{code}": each(checks, (code) => ({ who: "coordinator", params: { code }, body: check })),
    "POST /api/checks/try-out": [
      { who: "coordinator", body: { check: { code: "own-1", ...check }, city: "yunxi" } },
      ...standardChecks.map((one) => ({ who: "coordinator", body: { check: one, city: "yunxi" } })),
    ],
  };
};
