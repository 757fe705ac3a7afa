import type { Scheme } from "@yuanbiao/core/scheme";
import { weightFor } from "@yuanbiao/core/scheme-weights";
import type { Context } from "../context.ts";
import { spoken } from "../language.ts";
import { writeRanking } from "../paper/ranking.ts";
import type { RankingData } from "../paper/ranking-data.ts";
import { changeText, placeText } from "../text/place-text.ts";
import { paperWords } from "../text/run-paper.ts";
import { schemeWord } from "../text/scheme-words.ts";
import { resultPaperWords } from "../text/score-paper-result.ts";
import { scoringRuleText } from "../text/score-rule.ts";
import { tellLines } from "./lines.ts";
import { aboutRun, type Told } from "./papers.ts";
import { resultViews, sightsOf } from "./results.ts";
import type { Shown } from "./view.ts";

function groupsOf({ scheme: { body }, language }: Shown): RankingData["groups"] {
  const types = body.parkTypes.map(({ code }) => code);
  const weights = (of: Parameters<typeof weightFor>[0]): string[] => types.map((type) => weightFor(of, type));
  return body.groups.map((group: Scheme["groups"][number]) => ({
    ...{ code: group.code, name: spoken(language, group.name, group.nameEn) },
    ...{ isCounted: group.role === "counted", weights: weights(group) },
    criteria: group.criteria.map((criterion) => ({
      ...{ code: criterion.code, name: spoken(language, criterion.name, criterion.nameEn) },
      weights: weights(criterion),
      rule: scoringRuleText(language, criterion.scorer),
      missing: schemeWord(language, "missing", criterion.missing),
    })),
  }));
}

/** 排名与得分明细 as Excel: what its reader may see of the run, sums as formulas. */
export async function rankingWorkbook(context: Context, told: Told): Promise<Uint8Array> {
  const { shown, computed, heads, actor } = told;
  const { language, scheme } = shown;
  const words = paperWords(language);
  const about = aboutRun(context, told);
  const views = resultViews(shown, heads, actor);
  const sights = sightsOf(actor, shown, heads.heads);
  const open = views.flatMap(({ area }) => (sights.get(area.code)?.lines === true ? [area.code] : []));
  const lines = await tellLines(context, { shown, actor, computed }, { areas: open });
  const joint = language === "en" ? "; " : "；";
  return writeRanking({
    ...{ language, mark: about.mark, city: about.city, evaluationYear: about.evaluationYear, scheme: about.scheme },
    parkTypes: scheme.body.parkTypes.map(({ name, nameEn }) => spoken(language, name, nameEn)),
    groups: groupsOf(shown),
    areas: views.map(({ area, pool, rank, tied, total, grade, lastRank, places, notes, adjustment, points }) => ({
      ...{ area: area.name, pool: pool.name, rank: placeText(language, { rank, tied }), total: total ?? "—" },
      ...{
        grade: grade?.name ?? null,
        lastRank: lastRank === null ? null : placeText(language, { rank: lastRank, tied: false }),
      },
      ...{ change: changeText(language, places), notes, adjustment, points: points ?? {} },
    })),
    lines: lines.map((line) => ({
      ...{ area: line.area.name, group: line.group.name, criterion: line.criterion.name },
      ...{ weight: line.weight, points: line.shown, rule: line.rule, notes: line.notes },
      inputs: line.inputs.map(({ name, value, unit }) => `${name} ${value ?? words.withheld} ${unit ?? ""}`.trim()),
      sources: line.inputs.flatMap(({ sources }) =>
        sources.map(({ title, cited, version }) =>
          [title, ...(cited === null ? [] : [cited]), words.version(version)].join(joint),
        ),
      ),
      steps: line.steps.map(({ text }) => text),
    })),
    basis:
      about.seal === null
        ? resultPaperWords[language].trialText
        : resultPaperWords[language].sealText(about.seal.instant, about.seal.hash),
  });
}
