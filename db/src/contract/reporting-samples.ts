import type { ReportingRecords } from "../nouns.ts";

const named = { name: "名称", nameEn: "Name" };
const unnoted = { note: null, noteEn: null };

type Samples = { readonly [N in keyof ReportingRecords]: readonly [ReportingRecords[N], ...ReportingRecords[N][]] };

/** One record of every noun of reporting. */
export const reportingSamples: Samples = {
  round: [
    {
      code: "2026Q1",
      ...named,
      city: "city",
      period: "2026-Q1",
      lines: [{ indicator: "share", caliber: "whole" }],
      areas: ["park"],
      opensOn: "2026-04-01",
      dueOn: "2026-04-15",
      instructions: "按季\n填报",
      instructionsEn: null,
      formNumber: "YB-01",
      formIssuer: null,
      formApproval: null,
      formValidUntil: "2027-12-31",
      stage: "progress",
      class: "public",
      state: "open",
    },
  ],
  report: [
    {
      id: "2026Q1.park",
      round: "2026Q1",
      area: "park",
      state: "submitted",
      cycle: 2,
      dueOn: "2026-04-15",
      submittedBy: "a1",
      submittedAt: "2026-04-10T00:00:00.000Z",
      lateDays: 0,
      approvedBy: null,
      approvedAt: null,
      acceptedBy: null,
      acceptedAt: null,
      supplement: false,
      request: { kind: "correction", reason: "错", until: null, indicators: ["share"], changeReason: "other" },
      correcting: "reporting-error",
    },
  ],
  reportLine: [
    {
      report: "2026Q1.park",
      area: "park",
      indicator: "share",
      caliber: "whole",
      state: "value",
      value: "10.8",
      explanation: "说明",
      enterprises: 12,
      review: "returned",
      returnReason: "核对",
    },
  ],
  verification: [
    {
      report: "2026Q1.park",
      area: "park",
      indicator: "share",
      department: "office",
      state: "value",
      value: "10.5",
      reason: null,
    },
  ],
  check: [
    {
      code: "swing",
      ...named,
      severity: "soft",
      indicators: [],
      rule: { kind: "swing", against: "previous", percent: "30" },
      active: true,
      ...unnoted,
    },
  ],
  evidence: [
    {
      id: "e1",
      area: "park",
      report: "2026Q1.park",
      indicator: null,
      target: null,
      objection: null,
      kind: "statistics",
      issuer: null,
      issuedOn: "2026-04-02",
      fileName: "报表.pdf",
      hash: "ab".repeat(32),
      size: 1024,
      type: "application/pdf",
      printCode: null,
      withdrawn: false,
      note: null,
    },
  ],
  decision: [
    {
      target: "target-1",
      area: "park",
      state: "partial",
      reason: "两项完成一项",
      evidence: ["e1"],
      document: null,
      clause: null,
      decidedBy: "张三",
    },
  ],
  letter: [
    {
      id: "l1",
      city: "city",
      department: "office",
      area: null,
      items: [{ target: "target-1", report: null, area: "park", indicator: "share", text: "2025 年占比", since: null }],
      answerBy: "2026-12-01",
      number: null,
      signer: "领导小组办公室",
    },
  ],
};
