import type { Dependence, Gain, Lever } from "@yuanbiao/core/evaluate-gain";
import { describe, expect, it } from "vitest";
import { languages } from "../language.ts";
import { gainText, leverText } from "./gain-text.ts";
import { tieText } from "./tie-text.ts";

const names = { name: (kind: string, code: string) => `${kind}<${code}>` };
const step = { by: "criterion", code: "y" } as const;
const gain: Gain = { kind: "rank", of: "B", rank: 1, points: "0", tieBreak: step, levers: [] };
const told = (own: Partial<Gain>) => languages.map((language) => gainText(language, { ...gain, ...own }, names));

describe("what is missing to the next place or grade", () => {
  it.each<[string, Partial<Gain>, [string, string]]>([
    [
      "points",
      { points: "1.5", tieBreak: null },
      ["再得 1.5 分，与第 1 名area<B>持平。", "1.5 points more would draw level with area<B> (place 1)."],
    ],
    [
      "fewer points than can be shown",
      { points: "0.0000000001", tieBreak: null },
      ["再得 0.000001 分，与第 1 名area<B>持平。", "0.000001 points more would draw level with area<B> (place 1)."],
    ],
    [
      "none: a criterion parted the two",
      {},
      [
        "与第 1 名area<B>同分，按“criterion<y>”得分排在其后。",
        "Level with area<B> (place 1); behind by the tie-break: points of criterion<y>.",
      ],
    ],
    [
      "none: the full totals parted the two",
      { tieBreak: { by: "exact-total" } },
      [
        "与第 1 名area<B>同分，按未修约的总分排在其后。",
        "Level with area<B> (place 1); behind by the tie-break: total before rounding.",
      ],
    ],
    [
      "none: a quota ends between the two",
      { kind: "quota", of: "good" },
      [
        "与“grade<good>”名额内的最后一名同分，按“criterion<y>”得分排在名额之外。",
        "Level with the last one graded grade<good>; behind by the tie-break: points of criterion<y>.",
      ],
    ],
    [
      "none: a quota is full",
      { kind: "quota", of: "good", tieBreak: null },
      [
        "与“grade<good>”名额内的最后一名同分，名额已满。",
        "Level with the last one graded grade<good>, whose places are limited.",
      ],
    ],
  ])("%s", (_name, own, expected) => expect(told(own)).toEqual(expected));
});

describe("what one criterion could give", () => {
  const lever: Lever = { criterion: "x", room: "2.5", input: null, from: null, to: null, dependsOn: "pool" };
  it("differs by what its points depend on, in both languages", () => {
    const all: readonly Dependence[] = ["pool", "panel", "milestone", "counts", "parts", null];
    const texts = all.map((dependsOn) =>
      languages.map((language) => leverText(language, { ...lever, dependsOn, unit: null }, names)),
    );
    expect(texts.map(([chinese]) => chinese)).toEqual([
      "criterion<x>：还有 2.5 分可得，得多少取决于同组其他园区。",
      "criterion<x>：还有 2.5 分可得，得多少由专家评定。",
      "criterion<x>：还有 2.5 分可得，得多少看考核办对完成情况的认定。",
      "criterion<x>：还有 2.5 分可得，得多少看计入的次数。",
      "criterion<x>：还有 2.5 分可得，得多少取决于组成它的各部分。",
      "criterion<x>：还有 2.5 分可得。",
    ]);
    expect(texts.map(([, english]) => english)).toEqual([
      "criterion<x>: 2.5 points are left there; how many it gets depends on the others of its pool.",
      "criterion<x>: 2.5 points are left there; how many it gets is for the experts.",
      "criterion<x>: 2.5 points are left there; how many it gets depends on what the office finds done.",
      "criterion<x>: 2.5 points are left there; how many it gets depends on what is counted.",
      "criterion<x>: 2.5 points are left there; how many it gets depends on the parts that it is made of.",
      "criterion<x>: 2.5 points are left there.",
    ]);
  });
  it("or the figure that it takes", () => {
    const own = { ...lever, from: "150", to: "200", input: "actual", dependsOn: null, unit: "家" };
    expect(languages.map((language) => leverText(language, own, names))).toEqual([
      "只靠“criterion<x>”：由 150 家 提高到 200 家。",
      "criterion<x> alone: 200 units instead of 150 units.",
    ]);
  });
});

describe("equal totals", () => {
  const scheme = { ties: { rule: "competition" as const, chain: [{ by: "exact-total" as const }, step] } };
  it.each<[string, Parameters<typeof tieText>[1], [string | null, string | null]]>([
    ["nobody has the same", { tied: false, tieBreak: null }, [null, null]],
    ["share a place", { tied: true, tieBreak: null }, ["同分并列", "tied with an equal total"]],
    [
      "are parted by a step of the chain",
      { tied: false, tieBreak: 1 },
      ["与同分的园区按“criterion<y>”得分分出先后", "parted from an equal total by points of criterion<y>"],
    ],
    [
      "are parted from some, and tied with others",
      { tied: true, tieBreak: 0 },
      [
        "与同分的园区按未修约的总分分出先后，仍相同的并列",
        "parted from an equal total by total before rounding, tied with who is equal there too",
      ],
    ],
  ])("%s", (_name, said, expected) => {
    expect(languages.map((language) => tieText(language, said, scheme, names))).toEqual(expected);
  });
});
