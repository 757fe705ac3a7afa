import type { Actor } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Evaluation as Computed } from "@yuanbiao/core/evaluate";
import { isFinal } from "@yuanbiao/core/evaluation-stage";
import { objectionRefusal } from "@yuanbiao/core/objection";
import { resultOf } from "../assessing.ts";
import { rankingChart } from "../chart/ranking.ts";
import { renderPng } from "../chart/render.ts";
import { shortenSteps, waterfallChart } from "../chart/waterfall.ts";
import type { Context } from "../context.ts";
import type { Picture } from "../paper/document.ts";
import { type NoticeData, type RunAbout, writeNotice } from "../paper/notice.ts";
import { type StatementData, writeStatement } from "../paper/statement.ts";
import { areaDifferenceText } from "../text/difference-text.ts";
import { changeText, dayText, instantText, markText, officeText, placeText } from "../text/place-text.ts";
import { paperWords } from "../text/run-paper.ts";
import { differencesFrom } from "./differences.ts";
import { type Heads, loadHeads } from "./heads.ts";
import type { ResultView, StandingView } from "./result-shape.ts";
import { resultViews } from "./results.ts";
import { sentencesOf } from "./sentences.ts";
import { tellStanding } from "./standing.ts";
import { glossaryOf, type Shown, summaryView } from "./view.ts";

/** A run with everything that its papers are made of, as their reader may see it. */
export interface Told {
  readonly shown: Shown;
  readonly computed: Computed;
  readonly heads: Heads;
  readonly actor: Actor;
}

export async function tellRun(context: Context, shown: Shown, actor: Actor): Promise<Told> {
  return { shown, actor, computed: await resultOf(context, shown), heads: await loadHeads(context, shown) };
}

/** What every paper on a run says of it. */
export function aboutRun(context: Context, { shown, actor }: Told): RunAbout {
  const { evaluation, language, isSuperseded } = shown;
  const summary = summaryView(shown, actor);
  const { seal } = evaluation;
  const isSealed = seal !== null;
  return {
    language,
    mark: markText(language, { isDemo: context.isDemo, isFinal: isFinal(evaluation), isSealed, isSuperseded }),
    signer: officeText(language).assessment,
    date: dayText(language, evaluation.publishedOn ?? evaluation.noticeOn ?? shanghaiDay(context.clock())),
    city: summary.city.name,
    evaluationYear: evaluation.year,
    ...{ dataYear: summary.dataYear, scheme: summary.scheme.name, schemeVersion: summary.scheme.version },
    seal: seal === null ? null : { instant: instantText(language, seal.instant), hash: seal.hash },
  };
}

const objectionOf = (context: Context, { shown: { evaluation, language } }: Told): StatementData["objection"] => {
  const { objectionsUntil } = evaluation;
  const isTaken = objectionsUntil !== null && objectionRefusal(evaluation, shanghaiDay(context.clock())) === null;
  return isTaken ? { until: dayText(language, objectionsUntil), office: officeText(language).assessment } : null;
};

export function rankingPicture({ shown: { language } }: Told, views: readonly ResultView[]): Picture[] {
  const words = paperWords(language);
  const ranked = views.filter(({ rank, total }) => rank !== null && total !== null);
  if (ranked.length === 0) return [];
  const rows = ranked.slice(0, mostDrawn).map(({ area, rank, tied, total, lastRank, places }) => ({
    ...{ area: area.name, rank: placeText(language, { rank, tied }), total: total ?? "0" },
    before: lastRank === null ? "" : words.before(lastRank, places ?? 0),
  }));
  const chart = rankingChart(rows, words.unit);
  return [{ png: renderPng(chart), width: chart.width, height: chart.height, caption: words.ranking }];
}

const mostDrawn = 40;

async function corrections(context: Context, { shown }: Told): Promise<string[]> {
  const { replaces } = shown.evaluation;
  if (replaces === null) return [];
  const names = glossaryOf(shown);
  const differences = await differencesFrom(context, shown, replaces);
  return differences.map((one) => areaDifferenceText(shown.language, one, names));
}

/** 考核结果通报, or before 审定 the 公示 of the result. */
export async function noticePaper(context: Context, told: Told): Promise<Uint8Array> {
  const { shown, computed, heads, actor } = told;
  const { language, evaluation } = shown;
  const views = resultViews(shown, heads, actor);
  const pools = [...new Map(views.map(({ pool }) => [pool.code, pool])).values()];
  const ranked = views.filter(({ rank }) => rank !== null);
  const data: NoticeData = {
    ...aboutRun(context, told),
    isFinal: isFinal(evaluation),
    addressee: officeText(language).addressee,
    minutes: evaluation.minutes?.number ?? null,
    sentences: sentencesOf(shown, { computed, heads, actor }),
    pictures: rankingPicture(told, views),
    pools: pools.map(({ code, name }) => ({
      name,
      rows: ranked
        .filter(({ pool }) => pool.code === code)
        .map(({ area, rank, tied, total, grade, places }) => ({
          ...{ rank: placeText(language, { rank, tied }), area: area.name, total: total ?? "—" },
          ...{ grade: grade?.name ?? null, change: changeText(language, places) },
        })),
    })),
    unranked: views
      .filter(({ rank }) => rank === null)
      .map(({ area, notes }) => ({ area: area.name, reason: notes.join(language === "en" ? "; " : "；") || "—" })),
    corrections: await corrections(context, told),
    objection: objectionOf(context, told),
  };
  return writeNotice(data);
}

function waterfallPicture({ shown: { language } }: Told, { waterfall }: StandingView): Picture | null {
  if (waterfall.length === 0) return null;
  const words = paperWords(language);
  const bars = waterfall.map(({ kind, criterion, points }) => ({
    kind: kind === "full-mark" || kind === "total" ? ("end" as const) : ("step" as const),
    ...{ points, label: criterion?.name ?? words.steps[kind] },
  }));
  const chart = waterfallChart(shortenSteps(bars, words.rest), words.unit);
  return { png: renderPng(chart), width: chart.width, height: chart.height, caption: words.waterfall };
}

function statementLines({ lines }: StandingView, language: Shown["language"]): StatementData["lines"] {
  const words = paperWords(language);
  return lines.map((line) => ({
    ...{ group: line.group.name, criterion: line.criterion.name, points: line.shown, weight: line.weight },
    ...{ weighing: line.weighing, rule: line.rule, notes: line.notes },
    inputs: line.inputs.map(({ name, value, unit, sources }) => ({
      name,
      value: value === null ? words.withheld : `${value}${unit === null || unit === "" ? "" : ` ${unit}`}`,
      sources: sources.map(({ title, cited, version }) =>
        [title, ...(cited === null ? [] : [cited]), words.version(version)].join(language === "en" ? "; " : "；"),
      ),
    })),
    steps: line.steps.map(({ text }) => text),
  }));
}

/** 得分说明 of one area. */
export async function statementPaper(context: Context, told: Told, area: string): Promise<Uint8Array> {
  const { shown, computed, actor } = told;
  const { language } = shown;
  const words = paperWords(language);
  const standing = await tellStanding(context, { shown, computed, actor, area });
  const { result } = standing;
  return writeStatement({
    ...aboutRun(context, told),
    area: result.area.name,
    ...{ total: result.total ?? "—", fullMark: result.fullMark ?? shown.scheme.body.fullMark },
    grade: result.grade?.name ?? null,
    place: words.place(result.pool.name, placeText(language, result), result.ranked),
    change: result.places === null ? null : changeText(language, result.places),
    sentences: standing.sentences.slice(1),
    picture: waterfallPicture(told, standing),
    lost: standing.waterfall
      .filter(({ kind }) => kind === "lost")
      .map(({ criterion, points }) => ({ criterion: criterion?.name ?? "", points })),
    lines: statementLines(standing, language),
    totals: standing.arithmetic,
    bars: result.notes,
    objection: objectionOf(context, told),
  });
}
