import type { Ids } from "./ids.ts";
import { each, type Sample, type Samples } from "./sample.ts";

const parks = ["yx-hitech", "yx-river", "yx-north", "yx-port", "yx-green", "yx-lake"];
const isFirst = (report: string): boolean => /yx-(hitech|river)$/.test(report);
const clerk = (report: string): string => (isFirst(report) ? "clerk" : "clerk2");
const approver = (report: string): string => (isFirst(report) ? "approver" : "approver2");
const office = (): string => "coordinator";
const line = { state: "value", value: "13", explanation: "新投产", enterprises: 5 };

/** A step of reports: who takes it, and with what. */
const step = (reports: readonly string[], who: (report: string) => string, body: unknown): Sample[] =>
  each(reports, (id) => ({ who: who(id), params: { id }, body }));
const drafts = (round: string): string[] => parks.map((park) => `${round}.${park}`);

const roundBody = {
  ...{ name: "季报", nameEn: null, city: "yunxi", period: "2027-Q1", areas: parks, instructions: null },
  lines: [{ indicator: "yx-output", caliber: "yx-park" }],
  ...{ opensOn: "2026-11-01", dueOn: "2026-12-20", stage: "progress", class: "internal" },
  form: { number: "1表", issuer: "办公室", approval: null, validUntil: null },
};
const request = { reason: "台账有误", until: "2026-12-25", indicators: ["yx-output"], changeReason: "reporting-error" };

/** Rounds, reports, verifications and files. */
export const reportingSamples = ({ rounds, evidence }: Ids): Samples => ({
  "POST /api/rounds": each(["N1", "N2", "N3"], (code) => ({ who: "coordinator", body: { code, ...roundBody } })),
  "PUT /api/rounds/{code}": each(["2026Q4"], (code) => ({ who: "coordinator", params: { code }, body: roundBody })),
  "GET /api/rounds/{code}/workbook.xlsx": each(rounds, (code) => ({ who: "coordinator", params: { code } })),
  "POST /api/rounds/{code}/upload": each(["F1", "F2"], (code) => ({
    ...{ who: "clerk2", params: { code }, form: {}, file: "form" },
  })),
  "PUT /api/rounds/{code}/state": [
    ...each(["open", "closed", "open", "archived"], (state) => ({
      ...{ who: "coordinator", params: { code: "2026Q4" }, body: { state } },
    })),
    { who: "coordinator", params: { code: "2026Q2" }, body: { state: "open" } },
  ],
  "POST /api/reports/{id}/submit": step([...drafts("F1"), "2026Q3.yx-river"], clerk, { comment: "请审核" }),
  "POST /api/reports/{id}/approve": step(["2026Q3.yx-north", ...drafts("F1")], approver, {}),
  "POST /api/reports/{id}/return": [
    ...step(["2026Q3.yx-north", ...drafts("F1")], approver, { reason: "核对" }),
    ...step(["2026Q3.yx-green"], office, { lines: [{ indicator: "yx-output", reason: "核对" }] }),
  ],
  "POST /api/reports/{id}/accept": step(["2026Q3.yx-green", ...drafts("F1")], office, {}),
  "POST /api/reports/{id}/accept-lines": step(["2026Q3.yx-green"], office, { indicators: ["yx-output"] }),
  "POST /api/reports/{id}/comments": step([...drafts("F1"), ...drafts("2026Q3")], office, { comment: "请核对" }),
  "POST /api/reports/{id}/request": [
    ...step(drafts("F2"), approver, { ...request, kind: "extension", indicators: [], changeReason: null }),
    ...step(["2026Q1.yx-hitech", "2026Q2.yx-lake", "2026Q2.yx-hitech"], clerk, {
      ...{ ...request, kind: "correction", until: null },
    }),
  ],
  "POST /api/reports/{id}/grant": step(["2026Q3.yx-river", "2026Q2.yx-river", "2026Q2.yx-port"], office, {}),
  "POST /api/reports/{id}/refuse": step(["2026Q3.yx-river", "2026Q2.yx-river"], office, { comment: "理由不足" }),
  "PUT /api/reports/{id}/lines/{indicator}/verification": each(["yx-output", "yx-jobs"], (indicator) => ({
    ...{ who: "verifier", params: { id: "2026Q3.yx-lake", indicator } },
    body: { state: "value", value: "99", reason: "剔除重复" },
  })),
  "POST /api/reports/{id}/adopt": step(["2026Q3.yx-lake", "2026Q3.yx-hitech"], office, {
    ...{ lines: [{ indicator: "yx-output", basis: "reported" }], reason: "采用" },
  }),
  "GET /api/reports/{id}": each([...drafts("F1"), ...drafts("F2")], (id) => ({ who: clerk(id), params: { id } })),
  "GET /api/reports/{id}/verification.docx": each(["2026Q3.yx-lake", "2026Q1.yx-lake"], (id) => ({
    ...{ who: "verifier", params: { id } },
  })),
  "PUT /api/reports/{id}/lines/{indicator}": each(drafts("F2"), (id) => ({
    ...{ who: clerk(id), params: { id, indicator: "yx-output" }, body: line },
  })),
  "PATCH /api/reports/{id}/lines": each(drafts("F2"), (id) => ({
    ...{ who: clerk(id), params: { id }, body: { lines: [{ indicator: "yx-rd", version: 0, ...line }] } },
  })),
  "POST /api/reports/{id}/upload": each(drafts("F2"), (id) => ({
    ...{ who: clerk(id), params: { id }, form: {}, file: "form" },
  })),
  "POST /api/reports/{id}/effect": each(drafts("F2"), (id) => ({
    ...{ who: clerk(id), params: { id }, body: { indicator: "yx-output", content: line } },
  })),
  "POST /api/reports/{id}/evidence": each(drafts("F2"), (id) => ({
    ...{ who: clerk(id), params: { id }, file: "png" },
    form: { kind: "statistics", indicator: "yx-output", issuer: "统计站", issuedOn: "2026-11-01", note: "说明" },
  })),
  "POST /api/reports/{id}/prints": each(drafts("F1"), (id) => ({ who: approver(id), params: { id }, body: {} })),
  "DELETE /api/evidence/{id}": evidence.flatMap((id) =>
    each(["clerk", "clerk2"], (who) => ({ who, params: { id }, body: {} })),
  ),
  "GET /api/evidence/{id}/content": each(evidence, (id) => ({ who: "coordinator", params: { id } })),
});
