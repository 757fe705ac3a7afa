import { accountRoles } from "@yuanbiao/core/access";
import { scorerCases } from "@yuanbiao/core/scorer-cases";
import { PreviewView } from "@yuanbiao/server/scoring/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "./support/refusal.ts";
import { dump, good, refusal } from "./support/reporting.ts";
import { type Asking, type Served, serve } from "./support/served.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const ask = (body: unknown, who: Asking = served, headers: Record<string, string> = {}): Promise<Response> =>
  who.send("POST", "/api/scoring/preview", body, headers);
const tryOut = (body: unknown): Promise<PreviewView> => good(PreviewView, ask(body));

const request = (scorer: object, inputs: object, own: object = {}) => ({ scorer, weight: "10", inputs, ...own });
const completion = (inputs: object, own: object = {}) => request({ type: "completion" }, inputs, own);

describe("a worked case", () => {
  it.each(scorerCases)("$id ($source) gives the points that it must", async (given) => {
    const found = await tryOut(given.request);
    expect(found).toMatchObject({ points: given.points, flags: given.flags });
    expect(found).not.toHaveProperty("reason");
  });
});

describe("an answer", () => {
  it("explains 9.33 of 10 for 280 against 300, step by step", async () => {
    expect(await tryOut(completion({ actual: "280", target: "300" }))).toEqual({
      points: "9.33",
      rate: "0.9333",
      flags: [],
      trace: [
        {
          code: "rate-of-target",
          area: null,
          item: null,
          figures: { actual: "280", target: "300", rate: "0.9333333333" },
          text: "完成率 = 完成值 280 ÷ 目标值 300 = 0.9333333333",
        },
        {
          code: "weighted",
          area: null,
          item: null,
          figures: { weight: "10", rate: "0.9333333333", points: "9.3333333333" },
          text: "得分 = 权重 10 × 0.9333333333 = 9.3333333333",
        },
        {
          code: "rounded-half-up",
          area: null,
          item: null,
          figures: { from: "9.3333333333", scale: "2", to: "9.33" },
          text: "9.3333333333 按四舍五入修约到 2 位小数：9.33",
        },
      ],
    });
  });
  it("rounds to 2 decimals, half up, unless it is said", async () => {
    const inputs = { actual: "0.2345", target: "1" };
    const pointsFor = async (rounding?: object) => (await tryOut(completion(inputs, rounding && { rounding }))).points;
    expect(await pointsFor()).toBe("2.35");
    expect(await pointsFor({})).toBe("2.35");
    expect(await pointsFor({ mode: "half-even" })).toBe("2.34");
    expect(await pointsFor({ scale: 0 })).toBe("2");
    expect(await pointsFor({ mode: "half-even", scale: 6 })).toBe("2.345000");
  });
  it.each([
    ["a target of 0", completion({ actual: "5", target: "0" }), "non-positive-target"],
    ["a missing actual", completion({ actual: null, target: "5" }), "missing-input"],
    ["no inputs", completion({}), "missing-input"],
    [
      "a pool of one",
      request({ type: "min-max", direction: "up", degenerate: "full" }, { values: { A: "5" } }),
      "pool-of-one",
    ],
    [
      "an empty pool",
      request({ type: "rank-points", ties: "dense", formula: "linear", direction: "up" }, { values: {} }),
      "empty-pool",
    ],
  ])("to %s has no points and says why", async (_, body, reason) => {
    const { trace, ...found } = await tryOut(body);
    expect(found).toMatchObject({ points: null, reason, rate: null, flags: [] });
    expect(new Set(trace.map(({ code }) => code))).toEqual(new Set(reason === "empty-pool" ? [] : ["not-scored"]));
  });
  it("for a pool names the area that has no figure, and ranks the others", async () => {
    const scorer = { type: "rank-points", ties: "competition", formula: "linear", direction: "up" };
    const found = await tryOut(request(scorer, { values: { A: "1", B: null, C: "3" } }));
    expect(found.points).toEqual({ A: "5.00", B: null, C: "10.00" });
    expect(found.reasons).toEqual({ B: "missing-input" });
    expect(found).not.toHaveProperty("reason");
    expect(found.trace.filter(({ code }) => code === "ranked").map(({ area }) => area)).toEqual(["A", "C"]);
  });
  it("needs no weight where the points are absolute", async () => {
    const scorer = { type: "adjustments", items: [{ code: "award", points: "0.5" }] };
    const found = await tryOut({ scorer, inputs: { base: "60", counts: { award: 3 } } });
    expect(found.points).toBe("61.50");
  });
});

const tier = (from: string | null, to: string | null, points: string) => ({
  ...(from !== null && { from }),
  ...(to !== null && { to }),
  points,
});
const tiers = (...list: object[]) => request({ type: "tiers", tiers: list }, { value: "1" });

describe("a request that cannot be computed", () => {
  it.each<[string, unknown, string, string[]]>([
    [
      "a gap between tiers",
      tiers(tier(null, "10", "1"), tier("10", "20", "2"), tier("25", null, "3")),
      "scorer-not-acceptable",
      ["scorer.tiers[2].from tier-gap"],
    ],
    [
      "a malformed figure in a tier",
      tiers(tier(null, "10", "1"), tier("ten", null, "2")),
      "scorer-not-acceptable",
      ["scorer.tiers[1].from malformed-quantity"],
    ],
    [
      "a number that is no text",
      request({ type: "completion", cap: 1.2 }, {}),
      "scorer-not-acceptable",
      ["scorer.cap wrong-type"],
    ],
    ["no known scorer", request({ type: "vote" }, {}), "scorer-not-acceptable", ["scorer.type unknown-scorer"]],
    [
      "what the scorer does not know",
      request({ type: "completion", ceiling: "1" }, {}),
      "scorer-not-acceptable",
      ["scorer.ceiling unknown-parameter"],
    ],
    [
      "an unknown option",
      request({ type: "min-max", direction: "sideways", degenerate: "full" }, {}),
      "scorer-not-acceptable",
      ["scorer.direction unknown-option"],
    ],
    [
      "without what the scorer needs",
      request({ type: "min-max", direction: "up" }, {}),
      "scorer-not-acceptable",
      ["scorer.degenerate unknown-option"],
    ],
    [
      "a fault deep in a composite",
      request({ type: "composite", parts: [{ share: "1", of: { parts: [{ share: "0.4", of: "a" }] } }] }, { a: "1" }),
      "scorer-not-acceptable",
      ["scorer.parts[0].of.parts shares-not-one"],
    ],
    [
      "a malformed share deep in a composite",
      request({ type: "composite", parts: [{ share: "1", of: { parts: [{ share: "x", of: "a" }] } }] }, {}),
      "scorer-not-acceptable",
      ["scorer.parts[0].of.parts[0].share malformed-quantity"],
    ],
    [
      "every fault at once",
      { ...request({ type: "completion", cap: "0", floor: "-1" }, { actual: 5, value: "1" }), weight: undefined },
      "bad-parameter",
      [
        "scorer.cap non-positive-value",
        "scorer.floor negative-value",
        "weight missing-parameter",
        "inputs.actual wrong-type",
        "inputs.value unknown-parameter",
      ],
    ],
    [
      "a weight and a rounding that mean nothing",
      { ...completion({}), weight: "-1", rounding: { mode: "up", scale: 7 } },
      "bad-parameter",
      ["weight negative-weight", "rounding.mode unknown-option", "rounding.scale scale-out-of-range"],
    ],
    [
      "a malformed figure of a pool",
      request(
        { type: "min-max", direction: "up", degenerate: "full" },
        { values: { A: "5", "liuzhou-hitech": "1,000" } },
      ),
      "bad-parameter",
      ["inputs.values.liuzhou-hitech malformed-quantity"],
    ],
    [
      "names that are none",
      request({ type: "min-max", direction: "up", degenerate: "full" }, { values: { a_b: "5", A: "1" } }),
      "bad-parameter",
      ["inputs.values.a_b malformed-code"],
    ],
    [
      "a code that every object has",
      { scorer: { type: "adjustments", items: [{ code: "toString", points: "1" }] }, inputs: { base: "1" } },
      "scorer-not-acceptable",
      ["scorer.items[0].code reserved-name"],
    ],
    ["nothing", {}, "bad-parameter", ["scorer missing-parameter", "inputs missing-parameter"]],
  ])("with %s is refused at the place", async (_, body, code, expected) => {
    const { status, problem } = await refusal(ask(body));
    expect([status, problem.code]).toEqual([400, code]);
    expect(problem.errors?.map((error) => `${error.field} ${error.code}`)).toEqual(expected);
  });
  it("is told in the language of who asks, with the values that have no points", async () => {
    const body = tiers(tier(null, "10", "1"), tier("12", null, "2"));
    expect((await refusal(ask(body))).problem).toMatchObject({
      title: "计分规则有误",
      detail: "10 与 12 之间的数值不属于任何一档。",
    });
    const english = await refusal(ask(body, served, { "accept-language": "en" }));
    expect(english.problem).toMatchObject({
      title: "Scorer not acceptable",
      detail: "Values between 10 and 12 belong to no tier.",
    });
  });
  it.each([
    [[tier(null, "10", "1"), tier("9", null, "2")], "9 与 10 之间的数值同时属于两档。"],
    [[tier(null, null, "1"), tier("9", null, "2")], "9 以上的数值同时属于两档。"],
    [[{ ...tier("9", null, "2"), fromInclusive: false }, tier(null, "9", "1")], "数值 9 不属于任何一档。"],
    [[tier("9", null, "2")], "9 以下的数值不属于任何一档。"],
    [[tier(null, "9", "2")], "9 以上的数值不属于任何一档。"],
  ])("of tiers %j: %s", async (list, detail) => {
    expect((await refusal(ask(tiers(...list)))).problem.detail).toBe(detail);
  });
  it("in a body that is not JSON is refused like other bodies", async () => {
    const headers = { "content-type": "application/json" };
    const sent = served.ask("/api/scoring/preview", { method: "POST", body: "{", headers });
    expect(await codeOf(sent)).toEqual([400, "malformed-body"]);
  });
});

describe("the try-out", () => {
  const body = completion({ actual: "280", target: "300" });
  it("is for everybody who has a role, and for nobody else", async () => {
    expect(await codeOf(ask(body, served.signedOut))).toEqual([401, "signed-out"]);
    expect(await codeOf(ask(body, await served.as(null)))).toEqual([403, "forbidden"]);
    for (const role of accountRoles) {
      expect((await good(PreviewView, ask(body, await served.as(role)))).points, role).toBe("9.33");
    }
  });
  it("stores nothing, also with an Idempotency-Key", async () => {
    const before = [dump(served), await served.context.store.readVersion()];
    await tryOut(body);
    await good(PreviewView, ask(body, served, { "idempotency-key": "once" }));
    await refusal(ask(request({ type: "vote" }, {})));
    expect([dump(served), await served.context.store.readVersion()]).toEqual(before);
  });
});
