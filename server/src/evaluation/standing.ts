import type { Actor } from "@yuanbiao/core/access";
import type { Evaluation as Computed } from "@yuanbiao/core/evaluate";
import { explainTotal, lostPoints } from "@yuanbiao/core/evaluate-explain";
import { type Gain, gainsOf, type Lever } from "@yuanbiao/core/evaluate-gain";
import { exact, plain } from "@yuanbiao/core/quantity";
import { comparesLines, type ResultSight, seesGain, seesLastRank } from "@yuanbiao/core/result-sight";
import { type AreaWeakness, type Weakness, weaknessesOf } from "@yuanbiao/core/weakness";
import type { Asker } from "../asker.ts";
import { resultOf } from "../assessing.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { gainText, leverText } from "../text/gain-text.ts";
import { totalStepTexts } from "../text/score-step.ts";
import { standingSentence } from "../text/standing-sentence.ts";
import { weaknessText } from "../text/standing-text.ts";
import { loadHeads } from "./heads.ts";
import { tellLines } from "./lines.ts";
import { showPoints } from "./points.ts";
import { type About, showEvaluation } from "./read.ts";
import type { StandingView } from "./result-shape.ts";
import { resultView, sightsOf } from "./results.ts";
import { glossaryOf, type Shown } from "./view.ts";

function decimalsOf({ registry }: Shown): ReadonlyMap<string, number> {
  return new Map([...registry.indicators.values()].map(({ code, decimals }) => [code, decimals]));
}

function leverView(shown: Shown, lever: Lever): StandingView["gains"][number]["levers"][number] {
  const names = glossaryOf(shown);
  const { criterion, room, from, to } = lever;
  const indicator = shown.scheme.body.groups
    .flatMap(({ criteria }) => criteria)
    .find(({ code }) => code === criterion)?.indicator;
  const unit = indicator == null ? null : (shown.registry.indicators.get(indicator)?.unit ?? null);
  return {
    ...{ criterion: names.ref("criterion", criterion), room, from, to, unit },
    sentence: leverText(shown.language, { ...lever, unit }, names),
  };
}

function gainViews(shown: Shown, gains: readonly Gain[]): StandingView["gains"] {
  const names = glossaryOf(shown);
  return gains.map((gain) => ({
    ...{ kind: gain.kind, points: gain.points },
    sentence: gainText(shown.language, gain, names),
    levers: gain.levers.map((lever) => leverView(shown, lever)),
  }));
}

/** What it takes to gain a place or a grade, as far as it gives away nothing of others. */
function gainsSeen(
  { shown, computed, actor, area }: Standing,
  sights: ReadonlyMap<string, ResultSight>,
): readonly Gain[] {
  const everybody = computed.areas.map((one) => one.area).filter((one) => one !== area);
  return gainsOf(computed, area, decimalsOf(shown)).filter(({ kind, of }) =>
    seesGain(actor, { area, kind, rivals: kind === "rank" ? [of] : everybody }, sights),
  );
}

interface Standing {
  readonly shown: Shown;
  readonly computed: Computed;
  readonly actor: Actor;
  readonly area: string;
}

/** What an area got and why, as far as its reader may see it: 得分说明. */
export async function tellStanding(
  context: Context,
  { shown, computed, actor, area }: Standing,
): Promise<StandingView> {
  const { heads, lastRanks, lastLevel } = await loadHeads(context, shown);
  const sights = sightsOf(actor, shown, heads);
  const head = heads.find((one) => one.area === area);
  const result = computed.areas.find((one) => one.area === area);
  const sight = sights.get(area);
  if (head === undefined || result === undefined || sight === undefined) throw new Refusal(404, "unknown-result");
  if (!sight.lines && !sight.total && !sight.rank && !sight.grade) throw new Refusal(404, "unknown-result");
  const names = glossaryOf(shown);
  const { language } = shown;
  const lastRank = seesLastRank(actor, area, lastLevel) ? (lastRanks.get(area) ?? null) : null;
  const view = resultView(shown, head, { sight, lastRank });
  const weak = sight.lines ? weaknessSeen({ shown, computed, actor, area }) : undefined;
  return {
    result: view,
    sentences: [
      ...standingSentence(language, view),
      ...(weak === undefined ? [] : [weaknessText(language, weak, names)]),
    ],
    waterfall: !sight.lines
      ? []
      : lostPoints(result, shown.scheme.body).map(({ kind, criterion, points }) => ({
          criterion: criterion === null ? null : names.ref("criterion", criterion),
          ...{ kind, points: kind === "lost" || kind === "rounding" ? plainly(showPoints(shown, points)) : points },
        })),
    arithmetic: !sight.lines
      ? []
      : totalStepTexts(language, explainTotal(result, shown.scheme.body), {
          item: (code) => itemName(shown, code),
        }),
    gains: gainViews(shown, gainsSeen({ shown, computed, actor, area }, sights)),
    lines: sight.lines ? await tellLines(context, { shown, actor, computed }, { areas: [area] }) : [],
  };
}

/** 短板 of an area; how it stands against others only to who may see the lines of others. */
function weaknessSeen({ shown, computed, actor, area }: Standing): AreaWeakness | undefined {
  const [found] = weaknessesOf(computed, area);
  const { evaluation, scheme } = shown;
  const isOpen = comparesLines(actor, { evaluation, visibility: scheme.body.visibility });
  if (found === undefined) return undefined;
  const told = (weak: Weakness): Weakness => ({ ...weak, lost: plainly(showPoints(shown, weak.lost)) });
  return { ...found, lost: found.lost.map(told), behind: isOpen ? found.behind.map(told) : [] };
}

/** Without the zeros at the end. */
const plainly = (points: string): string => plain(exact(points));

/** A part of a total is a group, or something that is added. */
function itemName(shown: Shown, code: string): string {
  const names = glossaryOf(shown);
  const group = names.name("group", code);
  return group === code ? names.name("item", code) : group;
}

export async function getStanding(
  context: Context,
  asker: Asker,
  { about, area }: { about: About; area: string },
): Promise<StandingView> {
  const shown = await showEvaluation(context, asker, about);
  const computed = await resultOf(context, shown);
  return tellStanding(context, { shown, computed, actor: asker.actor, area });
}
