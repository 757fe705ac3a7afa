import { evaluate } from "@yuanbiao/core/evaluate";
import { cityFacts, cityScheme } from "@yuanbiao/core/evaluate-city";
import { recordRun } from "@yuanbiao/core/evaluate-freeze";
import { type PoolStandings, standingsOf } from "@yuanbiao/core/standings";
import { weaknessesOf } from "@yuanbiao/core/weakness";
import { describe, expect, it } from "vitest";
import { languages } from "../language.ts";
import { standingTexts, weaknessText } from "./standing-text.ts";

const names = { name: (_kind: string, code: string) => `<${code}>` };
const run = { scheme: cityScheme, areas: recordRun(evaluate(cityScheme, cityFacts, "seal")) };
const base: PoolStandings = {
  ...{ pool: "first", rows: [], vetoed: 0, ineligible: 0 },
  lead: { code: "leads", areas: ["A"], total: "90.00", second: ["B"], margin: "0" },
  move: { code: "nobody-moved", year: 2017, climbed: null, fell: null },
  loss: { code: "nothing-lost", group: null, criterion: null, lost: null, share: null, below: 0, among: 2 },
};
const told = (standings: PoolStandings) => languages.map((language) => standingTexts(language, standings, names));

describe("the sentences that matter of a pool", () => {
  it("of a real run: who leads, who moved, what cost most, who was barred", () => {
    expect(
      languages.map((language) =>
        standingsOf(run, cityFacts.earlier).map((own) => standingTexts(language, own, names)),
      ),
    ).toEqual([
      [
        [
          "<first>由<A>领先，88.87 分，比<B>高 33.87 分。",
          "各园区名次与 2017 年相同。",
          "失分最多的指标是“<share>”，共失 32 分，平均得分率 60%，2 个园区中有 1 个得分率不到 60%。",
        ],
        [
          "<second>由<D>领先，100.00 分，比<C>高 36 分。",
          "与 2017 年相比，上升最多的是<D>（第2 → 第1），下降最多的是<C>（第1 → 第2）。",
          "失分最多的指标是“<share>”，共失 32 分，平均得分率 60%，2 个园区中有 1 个得分率不到 60%。",
          "被否决的园区 1 个。",
        ],
      ],
      [
        [
          "<first>: <A> leads with 88.87, 33.87 above <B>.",
          "All ranks are as in 2017.",
          "Most points were lost on <share>: 32 together, the mean share being 60 %; below 60 % of it: 1 of 2.",
        ],
        [
          "<second>: <D> leads with 100.00, 36 above <C>.",
          "Against 2017, the greatest climb is that of <D> (rank 2 → 1), the greatest fall that of <C> (rank 1 → 2).",
          "Most points were lost on <share>: 32 together, the mean share being 60 %; below 60 % of it: 1 of 2.",
          "Struck by a veto: 1.",
        ],
      ],
    ]);
  });
  it("where the tie-break parted two, nobody moved and nothing was lost", () => {
    expect(told(base)).toEqual([
      ["<first>由<A>领先，90.00 分，与<B>同分，按同分规则列前。", "各园区名次与 2017 年相同。", "没有失分的指标。"],
      [
        "<first>: <A> leads with 90.00, the same as <B>, and comes first by the tie-break.",
        "All ranks are as in 2017.",
        "No criterion lost points.",
      ],
    ]);
  });
  it("where some are tied, and nobody was there the year before", () => {
    expect(
      told({
        ...base,
        lead: { code: "tied-at-top", areas: ["A", "B"], total: "90.00", second: ["C"], margin: "1.5" },
        move: { code: "no-earlier-year", year: 2017, climbed: null, fell: null },
        ineligible: 1,
      }).map((texts) => texts.filter((_, at) => at !== 2)),
    ).toEqual([
      [
        "<first>由<A>、<B>并列第一，90.00 分，比<C>高 1.5 分。",
        "没有 2017 年的名次可以比较。",
        "被否决的园区 0 个，取消名次的园区 1 个。",
      ],
      [
        "<first>: <A> and <B> share rank 1 with 90.00, 1.5 above <C>.",
        "There are no ranks of 2017 to compare with.",
        "Struck by a veto: 0; without the right to a rank: 1.",
      ],
    ]);
  });
  it("where one is alone, or none", () => {
    const alone = { ...base, lead: { ...base.lead, second: [], margin: null } };
    const none = {
      ...base,
      lead: { code: "nobody-ranked", areas: [], total: null, second: [], margin: null } as const,
    };
    expect([alone, none].flatMap((own) => told(own).map(([lead]) => lead))).toEqual([
      "<first>由<A>领先，90.00 分。",
      "<first>: <A> leads with 90.00.",
      "<first>没有列名次的园区。",
      "<first>: nobody has a rank.",
    ]);
  });
});

describe("短板", () => {
  it("of a real run", () => {
    const weaknesses = weaknessesOf(run).filter(({ area }) => area === "A" || area === "B");
    expect(languages.flatMap((language) => weaknesses.map((own) => weaknessText(language, own, names)))).toEqual([
      "失分最多的是“<rd>”（失 4.8 分，得分率 88%）、“<firms>”（失 1.33 分，得分率 93.33%）。",
      "失分最多的是“<share>”（失 32 分，得分率 20%）、“<rd>”（失 8 分，得分率 80%）、“<firms>”（失 5 分，得分率 75%）。" +
        "与同组差距最大的是“<share>”（得分率 20%，同组平均 60%，在 2 个园区中列第2）、" +
        "“<firms>”（得分率 75%，同组平均 84.17%，在 2 个园区中列第2）、“<rd>”（得分率 80%，同组平均 84%，在 2 个园区中列第2）。",
      "Most points were lost on <rd> (4.8 lost, 88 % reached), <firms> (1.33 lost, 93.33 % reached).",
      "Most points were lost on <share> (32 lost, 20 % reached), <rd> (8 lost, 80 % reached), <firms> (5 lost, 75 % reached). " +
        "Furthest behind the pool: <share> (20 %, the pool's mean is 60 %, rank 2 of 2), " +
        "<firms> (75 %, the pool's mean is 84.17 %, rank 2 of 2), <rd> (80 %, the pool's mean is 84 %, rank 2 of 2).",
    ]);
  });
  it("of who lost nothing", () => {
    const none = { area: "A", lost: [], behind: [] };
    expect(languages.map((language) => weaknessText(language, none, names))).toEqual([
      "没有失分。",
      "No points were lost.",
    ]);
  });
});
