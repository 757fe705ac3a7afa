import { evaluate } from "@yuanbiao/core/evaluate";
import { cityFacts, cityScheme } from "@yuanbiao/core/evaluate-city";
import { type Refusal, refusalCodes } from "@yuanbiao/core/evaluate-refusal";
import { figureFact, targetFact } from "@yuanbiao/core/scheme-example";
import { describe, expect, it } from "vitest";
import { languages } from "../language.ts";
import { refusalText } from "./refusal-text.ts";

const names = {
  name: (kind: string, code: string) => `${kind}<${code}>`,
  owner: (criterion: string) => (criterion === "firms" ? "市科技局" : null),
};
const figure = { observation: "O1", version: "2", caliber: "all", period: "2017", value: "280" };

/** What core says of each code, as it says it. */
const figuresBy: Partial<Record<string, Refusal["figures"]>> = {
  "invalid-scheme": { path: "groups[1].criteria[0].weight", fault: "negative-weight" },
  unverified: { path: "groups[1].criteria[0].weight" },
  "pool-of-one": { pool: "first" },
  "unknown-park-type": { type: "port" },
  "figure-provisional": figure,
  "figure-not-exact": { ...figure, qualifier: "~" },
  "figure-not-adopted": { ...figure, role: "reported" },
  "figure-conflict": { ...figure, other: "O2", rival: "281" },
  "caliber-mismatch": figure,
  "unlike-periods": { ...figure, period: "2017-H1" },
  "target-without-value": { target: "T1", due: "every-year", year: "2017" },
  "target-not-due": { target: "T1", due: "2020", year: "2017" },
  "target-conflict": { target: "T1", value: "300", other: "T2", rival: "301" },
  "benchmark-missing": { field: "satisfactory" },
  "points-missing": { criterion: "firms" },
};
const refusals = refusalCodes.map(
  (code): Refusal => ({ code, area: "A", criterion: "firms", figures: figuresBy[code] ?? {} }),
);

describe("a reason against a run", () => {
  it.each(languages)("has words for every code, all different and with nothing left open (%s)", (language) => {
    const texts = refusals.map((refusal) => refusalText(language, refusal, names));
    expect(texts.filter((text) => /undefined|null|[{}—]/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBe(refusalCodes.length);
    expect(texts.filter((text) => !text.startsWith("area<A>"))).toEqual([]);
  });
  it.each<[string, Partial<Refusal>, string, string]>([
    [
      "a figure that is missing: who owes it",
      { code: "figure-missing" },
      "area<A>，criterion<firms>：没有可用的数据。请area<A>补报，由市科技局核定后采用。",
      "area<A>, criterion<firms>: there is no figure to use. Area<A> is to report it; 市科技局 verifies it, then it is adopted.",
    ],
    [
      "a target that is not decomposed",
      { code: "target-not-due", figures: { target: "T1", due: "2020", year: "2017" } },
      "area<A>，criterion<firms>：目标“target<T1>”的期限是2020年，没有分解到2017年。请领导小组办公室把目标分解到2017年，并注明文号。",
      "area<A>, criterion<firms>: the target target<T1> is due 2020 and has not been decomposed for 2017. The coordinating office is to decompose it for 2017, with the number of the document.",
    ],
    [
      "a park alone in its pool",
      { code: "pool-of-one", criterion: null, figures: { pool: "first" } },
      "area<A>：比较组“pool<first>”只有这一个园区，无从比较。请考核办补充同类园区，或改用不作横向比较的方案。",
      "area<A>: it is alone in the pool pool<first>, so there is nobody to compare it with. The assessment office is to add parks of its kind, or to use a scheme that does not compare.",
    ],
    [
      "one figure alone in a pool",
      { code: "pool-of-one" },
      "area<A>，criterion<firms>：比较组里只有一个有数的园区，无从比较。请同组的其他园区补报，由市科技局核定后采用。",
      "area<A>, criterion<firms>: one park alone in the pool has a figure, so there is nobody to compare it with. The other parks of the pool are to report it; 市科技局 verifies it, then it is adopted.",
    ],
    [
      "nothing at all to score",
      { code: "nothing-to-score", criterion: null },
      "area<A>：没有一项指标可以计分，不能按 0 分排名。请考核办确认是否列入考核；列入的，请补报所缺的数，或改用其他缺数办法。",
      "area<A>: there is no criterion to score it by, and that is no score of 0. The assessment office is to confirm whether it takes part; if it does, what is missing is to be reported, or settled otherwise.",
    ],
    [
      "nobody in a group to hand a weight to",
      { code: "nothing-to-score", criterion: null, figures: { group: "growth" } },
      "area<A>：“group<growth>”没有其他指标可以计分，缺数指标的权重无处可分。请area<A>补报所缺的数，由责任部门核定后采用；或请考核办改用其他缺数办法。",
      "area<A>: no other criterion of group<growth> has points, so there is nobody to hand the weight of what is missing to. Area<A> is to report what is missing; the department in charge verifies it, then it is adopted; or the scheme is to settle it otherwise.",
    ],
    [
      "a scheme: nobody's park",
      { code: "invalid-scheme", area: null, criterion: null, figures: { path: "groups[1].weight", fault: "tier-gap" } },
      "方案不能使用（第2组：权重）：有的数值不属于任何一档。请考核办改正方案。",
      "The scheme cannot be used (Group 2: weight): Some values belong to no tier. The assessment office is to mend it.",
    ],
    [
      "an answer without a value that nobody has adopted",
      { code: "figure-not-adopted", criterion: "rd", figures: { caliber: "all", period: "2017-H1", role: "verified" } },
      "area<A>，criterion<rd>：2017年上半年的数 无数值（caliber<all>）还只是核定数，没有采用。请责任部门核定，由领导小组办公室采用。",
      "area<A>, criterion<rd>: the figure without a value (H1 2017, caliber<all>) is only a verified figure: it is not adopted. The department in charge is to verify it, and the coordinating office to adopt it.",
    ],
  ])("reads well: %s", (_name, own, chinese, english) => {
    const refusal: Refusal = { code: "figure-missing", area: "A", criterion: "firms", figures: {}, ...own };
    expect(languages.map((language) => refusalText(language, refusal, names))).toEqual([chinese, english]);
  });
  it("leaves nothing open in what a run really says", () => {
    const facts = {
      ...cityFacts,
      figures: [
        figureFact("A", "firms", "280", { role: "reported" }),
        figureFact("A", "rd", "2.2", { qualifier: "~" }),
        figureFact("A", "share", "30", { grade: "repost" }),
        figureFact("B", "firms", "150", { caliber: "part" }),
        figureFact("B", "rd", "2", { period: "2017-H1" }),
        figureFact("D", "firms", "60", { state: "not-reported", value: null }),
      ],
      targets: [targetFact("A", "rd", "2.5", { decomposition: [] }), targetFact("A", "firms", "300", { value: null })],
    };
    const { refusals: said } = evaluate(cityScheme, facts, "seal");
    expect(new Set(said.map(({ code }) => code)).size).toBeGreaterThan(6);
    const texts = languages.flatMap((language) => said.map((one) => refusalText(language, one, names)));
    expect(texts.filter((text) => /undefined|null|[{}—]/.test(text))).toEqual([]);
  });
});
