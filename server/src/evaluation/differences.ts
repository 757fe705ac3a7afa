import { type Actor, isOfPark, may } from "@yuanbiao/core/access";
import { type AreaRecord, recordRun } from "@yuanbiao/core/evaluate-freeze";
import { isAnnounced } from "@yuanbiao/core/evaluation-stage";
import { narrower, type ResultSight } from "@yuanbiao/core/result-sight";
import { type AreaDifference, differRuns, type LineDifference } from "@yuanbiao/core/run-difference";
import { findEvaluation, listResults, listRevisedSources } from "@yuanbiao/db/queries/evaluation";
import type { Asker } from "../asker.ts";
import { computeRun, openEvaluation, presentInstant, resultOf } from "../assessing.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { lineDifferenceText } from "../text/difference-text.ts";
import { showPointsOrNone } from "./points.ts";
import { type About, showEvaluation } from "./read.ts";
import { refusalViews } from "./refusals.ts";
import type { DifferencesView } from "./result-shape.ts";
import { sightsOf } from "./results.ts";
import { glossaryOf, type Shown } from "./view.ts";

interface Compared {
  /** Which parts of each area's result may be compared. */
  readonly sights: ReadonlyMap<string, ResultSight>;
  readonly shown: Shown;
  readonly actor: Actor;
  readonly differences: readonly AreaDifference[];
}

/** Who gave which score is nobody's but the office's to read. */
function blindly(actor: Actor, line: LineDifference): LineDifference {
  if (may(actor, "evaluation.survey")) return line;
  const isPanel = ({ before, after }: LineDifference["sources"][number]): boolean =>
    (before ?? after)?.kind === "panel";
  return { ...line, sources: line.sources.filter((source) => !isPanel(source)) };
}

/** Differences as far as their reader may see the results that differ. */
export function differenceViews({ shown, actor, differences, sights }: Compared): DifferencesView["items"] {
  const names = glossaryOf(shown);
  const show = (points: string | null): string | null => showPointsOrNone(shown, points);
  const shownLine = (line: LineDifference): LineDifference => ({
    ...{ ...line, before: show(line.before), after: show(line.after), points: show(line.points) },
  });
  const graded = (code: string | null) => (code === null ? null : names.ref("grade", code));
  return differences.flatMap(({ area, total, points, rank, places, grade, lines }) => {
    const sight = sights.get(area);
    if (sight === undefined || !(sight.total || sight.rank || sight.grade || sight.lines)) return [];
    return [
      {
        area: names.ref("area", area),
        total: sight.total ? total : { before: null, after: null },
        points: sight.total ? points : null,
        rank: sight.rank ? rank : { before: null, after: null },
        places: sight.rank ? places : null,
        grade: sight.grade
          ? { before: graded(grade.before), after: graded(grade.after) }
          : { before: null, after: null },
        lines: !sight.lines
          ? []
          : lines.map(shownLine).map((line) => ({
              ...{ before: line.before, after: line.after, points: line.points },
              criterion: names.ref("criterion", line.criterion),
              sentence: lineDifferenceText(shown.language, blindly(actor, line), names),
            })),
      },
    ];
  });
}

const recordsOf = async (context: Context, shown: Shown): Promise<AreaRecord[]> =>
  shown.evaluation.seal === null
    ? recordRun(await resultOf(context, shown))
    : listResults(context.store, shown.evaluation.id);

/** What changed from the run that this one replaces. */
export async function differencesFrom(context: Context, shown: Shown, other: string): Promise<AreaDifference[]> {
  return differRuns(await listResults(context.store, other), await recordsOf(context, shown));
}

/** What changed from another run of the same assessment to this one: after 公示 every changed number is listed. */
export async function compareRuns(
  context: Context,
  asker: Asker,
  { about, other }: { about: About; other: string },
): Promise<DifferencesView> {
  const shown = await showEvaluation(context, asker, about);
  const before = { ...(await openEvaluation(context, asker, { id: other })), language: about.language };
  if (before.evaluation.assessment !== shown.evaluation.assessment) {
    throw new Refusal(409, "other-assessment", [{ field: "with", code: "other-assessment" }]);
  }
  const { actor } = asker;
  // What is not announced yet is compared by the office alone.
  const isOpen = may(actor, "evaluation.survey") || [before, shown].every(({ evaluation }) => isAnnounced(evaluation));
  if (!isOpen) throw new Refusal(404, "unknown-evaluation");
  const [old, own] = [await recordsOf(context, before), await recordsOf(context, shown)];
  const differences = differRuns(old, own);
  const [first, second] = [sightsOf(actor, before, old), sightsOf(actor, shown, own)];
  const both = [...new Set([...first.keys(), ...second.keys()])].map((area): [string, ResultSight] => {
    const seen = [first.get(area), second.get(area)].filter((sight) => sight !== undefined);
    return [area, narrower(seen[0], seen.at(-1))];
  });
  return {
    ...{ before: other, after: about.id, revised: 0 },
    refusals: own.length > 0 || !may(asker.actor, "evaluation.survey") ? [] : await refusalsNow(context, shown),
    items: differenceViews({ shown, actor, differences, sights: new Map(both) }),
  };
}

const refusalsNow = async (context: Context, shown: Shown) =>
  refusalViews(shown, (await resultOf(context, shown)).refusals);

/**
 * 已采用数据发生修订: what the sealed run would give on the figures as they stand now. Nothing of the run is rewritten;
 * empty where no version that it used was revised.
 */
export async function reviseRun(context: Context, asker: Asker, about: About): Promise<DifferencesView> {
  const shown = await showEvaluation(context, asker, about);
  const { seal, id } = shown.evaluation;
  const nothing: DifferencesView = { before: id, after: null, refusals: [], revised: 0, items: [] };
  if (seal === null) return nothing;
  const all = await listRevisedSources(context.store, id);
  // What the run would give now is a trial: for the office and leaders; a park hears of its own figures alone.
  if (!may(asker.actor, "evaluation.survey")) {
    const own = all.filter(({ area }) => isOfPark(asker.actor, area));
    return { ...nothing, revised: own.length };
  }
  const revised = all;
  if (revised.length === 0) return nothing;
  const instant = await presentInstant(context);
  const sealed = await findEvaluation(context.store, { asOf: seal.instant }, id);
  const members = sealed?.members ?? shown.evaluation.members;
  const asSealed = { ...shown, evaluation: { ...shown.evaluation, members } };
  const computed = await computeRun(context, asSealed, { purpose: "seal", instant });
  const records = await listResults(context.store, id);
  const differences = computed.refusals.length > 0 ? [] : differRuns(records, recordRun(computed));
  return {
    ...{ before: id, after: null, revised: revised.length },
    refusals: refusalViews(shown, computed.refusals),
    items: differenceViews({
      ...{ shown, actor: asker.actor, differences, sights: sightsOf(asker.actor, shown, records) },
    }),
  };
}
