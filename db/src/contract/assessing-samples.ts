import { exampleScheme } from "@yuanbiao/core/scheme-example";
import type { AssessingRecords } from "../nouns.ts";

type Samples = { readonly [N in keyof AssessingRecords]: readonly [AssessingRecords[N], ...AssessingRecords[N][]] };

/** One record of every noun that an assessment works with. */
export const assessingSamples: Samples = {
  scheme: [{ code: "scheme-2018", state: "draft", basis: null, body: exampleScheme() }],
  evaluation: [
    {
      ...{ id: "e2018", name: "2018 年度考核", nameEn: null, city: "city", scheme: "scheme-2018", year: 2018 },
      members: [{ area: "park", type: "hitech" }],
      ...{ stage: "notice", assessment: "e2018", replaces: null, replacedBy: null },
      seal: { schemeVersion: 2, instant: "2026-01-01T00:00:00.000Z", hash: "ab".repeat(32), lines: 1 },
      ...{ noticeOn: "2026-01-02", objectionsUntil: "2026-01-09", minutes: null, publishedOn: null },
    },
  ],
  panel: [{ assessment: "e2018", criterion: "talent", city: "city", judges: ["expert"], open: true }],
  panelScore: [
    { assessment: "e2018", area: "park", criterion: "talent", judge: "expert", score: "87.5", comment: "较好" },
  ],
  assessmentEntry: [
    {
      ...{ assessment: "e2018", area: "park", kind: "count", code: "award", count: 2, state: null },
      reason: "获国家级奖励两项",
    },
  ],
  objection: [
    {
      ...{ id: "o1", evaluation: "e2018", area: "park", criterion: "firms", claim: "应为 281 家", state: "answered" },
      ...{ madeBy: "clerk", madeOn: "2026-01-03" },
      reply: { facts: "漏计一家", basis: "认定文件", conclusion: "upheld" },
      ...{ answeredBy: "assessor", answeredOn: "2026-01-05" },
    },
  ],
};
