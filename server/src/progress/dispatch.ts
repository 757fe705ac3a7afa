import { shanghaiDay } from "@yuanbiao/core/day";
import { missingOf } from "@yuanbiao/core/missing";
import { figureClasses } from "@yuanbiao/core/observation";
import type { Progress } from "@yuanbiao/core/progress";
import type { Status } from "@yuanbiao/core/status";
import type { Target } from "@yuanbiao/core/target";
import type { Asker } from "../asker.ts";
import { recordRead, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { type DispatchRow, writeDispatch } from "../paper/dispatch.ts";
import { type ScopeQuery, scopeOf } from "../scope.ts";
import { dispatchName, owedText } from "../text/dispatch-text.ts";
import { coordinatingOffice } from "../text/office-text.ts";
import { dayText, markText } from "../text/place-text.ts";
import {
  aimText,
  belowText,
  dueText,
  qualifiedText,
  signedText,
  statusText,
  trimmedText,
} from "../text/tracking-text.ts";
import { withUnit } from "../text/unit-text.ts";
import { isOfAll, loadTargets, loadTracking } from "../tracking.ts";
import { areaRef, measuredRef, noteOf, owesView, type Speech } from "../wire/speech.ts";

/** More than a meeting goes through; a nation's table is the interface's. */
const mostRows = 1000;

const behind: readonly Status[] = ["missed", "regressed", "far-behind", "behind"];

interface Placed {
  readonly target: Target;
  readonly progress: Progress;
}

function actualText({ language }: Speech, { actual }: Progress, unit: string): string | null {
  if (actual === null || actual.figure.value === null) return null;
  const { value, qualifier, period } = actual.figure;
  return `${withUnit(language, qualifiedText(value, qualifier), unit)}\n${belowText(language, period)}`;
}

/** What the path asks by then; at the due date the target itself, where no path leads to it. */
function expectedText({ language }: Speech, { target, progress }: Placed, unit: string): string | null {
  const { expected, status } = progress;
  if (expected.value !== null) return withUnit(language, trimmedText(expected.value), unit);
  const isAtDue = target.value !== null && (status === "achieved" || status === "missed");
  return isAtDue ? withUnit(language, aimText(language, target), unit) : null;
}

function owedBy(speech: Speech, { target, progress }: Placed, on: string): string {
  const owes = owesView(speech, target, on);
  const { status, reason } = progress;
  return owedText(speech.language, {
    reason,
    lacking: missingOf(target, progress, on),
    isBehind: behind.includes(status),
    by: owes === null ? null : { name: owes.department.name, isSuggested: owes.basis === "suggested" },
  });
}

function rowOf(speech: Speech, placed: Placed, on: string): DispatchRow {
  const { language } = speech;
  const { target, progress } = placed;
  const { unit } = measuredRef(speech, target.indicator);
  const { deviation } = progress;
  return {
    area: areaRef(speech, target.area).name,
    target: noteOf(speech, target.name, target.nameEn) ?? target.name,
    due: dueText(language, target.due),
    expected: expectedText(speech, placed, unit),
    actual: actualText(speech, progress, unit),
    deviation: deviation.value === null ? null : signedText(deviation.value),
    status: statusText(language, progress),
    owed: owedBy(speech, placed, on),
  };
}

/** Figures that are not for everybody: that they were taken stands in the trail. */
async function noteUnpublished(
  context: Context,
  asker: Asker,
  { rows, query }: { rows: readonly Placed[]; query: ScopeQuery },
): Promise<void> {
  const [open] = figureClasses;
  if (rows.every(({ progress }) => (progress.actual?.figure.class ?? open) === open)) return;
  const { area, city, on, asOf, publishedBy } = query;
  const after = { paper: "dispatch.docx", on, asOf, publishedBy };
  await recordRead(context, asker, {
    ...{ area: area ?? city ?? systemArea, action: "dispatch-export", subject: area ?? city ?? null, after },
  });
}

/** 调度表: where every target in scope stands on a day, in the stated order, and what is owed by whom. */
export async function dispatchPaper(
  context: Context,
  asker: Asker,
  { language, query }: { language: Language; query: ScopeQuery },
): Promise<{ name: string; bytes: Uint8Array }> {
  const { on, registry, question } = await scopeOf(context, query);
  const speech: Speech = { registry, language };
  const targets = await loadTargets(context.store, registry, question);
  if (targets.length === 0) throw new Refusal(409, "nothing-to-dispatch");
  if (targets.length > mostRows)
    throw new Refusal(422, "too-many-targets", [{ field: "city", code: "too-many-targets" }]);
  const tracking = await loadTracking(context.store, registry, { targets, question, isWhole: isOfAll(question) });
  const rows = targets.map((target): Placed => ({ target, progress: tracking.progressOf(target, on) }));
  await noteUnpublished(context, asker, { rows, query });
  const bytes = await writeDispatch({
    ...{ language, on: dayText(language, on), signer: coordinatingOffice(language) },
    date: dayText(language, shanghaiDay(context.clock())),
    mark: markText(language, { isDemo: context.isDemo, isFinal: true, isSealed: true }),
    rows: rows.map((row) => rowOf(speech, row, on)),
  });
  const whom = query.area === undefined ? "" : ` ${areaRef(speech, query.area).name}`;
  return { bytes, name: `${dispatchName(language)}${whom} ${on}` };
}
