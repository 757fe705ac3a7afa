import type { AssessmentEntry, PanelScore } from "@yuanbiao/core/evaluation";
import { exact } from "@yuanbiao/core/quantity";
import type { Scheme } from "@yuanbiao/core/scheme";
import { listAccounts } from "@yuanbiao/db/queries/account";
import { listAssessmentEntries, listPanelScores, listPanels } from "@yuanbiao/db/queries/evaluation";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import { judgedCriteria, openAssessment } from "./read.ts";
import type { EntryBody, PanelBody, ScoreBody } from "./shape.ts";

const now = { asOf: null };
const because = { reason: "other", note: null } as const;

async function requireOpen(context: Context, assessment: string) {
  const opened = await openAssessment(context, assessment);
  if (opened.evaluation.seal !== null) throw new Refusal(409, "sealed-already");
  return opened;
}

/** Names who judges a criterion, and opens or closes its scoring. */
export async function writePanel(
  context: Context,
  asker: Asker,
  { assessment, criterion, ifMatch, body }: PanelKey & { ifMatch: number; body: z.infer<typeof PanelBody> },
): Promise<void> {
  const opened = await requireOpen(context, assessment);
  if (!judgedCriteria(opened).some(({ code }) => code === criterion)) throw new Refusal(404, "unknown-criterion");
  const standing = (await listPanels(context.store, now, assessment)).find((one) => one.criterion === criterion);
  if ((standing?.version ?? 0) !== ifMatch) throw new Refusal(412, "stale-version");
  const accounts = await listAccounts(context.store);
  const experts = new Set(
    accounts.filter(({ grants }) => grants.some(({ role }) => role === "expert")).map(({ id }) => id),
  );
  const faults: FieldFault[] = body.judges.flatMap((judge, at) => {
    if (!experts.has(judge)) return [{ field: `judges.${at}`, code: "not-an-expert" }];
    return body.judges.indexOf(judge) === at ? [] : [{ field: `judges.${at}`, code: "judge-twice" }];
  });
  if (faults.length > 0) throw new Refusal(422, "panel-not-acceptable", faults);
  const { city } = opened.evaluation;
  const after = { assessment, criterion, city, ...body };
  const current = standing === undefined ? [] : [standing];
  const { statements } = planVersions("panel", { current, incoming: [after] }, because);
  if (statements.length === 0) throw new Refusal(409, "nothing-changed");
  await change(context, asker, {
    statements: [{ hold: "evaluation", record: opened.evaluation }, ...statements],
    entries: [{ area: city, action: "panel-write", subject: `${assessment} ${criterion}`, before: standing, after }],
  });
}

interface PanelKey {
  readonly assessment: string;
  readonly criterion: string;
}

/** A judge's own score of an area; what others gave is not said. */
export async function givePanelScore(
  context: Context,
  asker: Asker,
  {
    assessment,
    criterion,
    area,
    ifMatch,
    body,
  }: PanelKey & { area: string; ifMatch: number; body: z.infer<typeof ScoreBody> },
): Promise<void> {
  const opened = await openAssessment(context, assessment);
  const { account: judge } = asker.actor;
  const panel = (await listPanels(context.store, now, assessment)).find((one) => one.criterion === criterion);
  if (panel === undefined || !panel.judges.includes(judge)) throw new Refusal(404, "unknown-criterion");
  if (!panel.open || opened.evaluation.seal !== null) throw new Refusal(409, "panel-closed");
  if (!opened.evaluation.members.some((member) => member.area === area)) throw new Refusal(404, "unknown-result");
  const scorer = judgedCriteria(opened).find(({ code }) => code === criterion)?.scorer;
  const scale = scorer?.type === "panel" ? scorer.scale : "100";
  if (exact(body.score).lt(0) || exact(body.score).gt(scale)) {
    throw new Refusal(422, "score-off-scale", [{ field: "score", code: "score-off-scale" }]);
  }
  const own = (await listPanelScores(context.store, now, { assessment, judge })).find(
    (one) => one.criterion === criterion && one.area === area,
  );
  if ((own?.version ?? 0) !== ifMatch) throw new Refusal(412, "stale-version");
  const after: PanelScore = { assessment, area, criterion, judge, ...body };
  const current = own === undefined ? [] : [own];
  const { statements } = planVersions("panelScore", { current, incoming: [after] }, because);
  if (statements.length === 0) throw new Refusal(409, "nothing-changed");
  await change(context, asker, {
    // Who closes the panel meanwhile must not be passed over.
    statements: [{ hold: "panel", record: panel }, { hold: "evaluation", record: opened.evaluation }, ...statements],
    entries: [{ area, action: "panel-score", subject: `${assessment} ${criterion}` }],
  });
}

/** What a scheme counts or judges, by kind: adjustments, vetoes by count, counted items; and milestones. */
export function entryCodes({ groups, adjustments, vetoes }: Scheme): { kind: AssessmentEntry["kind"]; code: string }[] {
  const criteria = groups.flatMap((group) => group.criteria);
  const counted = [
    ...adjustments.items.map(({ code }) => code),
    ...vetoes.flatMap(({ when }) => (when.kind === "count" ? [when.code] : [])),
    ...criteria.flatMap(({ scorer }) => (scorer.type === "adjustments" ? scorer.items.map(({ code }) => code) : [])),
  ];
  const judged = criteria.filter(({ scorer }) => scorer.type === "milestone").map(({ code }) => code);
  return [
    ...[...new Set(counted)].map((code) => ({ kind: "count", code }) as const),
    ...judged.map((code) => ({ kind: "milestone", code }) as const),
  ];
}

/** 考核记录: how often something happened at an area, or how far a milestone is, with the reason. */
export async function writeEntry(
  context: Context,
  asker: Asker,
  {
    assessment,
    area,
    code,
    ifMatch,
    body,
  }: {
    assessment: string;
    area: string;
    code: string;
    ifMatch: number;
    body: z.infer<typeof EntryBody>;
  },
): Promise<void> {
  const opened = await requireOpen(context, assessment);
  const { kind } = body;
  if (!opened.evaluation.members.some((member) => member.area === area)) throw new Refusal(404, "unknown-result");
  if (!entryCodes(opened.scheme.body).some((one) => one.kind === kind && one.code === code)) {
    throw new Refusal(404, "unknown-entry-code");
  }
  const field = kind === "count" ? "count" : "state";
  const spare = kind === "count" ? "state" : "count";
  if (body[field] === null) throw new Refusal(422, "entry-value-needed", [{ field, code: "entry-value-needed" }]);
  if (body[spare] !== null) throw new Refusal(422, "entry-value-spare", [{ field: spare, code: "entry-value-spare" }]);
  const entries = await listAssessmentEntries(context.store, now, assessment);
  const standing = entries.find((one) => one.area === area && one.kind === kind && one.code === code);
  if ((standing?.version ?? 0) !== ifMatch) throw new Refusal(412, "stale-version");
  const after: AssessmentEntry = { assessment, area, code, ...body };
  const current = standing === undefined ? [] : [standing];
  const { statements } = planVersions("assessmentEntry", { current, incoming: [after] }, because);
  if (statements.length === 0) throw new Refusal(409, "nothing-changed");
  await change(context, asker, {
    statements: [{ hold: "evaluation", record: opened.evaluation }, ...statements],
    entries: [{ area, action: "entry-write", subject: `${assessment} ${code}`, before: standing, after }],
  });
}
