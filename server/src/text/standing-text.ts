import { exact, plain } from "@yuanbiao/core/quantity";
import type { LeadSaid, LossSaid, Move, MoveSaid, PoolStandings } from "@yuanbiao/core/standings";
import type { AreaWeakness, Weakness } from "@yuanbiao/core/weakness";
import type { Language } from "../language.ts";
import type { AssessmentNames } from "./score-names.ts";

type Names = Pick<AssessmentNames, "name">;

interface StandingWords {
  readonly and: string;
  readonly join: string;
  lead(pool: string, lead: LeadSaid, areas: { readonly first: string; readonly second: string }): string;
  move(said: MoveSaid, moves: { readonly climbed: string | null; readonly fell: string | null }): string;
  moved(name: string, move: { readonly from: number; readonly to: number }): string;
  loss(said: LossSaid, criterion: string): string;
  barred(vetoed: number, ineligible: number): string;
  most(all: readonly string[]): string;
  lost(name: string, weakness: Weakness): string;
  behind(all: readonly string[]): string;
  apart(name: string, weakness: Weakness): string;
  readonly nothing: string;
}

/** A share as a percentage, exact: 0.8825 is 88.25. */
const percent = (share: string | null): string => (share === null ? "—" : plain(exact(share).times(100)));

const chinese: StandingWords = {
  ...{ and: "、", join: "" },
  lead(pool, { code, total, margin }, { first, second }) {
    if (code === "nobody-ranked") return `${pool}没有列名次的园区。`;
    const begins = code === "leads" ? `${pool}由${first}领先，` : `${pool}由${first}并列第一，`;
    const over = margin === "0" ? `，与${second}同分，按同分规则列前` : `，比${second}高 ${margin} 分`;
    return `${begins}${total} 分${margin === null ? "" : over}。`;
  },
  move({ code, year }, { climbed, fell }) {
    if (code === "no-earlier-year") return `没有 ${year} 年的名次可以比较。`;
    if (code === "nobody-moved") return `各园区名次与 ${year} 年相同。`;
    const said = [
      ...(climbed === null ? [] : [`上升最多的是${climbed}`]),
      ...(fell === null ? [] : [`下降最多的是${fell}`]),
    ];
    return `与 ${year} 年相比，${said.join("，")}。`;
  },
  moved: (name, { from, to }) => `${name}（第${from} → 第${to}）`,
  loss({ code, lost, share, below, among }, criterion) {
    if (code === "nothing-lost") return "没有失分的指标。";
    return `失分最多的指标是“${criterion}”，共失 ${lost} 分，平均得分率 ${percent(share)}%，${among} 个园区中有 ${below} 个得分率不到 60%。`;
  },
  barred: (vetoed, ineligible) =>
    ineligible === 0 ? `被否决的园区 ${vetoed} 个。` : `被否决的园区 ${vetoed} 个，取消名次的园区 ${ineligible} 个。`,
  most: (all) => `失分最多的是${all.join("、")}。`,
  lost: (name, { lost, share }) => `“${name}”（失 ${lost} 分，得分率 ${percent(share)}%）`,
  behind: (all) => `与同组差距最大的是${all.join("、")}。`,
  apart: (name, { share, poolMean, rankInPool, ranked }) =>
    `“${name}”（得分率 ${percent(share)}%，同组平均 ${percent(poolMean)}%，在 ${ranked} 个园区中列第${rankInPool}）`,
  nothing: "没有失分。",
};

const english: StandingWords = {
  ...{ and: " and ", join: " " },
  lead(pool, { code, total, margin }, { first, second }) {
    if (code === "nobody-ranked") return `${pool}: nobody has a rank.`;
    const begins =
      code === "leads" ? `${pool}: ${first} leads with ${total}` : `${pool}: ${first} share rank 1 with ${total}`;
    const over =
      margin === "0" ? `, the same as ${second}, and comes first by the tie-break` : `, ${margin} above ${second}`;
    return `${begins}${margin === null ? "" : over}.`;
  },
  move({ code, year }, { climbed, fell }) {
    if (code === "no-earlier-year") return `There are no ranks of ${year} to compare with.`;
    if (code === "nobody-moved") return `All ranks are as in ${year}.`;
    const said = [
      ...(climbed === null ? [] : [`the greatest climb is that of ${climbed}`]),
      ...(fell === null ? [] : [`the greatest fall that of ${fell}`]),
    ];
    return `Against ${year}, ${said.join(", ")}.`;
  },
  moved: (name, { from, to }) => `${name} (rank ${from} → ${to})`,
  loss({ code, lost, share, below, among }, criterion) {
    if (code === "nothing-lost") return "No criterion lost points.";
    return `Most points were lost on ${criterion}: ${lost} together, the mean share being ${percent(share)} %; below 60 % of it: ${below} of ${among}.`;
  },
  barred: (vetoed, ineligible) =>
    ineligible === 0
      ? `Struck by a veto: ${vetoed}.`
      : `Struck by a veto: ${vetoed}; without the right to a rank: ${ineligible}.`,
  most: (all) => `Most points were lost on ${all.join(", ")}.`,
  lost: (name, { lost, share }) => `${name} (${lost} lost, ${percent(share)} % reached)`,
  behind: (all) => `Furthest behind the pool: ${all.join(", ")}.`,
  apart: (name, { share, poolMean, rankInPool, ranked }) =>
    `${name} (${percent(share)} %, the pool's mean is ${percent(poolMean)} %, rank ${rankInPool} of ${ranked})`,
  nothing: "No points were lost.",
};

const all: Record<Language, StandingWords> = { "zh-CN": chinese, en: english };

function moveText(move: Move | null, words: StandingWords, names: Names): string | null {
  if (move === null) return null;
  return move.areas.map((own) => words.moved(names.name("area", own.area), own)).join(words.and);
}

/** What matters of a pool for leaders: who leads, who moved most, what cost most, and who was barred where somebody was. */
export function standingTexts(language: Language, standings: PoolStandings, names: Names): string[] {
  const words = all[language];
  const { pool, lead, move, loss, vetoed, ineligible } = standings;
  const list = (codes: readonly string[]): string => codes.map((code) => names.name("area", code)).join(words.and);
  const moves = { climbed: moveText(move.climbed, words, names), fell: moveText(move.fell, words, names) };
  const criterion = loss.criterion === null ? "" : names.name("criterion", loss.criterion);
  return [
    words.lead(names.name("pool", pool), lead, { first: list(lead.areas), second: list(lead.second) }),
    words.move(move, moves),
    words.loss(loss, criterion),
    ...(vetoed + ineligible === 0 ? [] : [words.barred(vetoed, ineligible)]),
  ];
}

/** 短板 of an area in a sentence or two: what lost most points, and where it is furthest behind its pool. */
export function weaknessText(language: Language, { lost, behind }: AreaWeakness, names: Names): string {
  const words = all[language];
  const said = (weaknesses: readonly Weakness[], say: StandingWords["lost"]): string[] =>
    weaknesses.map((own) => say(names.name("criterion", own.criterion), own));
  const sentences = [
    lost.length === 0 ? words.nothing : words.most(said(lost, words.lost)),
    ...(behind.length === 0 ? [] : [words.behind(said(behind, words.apart))]),
  ];
  return sentences.join(words.join);
}
