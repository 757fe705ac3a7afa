import type { Evaluation as Computed } from "@yuanbiao/core/evaluate";
import { type AreaRecord, recordRun } from "@yuanbiao/core/evaluate-freeze";
import { sealEvaluation, sealRefusal } from "@yuanbiao/core/evaluation-stage";
import { canonicalJson } from "@yuanbiao/db/canonical";
import type { Statement } from "@yuanbiao/db/commit";
import { listAssessmentEntries, listPanelScores, listPanels } from "@yuanbiao/db/queries/evaluation";
import { planVersions } from "@yuanbiao/db/revise";
import type { Asker } from "../asker.ts";
import { computeRun, hashOf, presentInstant, withScheme } from "../assessing.ts";
import { type ChangeEntry, change } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { refusalViews } from "./refusals.ts";
import { getManaged, requireStaged, stepStatement, versionStatements } from "./write.ts";

/** An area's result as it is stored: what lists need, and the rest as canonical text. */
function resultRow(evaluation: string, { lines, ...head }: AreaRecord): object {
  const { area, pool } = head;
  const points = Object.fromEntries(lines.map(({ criterion, counted }) => [criterion, counted]));
  return { area, evaluation, pool, points, head: canonicalJson(head), lines: canonicalJson(lines) };
}

/** Every version that an area's result rests on, each once a criterion; what adjusts the total belongs to none. */
function sourceRows(evaluation: string, { area, lines, adjustment }: AreaRecord): object[] {
  const used = [
    ...lines.flatMap(({ criterion, inputs }) =>
      inputs.flatMap(({ sources }) => sources.map((source) => ({ criterion, source }))),
    ),
    ...(adjustment?.sources ?? []).map((source) => ({ criterion: adjusting, source })),
  ];
  const rows = used.map(({ criterion, source: { kind, id, version, period } }) => ({
    ...{ area, evaluation, criterion, kind, source: id, version, period: period ?? "" },
  }));
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

const adjusting = "adjustments";

function frozen(evaluation: string, computed: Computed): { statements: Statement[]; lines: number } {
  const records = recordRun(computed);
  const sources = records.flatMap((record) => sourceRows(evaluation, record));
  return {
    statements: [
      { insert: "evaluationResult", rows: records.map((record) => resultRow(evaluation, record)) },
      ...(sources.length === 0 ? [] : [{ insert: "evaluationSource", rows: sources } as const]),
    ],
    lines: records.reduce((sum, { lines }) => sum + lines.length, 0),
  };
}

/**
 * What judges and the office entered must still be what the run was computed on; and panels that are open are closed, so
 * that nobody scores on after the result is known.
 */
async function settlePanels({ store }: Context, assessment: string, instant: string) {
  const cut = { asOf: instant };
  const panels = await listPanels(store, cut, assessment);
  const scores = await listPanelScores(store, cut, { assessment });
  const entries = await listAssessmentEntries(store, cut, assessment);
  const where = { assessment };
  const holds: Statement[] = [
    ...panels.filter(({ open }) => !open).map((record) => ({ hold: "panel", record }) as const),
    ...scores.map((record) => ({ hold: "panelScore", record }) as const),
    ...entries.map((record) => ({ hold: "assessmentEntry", record }) as const),
    { bound: "panel", where, most: panels.length },
    { bound: "panelScore", where, most: scores.length },
    { bound: "assessmentEntry", where, most: entries.length },
  ];
  const open = panels.filter((panel) => panel.open);
  const shut = open.map((panel) => ({ ...panel, open: false }));
  const closing = planVersions("panel", { current: open, incoming: shut }, { reason: "other", note: "seal" });
  return { holds, closing: closing.statements };
}

/**
 * Seals a run: computes it on what was recorded by the last commit, and stores the result with the versions that it
 * rests on and its hash. Refused with every reason at once; then nothing is stored.
 */
export async function sealRunOf(
  context: Context,
  asker: Asker,
  { id, ifMatch, language }: { id: string; ifMatch: number; language: Language },
): Promise<void> {
  const before = await getManaged(context, id, ifMatch);
  const refusal = sealRefusal(before);
  if (refusal !== null) throw new Refusal(409, refusal.code);
  const opened = await withScheme(context, before);
  const isPublished = opened.scheme.state === "published";
  const instant = await presentInstant(context);
  const computed = await computeRun(context, opened, { purpose: "seal", instant });
  if (computed.refusals.length > 0 || !isPublished) {
    const views = refusalViews({ ...opened, language }, computed.refusals);
    const faults = views.map(({ code, area, criterion, detail }) => ({
      ...{ field: [area?.code, criterion?.code].filter((part) => part !== undefined).join("."), code, detail },
    }));
    throw new Refusal(422, "run-refused", [
      ...(isPublished ? [] : [{ field: "scheme", code: "scheme-not-published" }]),
      ...faults,
    ]);
  }
  const schemeVersion = opened.scheme.version;
  const hash = hashOf(computed, { schemeVersion, instant });
  if (hash === null) throw new Error("a run without refusals has no hash");
  const { statements, lines } = frozen(id, computed);
  const { closing, holds } = await settlePanels(context, before.assessment, instant);
  const { evaluation: after } = requireStaged(sealEvaluation(before, { schemeVersion, instant, hash, lines }));
  const leaves = { hash, instant, schemeVersion: String(schemeVersion), lines: String(lines) };
  const entryOf = (area: string): ChangeEntry => ({ area, action: "evaluation-seal", subject: id, after: leaves });
  await change(context, asker, {
    statements: [
      // The scheme must still be the version that was used.
      { hold: "scheme", record: opened.scheme },
      ...holds,
      ...closing,
      ...versionStatements(before, after),
      ...statements,
      stepStatement(asker, after, { kind: "sealed", leaves }),
    ],
    entries: [
      entryOf(before.city),
      ...before.members
        .map(({ area }) => area)
        .filter((area) => area !== before.city)
        .map(entryOf),
    ],
  });
}
