import { evaluate } from "@yuanbiao/core/evaluate";
import { recordRun } from "@yuanbiao/core/evaluate-freeze";
import { differRuns } from "@yuanbiao/core/run-difference";
import { type Supposition, suppose } from "@yuanbiao/core/suppose";
import type { Asker } from "../asker.ts";
import { factsOf, resultOf } from "../assessing.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { whatIfText } from "../text/run-paper.ts";
import { differenceViews } from "./differences.ts";
import { loadHeads } from "./heads.ts";
import { type About, showEvaluation } from "./read.ts";
import { refusalViews } from "./refusals.ts";
import type { WhatIfView } from "./result-shape.ts";
import { resultViews, sightsOf } from "./results.ts";

/** 情景测算: a run on figures, targets, counts or weights that are only supposed. Nothing of it is stored, or can be. */
export async function supposeRun(
  context: Context,
  asker: Asker,
  { about, supposition }: { about: About; supposition: Supposition },
): Promise<WhatIfView> {
  const shown = await showEvaluation(context, asker, about);
  const before = await resultOf(context, shown);
  const { scheme, facts, faults } = suppose(shown.scheme.body, await factsOf(context, shown), supposition);
  if (faults.length > 0) {
    const named = faults.map(({ path, code }) => ({ field: path, code }));
    throw new Refusal(422, "supposition-not-acceptable", named);
  }
  const computed = evaluate(scheme, facts, "trial");
  const [old, records] = [recordRun(before), recordRun(computed)];
  const supposed = { ...shown, scheme: { ...shown.scheme, body: scheme } };
  const { lastRanks, lastLevel } = await loadHeads(context, shown);
  const heads = records.map(({ lines, ...head }) => ({
    ...head,
    points: Object.fromEntries(lines.map(({ criterion, counted }) => [criterion, counted])),
  }));
  const { actor } = asker;
  const differences = computed.refusals.length > 0 ? [] : differRuns(old, records);
  return {
    label: whatIfText(about.language),
    refusals: refusalViews(supposed, computed.refusals),
    items: differenceViews({
      ...{ shown: supposed, actor, differences },
      sights: sightsOf(actor, supposed, records.length > 0 ? records : old),
    }),
    results: resultViews(supposed, { heads, lastRanks, lastLevel }, actor),
  };
}
