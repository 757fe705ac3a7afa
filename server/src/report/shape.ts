import { z } from "@hono/zod-openapi";
import { turns } from "@yuanbiao/core/adoption";
import { revisionReasons } from "@yuanbiao/core/observation";
import {
  lineStates,
  ReportLine,
  ReportRequest,
  reportActions,
  reportStates,
  reviews,
  Verification,
} from "@yuanbiao/core/report";
import { roundStates } from "@yuanbiao/core/round";
import { statuses } from "@yuanbiao/core/status";
import { comparators } from "@yuanbiao/core/target";
import { decimal, listOf, Ref } from "../shape.ts";
import { EvidenceView } from "../wire/evidence.ts";
import { FindingView, NotCheckedView } from "../wire/finding.ts";
import { uploadedFile } from "../write-route.ts";

const stands = z.boolean().openapi({ description: "whether it answers the line as it now stands, after a correction" });
const version = z.int().openapi({ description: "send it as If-Match; 0 where nothing was stored yet" });

export const ReportSummary = z
  .object({
    id: z.string(),
    round: Ref,
    roundState: z.enum(roundStates),
    period: z.string(),
    area: Ref,
    state: z.enum(reportStates),
    turn: z.enum(turns),
    cycle: z.int(),
    dueOn: z.string(),
    daysLeft: z.int().openapi({ description: "to the due date, today counted as 0; negative when overdue" }),
    lateDays: z.int().nullable(),
    lines: z.int(),
    filled: z.int().nullable().openapi({ description: "null where nothing was sent and the reader may not know" }),
    returned: z.int(),
    accepted: z.int(),
    verified: z.int(),
    adopted: z.int(),
    submittedAt: z.string().nullable(),
    request: ReportRequest.nullable(),
    supplement: z.boolean(),
    reminder: z
      .object({ at: z.string(), answerBy: z.string().nullable() })
      .nullable()
      .openapi({ description: "the last letter that asked for it, while it is owed" }),
    version,
    recordedAt: z.string(),
  })
  .openapi("ReportSummary");
export type ReportSummary = z.infer<typeof ReportSummary>;
export const ReportList = listOf(ReportSummary, "Report");

export const VerificationView = z.object({
  department: Ref,
  state: z.enum(["value", "not-applicable"]),
  value: decimal.nullable(),
  reason: z.string().nullable(),
  by: z.string(),
  stands,
  version,
  recordedAt: z.string(),
});

export const LineView = z
  .object({
    indicator: Ref.extend({
      unit: z.string(),
      decimals: z.int(),
      whole: z.boolean(),
      isCount: z.boolean().openapi({ description: "counts what there is: never negative" }),
      definition: z.string().nullable(),
    }),
    caliber: Ref,
    department: Ref.nullable(),
    state: z.enum(lineStates),
    value: decimal.nullable(),
    explanation: z.string().nullable(),
    enterprises: z.int().nullable(),
    suppressed: z.boolean().openapi({ description: "withheld: an aggregate over fewer than three enterprises" }),
    review: z.enum(reviews),
    returnReason: z.string().nullable(),
    version,
    recordedAt: z.string().nullable(),
    before: z
      .object({ state: z.enum(lineStates), value: decimal.nullable(), explanation: z.string().nullable() })
      .nullable()
      .openapi({
        description: "what it said when the report was sent before it was given back, where it says something else now",
      }),
    by: z.string().nullable().openapi({ description: "who wrote it last" }),
    previous: decimal.nullable(),
    samePeriod: decimal.nullable(),
    earlierThisYear: decimal
      .nullable()
      .openapi({ description: "the year's total before this period; null for what does not add up" }),
    verification: VerificationView.nullable(),
    adopted: z
      .object({
        observation: z.string(),
        basis: z.enum(["reported", "verified"]),
        value: decimal.nullable(),
        stands,
        at: z.string(),
      })
      .nullable(),
  })
  .openapi("ReportLine");

export const EventView = z
  .object({
    id: z.string(),
    action: z.enum(reportActions),
    cycle: z.int(),
    name: z.string(),
    comment: z.string().nullable(),
    indicators: z.array(z.string()),
    recordedAt: z.string(),
  })
  .openapi("ReportEvent");

export const Permissions = z.object({
  edit: z.boolean(),
  submit: z.boolean(),
  approve: z.boolean(),
  return: z.boolean(),
  accept: z.boolean(),
  comment: z.boolean(),
  request: z.boolean(),
  grant: z.boolean(),
  verify: z.boolean(),
  adopt: z.boolean(),
  evidence: z.boolean(),
  withdraw: z.boolean().openapi({ description: "whether one may take off files that one added" }),
});

export const ReportView = ReportSummary.extend({
  asOf: z.string().nullable(),
  roundDueOn: z.string(),
  instructions: z.string().nullable(),
  form: z.object({
    number: z.string().nullable(),
    issuer: z.string().nullable(),
    approval: z.string().nullable(),
    validUntil: z.string().nullable(),
  }),
  submittedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  correcting: z.enum(revisionReasons).nullable(),
  shown: z.enum(["current", "sent", "nothing"]).openapi({
    description: "what a reader outside the park sees: the lines as they stand, as they were last sent, or none yet",
  }),
  unpublished: z.boolean(),
  lineItems: z.array(LineView),
  findings: z.array(FindingView),
  notChecked: z.array(NotCheckedView),
  thread: z.array(EventView),
  evidence: z.array(EvidenceView),
  may: Permissions,
}).openapi("Report");
export type ReportView = z.infer<typeof ReportView>;

/** What may be written into a line. */
export const LineContent = z.strictObject({
  state: z.enum(lineStates),
  value: ReportLine.shape.value,
  explanation: ReportLine.shape.explanation,
  enterprises: ReportLine.shape.enterprises.default(null),
});
export type LineContent = z.infer<typeof LineContent>;

/** Several lines at once (a block pasted from a sheet): all are stored, or none. */
export const LineBlock = z.strictObject({
  lines: z
    .array(LineContent.extend({ indicator: z.string(), version: z.int().min(0) }))
    .min(1)
    .max(500),
});
export type LineBlock = z.infer<typeof LineBlock>;

export const Remark = z.strictObject({ comment: z.string().trim().min(1).max(2000) });
export const OptionalRemark = z.strictObject({ comment: z.string().trim().max(2000).default("") });
export const ReturnBody = z.strictObject({
  reason: z.string().trim().max(1000).default(""),
  lines: z
    .array(z.strictObject({ indicator: z.string(), reason: z.string().max(1000) }))
    .max(500)
    .default([]),
});
export const IndicatorsBody = z.strictObject({ indicators: z.array(z.string()).min(1).max(500) });
export const VerifyBody = Verification.pick({ state: true, value: true, reason: true }).strict();
export const AdoptBody = z.strictObject({
  lines: z
    .array(z.strictObject({ indicator: z.string(), basis: z.enum(["reported", "verified"]) }))
    .min(1)
    .max(500),
  reason: z.string().trim().max(1000).default(""),
});
export const EffectBody = z.strictObject({ indicator: z.string(), content: LineContent });

const Standing = z.object({
  status: z.enum(statuses),
  provisional: z.boolean(),
  reason: z.string().nullable(),
  actual: decimal.nullable(),
  period: z.string().nullable(),
  achievement: z.string().nullable(),
  deviation: z.string().nullable(),
  met: z.boolean().nullable(),
  pace: z.object({ perPeriod: decimal, periodsLeft: z.string(), ratio: z.string().nullable() }).nullable(),
});

/** What a figure does while it is typed; nothing of it is stored. */
export const EffectView = z
  .object({
    findings: z.array(FindingView),
    targets: z.array(
      z.object({
        target: z.object({
          id: z.string(),
          name: z.string(),
          indicator: Ref.extend({ unit: z.string(), decimals: z.int() }),
          comparator: z.enum(comparators),
          value: decimal.nullable(),
          valueMax: decimal.nullable(),
          due: z.string().nullable(),
        }),
        before: Standing,
        after: Standing,
      }),
    ),
  })
  .openapi("ReportEffect");

export const UploadForm = z.object({ file: uploadedFile });
export const Uploaded = z.object({ stored: z.int(), report: ReportView }).openapi("ReportUploaded");
