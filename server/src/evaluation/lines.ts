import type { Actor } from "@yuanbiao/core/access";
import { isOfPark, may } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Evaluation as Computed } from "@yuanbiao/core/evaluate";
import { explainLine, type LineExplained } from "@yuanbiao/core/evaluate-explain";
import type { UsedInput } from "@yuanbiao/core/evaluate-facts";
import { objectionRefusal } from "@yuanbiao/core/objection";
import { exact, plain } from "@yuanbiao/core/quantity";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { resultOf } from "../assessing.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { makeCursor, parseCursor } from "../page.ts";
import { findSchemeWord } from "../text/scheme-words.ts";
import { lackText } from "../text/score-lack.ts";
import { scoringRuleText } from "../text/score-rule.ts";
import { inputText, scoreStepText } from "../text/score-step.ts";
import { weighingText } from "../text/score-weighing.ts";
import { showPoints } from "./points.ts";
import { type About, showEvaluation } from "./read.ts";
import type { LinesView, LineView } from "./result-shape.ts";
import { sightsOf } from "./results.ts";
import { type Backing, loadBacking, sourceView } from "./sources.ts";
import { glossaryOf, type Shown } from "./view.ts";

interface Telling {
  readonly shown: Shown;
  readonly actor: Actor;
  readonly backing: Backing;
  /** Today in Shanghai. */
  readonly day: string;
}

function unitOf({ registry }: Shown, { indicator }: LineExplained["criterion"], { from }: UsedInput): string | null {
  const isFigure = from === "figure" || from === "target" || from === "benchmark";
  return indicator === null || !isFigure ? null : (registry.indicators.get(indicator)?.unit ?? null);
}

function inputsOf(line: LineExplained, { shown, actor, backing }: Telling): LineView["inputs"] {
  const { registry, language } = shown;
  return line.inputs.map((used) => {
    const sources = used.sources.map((source) =>
      sourceView(source, { speech: { registry, language }, actor, backing }),
    );
    const isHidden = sources.some(({ value }) => value === null);
    return {
      ...{ input: used.input, name: inputText(language, used.input), from: used.from, sources },
      ...{ value: isHidden ? null : used.value, unit: unitOf(shown, line.criterion, used) },
    };
  });
}

function notesOf({ state, policy, reason }: LineExplained, { language }: Shown): string[] {
  if (state === "scored") return [];
  const how = findSchemeWord(language, "lineState", state) ?? state;
  const policyWord = findSchemeWord(language, "missing", policy) ?? policy;
  const why = reason === null ? [] : [lackText(language, reason)];
  return [how, ...why, ...(state === "settled" || state === "redistributed" ? [policyWord] : [])];
}

/** One score line with everything that a statement or an appeal needs. */
function lineView(line: LineExplained, telling: Telling): LineView {
  const { shown, actor, day } = telling;
  const { language, evaluation } = shown;
  const names = glossaryOf(shown);
  const { effective } = line.weight;
  const inputs = inputsOf(line, telling);
  // A figure that is not to be read must not be worked out from the arithmetic; experts stay blind, but their mean is said.
  const isHidden = inputs.some(({ value, from }) => value === null && from !== "panel");
  const steps = line.steps.filter(({ code }) => code !== "trimmed" || may(actor, "evaluation.survey"));
  const lost = effective === null || line.counted === null ? null : plain(exact(effective).minus(line.counted));
  const isOwn = isOfPark(actor, line.area) && may(actor, "objection.make", { area: line.area });
  return {
    area: names.ref("area", line.area),
    group: names.ref("group", line.group),
    criterion: names.ref("criterion", line.criterion.code),
    state: line.state,
    weight: effective === null ? null : showPoints(shown, effective),
    points: line.steps.length === 0 ? null : line.shown,
    counted: line.shown,
    shown: line.shown,
    lost: lost === null ? null : showPoints(shown, lost),
    reason: line.reason === null ? null : lackText(language, line.reason),
    notes: notesOf(line, shown),
    rule: scoringRuleText(language, line.criterion.scorer),
    weighing: weighingText(language, line.weight),
    inputs,
    steps: isHidden
      ? []
      : steps.map((step) => ({
          code: step.code,
          text: scoreStepText(language, step, { item: (code) => names.name("item", code) }),
        })),
    objectable: isOwn && objectionRefusal(evaluation, day) === null,
  };
}

/** Score lines of some areas, explained, in the order of the scheme. */
export async function tellLines(
  context: Context,
  { shown, actor, computed }: { shown: Shown; actor: Actor; computed: Computed },
  about: { areas: readonly string[]; criterion?: string | undefined },
): Promise<LineView[]> {
  const codes = shown.scheme.body.groups.flatMap(({ criteria }) => criteria.map(({ code }) => code));
  const asked = about.criterion === undefined ? codes : codes.filter((code) => code === about.criterion);
  const lines = about.areas.flatMap((area) =>
    asked.flatMap((criterion) => {
      const line = explainLine(computed, area, criterion);
      return line === undefined ? [] : [line];
    }),
  );
  const backing = await loadBacking(context, lines);
  const day = shanghaiDay(context.clock());
  return lines.map((line) => lineView(line, { shown, actor, backing, day }));
}

interface LinesQuery {
  readonly area?: string | undefined;
  readonly criterion?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Score lines that the asker may see, area by area; a page ends with an area. */
export async function listLines(
  context: Context,
  asker: Asker,
  { about, query }: { about: About; query: LinesQuery },
): Promise<z.infer<typeof LinesView>> {
  const shown = await showEvaluation(context, asker, about);
  const computed = await resultOf(context, shown);
  const heads = computed.areas.map(({ area, pool }) => ({ area, pool }));
  const sights = sightsOf(asker.actor, shown, heads);
  const seen = heads
    .map(({ area }) => area)
    .filter((area) => sights.get(area)?.lines === true && (query.area === undefined || query.area === area))
    .toSorted();
  if (query.area !== undefined && seen.length === 0) throw new Refusal(404, "unknown-result");
  const [after = ""] = query.cursor === undefined ? [] : parseCursor(query.cursor, 1);
  const criteria = shown.scheme.body.groups.reduce((sum, group) => sum + group.criteria.length, 0);
  const atOnce = Math.max(1, Math.floor(query.limit / (query.criterion === undefined ? criteria : 1)));
  const left = seen.filter((area) => area > after);
  const areas = left.slice(0, atOnce);
  const items = await tellLines(
    context,
    { shown, actor: asker.actor, computed },
    { areas, criterion: query.criterion },
  );
  const last = areas.at(-1);
  return { items, nextCursor: left.length > atOnce && last !== undefined ? makeCursor([last]) : null };
}
