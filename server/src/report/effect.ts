import type { FigureClass } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Progress } from "@yuanbiao/core/progress";
import type { ReportLine } from "@yuanbiao/core/report";
import { clearanceOver } from "@yuanbiao/core/sight";
import type { Target } from "@yuanbiao/core/target";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listBridges } from "@yuanbiao/db/queries/caliber";
import { listChecks } from "@yuanbiao/db/queries/check";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { lineOf, type OpenedReport, openReport } from "../reporting.ts";
import { findingsOn } from "../reporting-findings.ts";
import { loadBeside } from "../reporting-references.ts";
import { loadTracking, type Tracking } from "../tracking.ts";
import { findingViews } from "../wire/finding.ts";
import { measuredRef, noteOf, type Speech } from "../wire/speech.ts";
import { figureOf } from "./figure.ts";
import { contentFaults } from "./lines.ts";
import type { EffectBody, EffectView } from "./shape.ts";

type View = z.infer<typeof EffectView>;
interface Question {
  readonly id: string;
  readonly body: z.infer<typeof EffectBody>;
  readonly language: Language;
}

/** What a figure would do if it were filed and adopted: to its targets, and which checks would ask. Stores nothing. */
export async function previewEffect(context: Context, asker: Asker, { id, body, language }: Question): Promise<View> {
  const opened = await openReport(context, asker, id, "report.edit");
  const faults = contentFaults(opened, body);
  if (faults.length > 0) throw new Refusal(422, "lines-not-acceptable", faults);
  const standing = lineOf(opened, body.indicator);
  if (standing === undefined) throw new Refusal(404, "no-such-line");
  const line: ReportLine = { ...standing, ...body.content };
  const lines = [...opened.lines.filter(({ indicator }) => indicator !== body.indicator), line];
  const beside = await loadBeside(context, opened, asker.actor);
  const checks = await listChecks(context.store, { asOf: null });
  const { findings } = findingViews(findingsOn(checks, opened.round, lines, beside), checks, language);
  return {
    findings: findings.filter(({ indicators }) => indicators.includes(body.indicator)),
    targets: await targetEffects(context, opened, {
      line,
      language,
      clearance: clearanceOver(asker.actor, opened.round.class),
    }),
  };
}

async function targetEffects(
  context: Context,
  { report, round, registry }: OpenedReport,
  { line, language, clearance }: { line: ReportLine; language: Language; clearance: FigureClass },
): Promise<View["targets"]> {
  const targets = await targetsOf(context, line);
  if (targets.length === 0) return [];
  const now = context.clock();
  const on = shanghaiDay(now);
  const figure = figureOf(round, registry, { line, role: "adopted", day: on, note: null });
  const version = { version: 0, recordedAt: now.toISOString(), recordedBy: "", changeReason: "first" } as const;
  const assumed = figure === null ? [] : [{ ...figure, ...version, changeNote: null }];
  const at = { areas: [report.area], indicator: undefined, due: undefined };
  const question = { asOf: null, publishedBy: null, clearance, ...at };
  const load = (taken: typeof assumed): Promise<Tracking> =>
    loadTracking(context.store, registry, { targets, question, isWhole: false, assumed: taken });
  const [before, after] = [await load([]), await load(assumed)];
  const speech = { registry, language };
  return targets.map((target) => ({
    target: targetView(speech, target),
    before: standingView(before.progressOf(target, on)),
    after: standingView(after.progressOf(target, on)),
  }));
}

/** The targets that a line's figure bears on: of the same area and indicator, or joined by a bridge. */
async function targetsOf(context: Context, { area, indicator }: ReportLine): Promise<Versioned<Target>[]> {
  const now = { asOf: null };
  const bridges = await listBridges(context.store, now, { areas: [area], indicators: [indicator] });
  const own = await listTargets(context.store, now, { areas: [area], indicator });
  const joined = await listTargets(context.store, now, { ids: [...new Set(bridges.map(({ target }) => target))] });
  return [...new Map([...own, ...joined].map((target) => [target.id, target])).values()];
}

function targetView(speech: Speech, target: Target): View["targets"][number]["target"] {
  const { id, name, nameEn, comparator, value, valueMax, due } = target;
  return {
    ...{ id, name: noteOf(speech, name, nameEn) ?? name, comparator, value, valueMax, due },
    indicator: measuredRef(speech, target.indicator),
  };
}

function standingView(progress: Progress): View["targets"][number]["before"] {
  return {
    status: progress.status,
    provisional: progress.provisional,
    reason: progress.reason,
    actual: progress.actual?.figure.value ?? null,
    period: progress.actual?.figure.period ?? null,
    achievement: progress.achievement.value,
    deviation: progress.deviation.value,
    met: progress.met.value,
    pace: progress.pace.value,
  };
}
