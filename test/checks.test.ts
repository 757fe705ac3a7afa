import { CheckList, CheckView, TryOutView } from "@yuanbiao/server/check/shape";
import { EffectView, ReportView } from "@yuanbiao/server/report/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addressOf,
  attempt,
  type Desk,
  fill,
  good,
  match,
  openDesk,
  openFresh,
  openRound,
  readReport,
  refusal,
  refused,
  refusedAt,
  step,
} from "./support/reporting.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const share = "sei-share-above-scale";
const firms = "valid-hitech-firms";
const named = { name: "审核", nameEn: "Check", active: true, note: null, noteEn: null };
const range = (min: string | null, max: string | null) => ({
  ...{ kind: "range", min, minInclusive: true, max, maxInclusive: true },
});
const swing = (percent: string, against = "previous") => ({ kind: "swing", against, percent });
const check = (code: string, rule: object, own: object = {}) => ({
  ...{ code, ...named, severity: "soft", indicators: [share], rule },
  ...own,
});
const post = (body: object) => desk.people.office.send("POST", "/api/checks", body);
const put = ({ code, ...body }: ReturnType<typeof check>, version: number) =>
  desk.people.office.send("PUT", `/api/checks/${code}`, body, match(version));

describe("a check", () => {
  it("is made, and changed by who saw its version", async () => {
    const made = check("swing", swing("30"));
    expect(await good(CheckView, post(made))).toMatchObject({ code: "swing", version: 1 });
    expect(await refused(post(made))).toEqual([409, "check-exists"]);
    const changed = await good(CheckView, put({ ...made, rule: swing("20") }, 1));
    expect(changed).toMatchObject({ version: 2, rule: { percent: "20" } });
    expect(await refused(put({ ...made, rule: swing("10") }, 1))).toEqual([412, "stale-version"]);
    expect(await refused(put(check("none", swing("10")), 1))).toEqual([404, "unknown-check"]);
    const { items } = CheckList.parse(await desk.people.clerk.read("/api/checks"));
    expect(items).toMatchObject([{ code: "swing", version: 2, rule: { percent: "20" } }]);
    const before = CheckList.parse(await desk.people.clerk.read("/api/checks?asOf=2026-04-09"));
    expect(before.items).toEqual([]);
  });
  it("is the office's: nobody else makes, changes or tries one", async () => {
    const { clerk, approver, verifier, leader } = desk.people;
    const body = check("other", swing("30"));
    for (const who of [clerk, approver, verifier, leader]) {
      expect(await refused(who.send("POST", "/api/checks", body))).toEqual([403, "forbidden"]);
      const tried = who.send("POST", "/api/checks/try-out", { check: body, city: "liuzhou" });
      expect(await refused(tried)).toEqual([403, "forbidden"]);
    }
  });
  it.each([
    ["hard where a true figure may jump", check("a", swing("30"), { severity: "hard" }), ["severity hard-swing"]],
    [
      "hard where the other source may be wrong",
      check("a", { kind: "other-source", percent: "-1" }, { severity: "hard" }),
      ["severity hard-other-source", "rule.percent negative-percent"],
    ],
    ["without bounds", check("a", range(null, null)), ["rule unbounded-range"]],
    ["that no figure passes", check("a", range("5", "1")), ["rule.max empty-range"]],
    [
      "of what is not known, twice, and without a number",
      check("a", range("0", null), { indicators: ["gdp", "gdp", "no-such", "growth-plan"] }),
      ["indicators.1 repeated-indicator", "indicators.2 unknown-indicator", "indicators.3 no-number"],
    ],
    [
      "of units that do not add up",
      check("a", relation([term("sei-output")], [term(firms)]), { indicators: [] }),
      ["rule.right.0.indicator mixed-units"],
    ],
    [
      "with every fault of a relation at once",
      check(
        "a",
        relation(
          [term("sei-output", { coefficient: "0" }), term("sei-output", { unitFactor: "-1" })],
          [term(firms, { moment: "year-to-date", unitFactor: "1" })],
        ),
      ),
      [
        "indicators indicators-of-relation",
        "rule.left.0.coefficient zero-coefficient",
        "rule.left.1 repeated-term",
        "rule.left.1.unitFactor non-positive-factor",
        "rule.right.0.moment not-additive",
      ],
    ],
  ])("%s is refused, each fault at its field", async (_, body, expected) => {
    const { status, problem } = await refusal(post(body));
    expect([status, problem.code]).toEqual([422, "check-not-acceptable"]);
    expect(problem.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
    const tried = desk.people.office.send("POST", "/api/checks/try-out", { check: body, city: "liuzhou" });
    expect(await refusedAt(tried)).toEqual(expected);
  });
});

function term(indicator: string, own: object = {}) {
  return { indicator, moment: "this", coefficient: "1", unitFactor: null, ...own };
}
function relation(left: object[], right: object[]) {
  return { kind: "relation", left, comparator: "=", right, constant: "0", tolerance: { kind: "absolute", value: "0" } };
}

describe("a try-out on the figures that Liuzhou published", () => {
  const tryOut = async (body: object) =>
    good(TryOutView, desk.people.office.send("POST", "/api/checks/try-out", { check: body, city: "liuzhou" }));

  it("says for each area and period what would have happened, and stores nothing", async () => {
    const found = await tryOut(check("t", range("20", null), { severity: "hard" }));
    expect(found.counts).toEqual({ blocked: 1, asked: 0, passed: 2, "not-checked": 0 });
    expect(found.reports.map(({ area, period, outcome }) => [area.code, period, outcome])).toEqual([
      ["liuzhou", "2024", "passed"],
      ["liuzhou", "2020", "blocked"],
      ["liudong", "2018-H1", "passed"],
    ]);
    expect(found.reports[1]?.findings).toMatchObject([{ code: "below-min", actual: "10.8", expected: "20" }]);
    const { items } = CheckList.parse(await desk.people.office.read("/api/checks"));
    expect(items.map(({ code }) => code)).toEqual(["swing"]);
  });
  it("takes no bound for a figure: more than 1000 in 2006 is no growth to 1390.93 in 2007", async () => {
    const body = check("t", swing("20"), { indicators: ["gross-industrial-output"] });
    const ofCity = (await tryOut(body)).reports.filter(({ area }) => area.code === "liuzhou");
    const outcomes = new Map(ofCity.map(({ period, outcome }) => [period, outcome]));
    expect(outcomes.has("2006")).toBe(false);
    expect(outcomes.get("2007")).toBe("not-checked");
    expect(outcomes.get("2008")).toBe("asked");
    expect(outcomes.get("2009")).toBe("passed");
    const [growth] = ofCity.find(({ period }) => period === "2008")?.findings ?? [];
    expect(growth).toMatchObject({ actual: "1750.21", expected: "1390.93", deviation: "25.83" });
  });
  it("of another city looks at that city's figures alone", async () => {
    const body = { check: check("t", range("0", null), { indicators: [] }), city: "nowhere" };
    expect(await refused(desk.people.office.send("POST", "/api/checks/try-out", body))).toEqual([404, "unknown-city"]);
  });
});

describe("a check on a report", () => {
  const id = "2025A.liuzhou";
  it("soft: asks for an explanation when the report is handed in, and is content with one", async () => {
    await openRound(desk, { areas: ["liuzhou"] });
    const { clerk } = desk.people;
    const soft = check("explain", swing("5"), { name: "波动超过5%", nameEn: "Swing over 5 %" });
    await good(CheckView, post(soft));
    const inactive = { ...check("swing", swing("20")), active: false };
    await good(CheckView, put(inactive, 2));
    const typed = { indicator: share, content: { state: "value", value: "31", explanation: null } };
    const effect = await good(EffectView, clerk.send("POST", `${addressOf(id)}/effect`, typed));
    expect(effect.findings).toMatchObject([{ code: "swing", check: { code: "explain" }, expected: "29" }]);
    await fill(clerk, id, { [share]: "31" });
    const { status, problem } = await refusal(attempt(clerk, id, ["submit"]));
    expect([status, problem.code]).toEqual([422, "checks-failed"]);
    expect(problem.errors).toMatchObject([{ field: `lines.${share}`, code: "explanation-needed" }]);
    expect(problem.detail).toBe("“波动超过5%”：本期值 31 比 29 变动 6.90%，超过 5%。请在情况说明写明原因，或改正。");
    expect((await readReport(clerk, id)).state).toBe("draft");
    await fill(clerk, id, { [share]: { state: "value", value: "31", explanation: "新增企业入统" } });
    const { findings, state } = await step(clerk, id, "submit");
    expect([findings.map(({ explained }) => explained), state]).toEqual([[true], "submitted"]);
  });
  it("that is made inactive asks no more; asOf shows that it once did", async () => {
    const { clerk, approver, office } = desk.people;
    await step(approver, id, "return", { reason: "请去掉说明" });
    await fill(clerk, id, { [share]: "31" });
    expect(await refused(attempt(clerk, id, ["submit"]))).toEqual([422, "checks-failed"]);
    const inactive = { ...check("explain", swing("5")), active: false };
    await good(CheckView, put(inactive, 1));
    expect((await step(clerk, id, "submit")).state).toBe("submitted");
    await step(approver, id, "approve");
    await step(office, id, "return", { reason: "再核" });
  });
  it("hard: refuses what is handed in, whatever is explained, in the words of who asks", async () => {
    const { clerk } = desk.people;
    await good(CheckView, post(check("whole", range("0", "30"), { severity: "hard" })));
    const required = { kind: "required", accepts: ["not-applicable"] };
    await good(CheckView, post(check("filled", required, { severity: "hard", indicators: [share, firms] })));
    await fill(clerk, id, { [share]: { state: "value", value: "31", explanation: "确实如此" } });
    expect(await refusedAt(attempt(clerk, id, ["submit"]))).toEqual([
      `lines.${share} above-max`,
      `lines.${firms} no-answer`,
    ]);
    const { version } = await readReport(clerk, id);
    const english = { ...match(version), "accept-language": "en" };
    const { problem } = await refusal(clerk.send("POST", `${addressOf(id)}/submit`, {}, english));
    expect(problem.errors?.map(({ detail }) => detail)).toEqual([
      "Check: the figure 31 should be at most 30.",
      "Check: this must be filled; where there is no figure, choose a state.",
    ]);
    await fill(clerk, id, { [firms]: { state: "not-reported", value: null, explanation: null } });
    expect(await refusedAt(attempt(clerk, id, ["submit"]))).toEqual([
      `lines.${share} above-max`,
      `lines.${firms} state-not-accepted`,
    ]);
    await fill(clerk, id, { [share]: "30", [firms]: { state: "not-applicable", value: null, explanation: null } });
    expect((await step(clerk, id, "submit")).state).toBe("submitted");
  });
  it("against another source: what is published for the same question", async () => {
    await openRound(desk, { code: "2024A", period: "2024", areas: ["liuzhou"] });
    const { clerk } = desk.people;
    await good(CheckView, post(check("published", { kind: "other-source", percent: "2" })));
    const later = "2024A.liuzhou";
    await fill(clerk, later, { [share]: "29.3", [firms]: "400" });
    const near = ReportView.parse(await clerk.read(addressOf(later)));
    expect(near.findings).toEqual([]);
    await fill(clerk, later, { [share]: "27" });
    const [found] = ReportView.parse(await clerk.read(addressOf(later))).findings;
    expect(found).toMatchObject({ code: "differs-from-source", expected: "29", deviation: "-6.90", limit: "2" });
    expect(found?.source).not.toBe("");
    expect(await refusedAt(attempt(clerk, later, ["submit"]))).toEqual([`lines.${share} explanation-needed`]);
    const { notChecked } = ReportView.parse(await clerk.read(addressOf(id)));
    expect(notChecked).toContainEqual(
      expect.objectContaining({ check: { code: "published", name: "审核" }, reason: "no-other-source" }),
    );
  });
  it("a share against its own parts: what no rounding explains is asked about, at the share", async () => {
    const [whole, part, quotient] = ["gross-industrial-output", "sei-output", "sei-share-all-industry"];
    const lines = [quotient, part, whole].map((indicator) => ({ indicator, caliber: "unstated" }));
    const { id: filed } = await openFresh(desk, { period: "2023", lines });
    const { clerk } = desk.people;
    await good(CheckView, post(check("parts", { kind: "parts", tolerance: "0" }, { indicators: [] })));
    await fill(clerk, filed, { [quotient]: "35.5", [part]: "177.3", [whole]: "500.1" });
    const codesOf = async () => (await readReport(clerk, filed)).findings.map(({ code }) => code);
    expect(await codesOf()).not.toContain("differs-from-parts");
    await fill(clerk, filed, { [quotient]: "30.2" });
    const { findings } = await readReport(clerk, filed);
    expect(findings.find(({ code }) => code === "differs-from-parts")).toMatchObject({
      ...{ indicators: [quotient], expected: "35.45", deviation: "-5.25" },
    });
    const typed = { indicator: quotient, content: { state: "value", value: "35.45", explanation: null } };
    const effect = await good(EffectView, clerk.send("POST", `${addressOf(filed)}/effect`, typed));
    expect(effect.findings.map(({ code }) => code)).not.toContain("differs-from-parts");
    expect(await refusedAt(attempt(clerk, filed, ["submit"]))).toContain(`lines.${quotient} explanation-needed`);
  });
});
