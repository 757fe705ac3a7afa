import { ResultsView } from "@yuanbiao/server/evaluation/result-shape";
import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import { EntryList, PanelList } from "@yuanbiao/server/panel/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Hall, match, members, moveRun, openHall, publishScheme } from "./support/assessing.ts";
import { good, refusal } from "./support/reporting.ts";

let hall: Hall;
const run = { id: "judged", name: "2018年度考核", city: "yunxi", scheme: "yunxi-2018", members };
const at = "/api/panels/judged/talent";
beforeAll(async () => {
  hall = await openHall();
  await publishScheme(hall, "yunxi-2018");
  await good(EvaluationView, hall.people.assessor.send("POST", "/api/evaluations", run));
});
afterAll(() => hall.close());

describe("experts", () => {
  it("are named by the office; nobody else is one", async () => {
    const { assessor, experts, clerk } = hall.people;
    const body = { judges: [clerk.account], open: true };
    const wrong = await refusal(assessor.send("PUT", at, body, match(0)));
    expect([wrong.problem.code, wrong.problem.errors?.[0]?.field]).toEqual(["panel-not-acceptable", "judges.0"]);
    const judges = experts.map(({ account }) => account);
    const { items } = await good(PanelList, assessor.send("PUT", at, { judges, open: true }, match(0)));
    expect(items[0]?.judges.map(({ code }) => code)).toEqual(judges);
    expect(items[0]?.candidates.length).toBeGreaterThanOrEqual(3);
  });

  it("score blind: each sees its own scores alone, and the office how many there are", async () => {
    const { assessor, experts } = hall.people;
    const [first, second] = experts;
    if (first === undefined || second === undefined) throw new Error("no experts");
    const give = (who: typeof first, score: string, version = 0) =>
      who.send("PUT", `${at}/scores/yx-hitech`, { score, comment: "评语" }, match(version));
    await good(PanelList, give(first, "91"));
    await good(PanelList, give(second, "62.5"));
    const seen = JSON.stringify(await first.read("/api/panels/mine"));
    expect(seen).toContain('"91"');
    expect(seen).not.toContain("62.5");
    expect(seen).not.toContain(second.account);
    const office = JSON.stringify(await assessor.read("/api/panels"));
    expect(office).not.toContain('"91"');
    const { items } = PanelList.parse(JSON.parse(office));
    expect(items[0]?.areas.find(({ area }) => area.code === "yx-hitech")).toMatchObject({ given: 2, own: null });
    expect((await refusal(give(first, "101", 1))).problem.code).toBe("score-off-scale");
    expect((await refusal(give(first, "90", 7))).problem.code).toBe("stale-version");
    expect((await first.ask("/api/evaluations/judged")).status).toBe(404);
  });

  it("are not let in where they were not asked, nor once the panel is closed", async () => {
    const { assessor, experts } = hall.people;
    const stranger = await hall.served.as("expert");
    const body = { score: "80" };
    expect((await refusal(stranger.send("PUT", `${at}/scores/yx-river`, body, match(0)))).status).toBe(404);
    const judges = experts.map(({ account }) => account);
    await good(PanelList, assessor.send("PUT", at, { judges, open: false }, match(1)));
    const late = experts[0]?.send("PUT", `${at}/scores/yx-river`, body, match(0));
    if (late === undefined) throw new Error("no experts");
    expect((await refusal(late)).problem.code).toBe("panel-closed");
  });

  it("too few of them leave a park without points, and the run is refused with the reason", async () => {
    const { refusals } = ResultsView.parse(await hall.people.assessor.read("/api/evaluations/judged/results"));
    const codes = refusals.filter(({ criterion }) => criterion?.code === "talent").map(({ code }) => code);
    expect([...new Set(codes)].toSorted()).toEqual(["panel-missing", "too-few-judges"]);
  });
});

describe("what the office counts", () => {
  const entry = (area: string, code: string): string => `/api/evaluations/judged/entries/${area}/${code}`;
  it("adjusts totals and strikes by veto, each with its reason, and only what the scheme knows", async () => {
    const { assessor, experts } = hall.people;
    const judges = experts.map(({ account }) => account);
    await good(PanelList, assessor.send("PUT", at, { judges, open: true }, match(2)));
    for (const [index, expert] of experts.entries()) {
      for (const { area } of members) {
        const version = area === "yx-hitech" && index < 2 ? 1 : 0;
        await good(PanelList, expert.send("PUT", `${at}/scores/${area}`, { score: "90" }, match(version)));
      }
    }
    const before = ResultsView.parse(await assessor.read("/api/evaluations/judged/results")).items;
    const count = (area: string, code: string, times: number) =>
      assessor.send("PUT", entry(area, code), { kind: "count", count: times, reason: "文件在案" }, match(0));
    await good(EntryList, count("yx-port", "award", 5));
    await good(EntryList, count("yx-lake", "false-figures", 1));
    const after = ResultsView.parse(await assessor.read("/api/evaluations/judged/results")).items;
    const totalOf = (items: typeof after, code: string) => Number(items.find(({ area }) => area.code === code)?.total);
    // Five awards of 1 point each, capped at 2.
    expect(totalOf(after, "yx-port") - totalOf(before, "yx-port")).toBeCloseTo(2, 6);
    const lake = after.find(({ area }) => area.code === "yx-lake");
    expect([lake?.grade?.code, lake?.locked, lake?.notes]).toEqual(["fair", true, ["否决：统计造假"]]);
    expect((await refusal(count("yx-port", "nonsense", 1))).status).toBe(404);
    const bare = assessor.send("PUT", entry("yx-port", "award"), { kind: "count", reason: "无" }, match(1));
    expect((await refusal(bare)).problem.code).toBe("entry-value-needed");
  });
  it("is not changed any more once the run is sealed", async () => {
    const { assessor } = hall.people;
    const { version } = await moveRun(hall, "judged", "feedback");
    await good(EvaluationView, assessor.send("POST", "/api/evaluations/judged/seal", {}, match(version)));
    const body = { kind: "count", count: 0, reason: "更正" };
    expect((await refusal(assessor.send("PUT", entry("yx-port", "award"), body, match(1)))).problem.code).toBe(
      "sealed-already",
    );
  });
});

describe("a judge who is taken off", () => {
  it("does not count any more, and the seal closes what was open", async () => {
    const { assessor, experts } = hall.people;
    const body = { ...run, id: "again", name: "再考" };
    await good(EvaluationView, assessor.send("POST", "/api/evaluations", body));
    const address = "/api/panels/again/talent";
    const judges = experts.map(({ account }) => account);
    await good(PanelList, assessor.send("PUT", address, { judges, open: true }, match(0)));
    for (const [index, expert] of experts.entries()) {
      for (const { area } of members) {
        const score = String(80 + 5 * index);
        await good(PanelList, expert.send("PUT", `${address}/scores/${area}`, { score }, match(0)));
      }
    }
    await good(PanelList, assessor.send("PUT", address, { judges: judges.slice(1), open: true }, match(1)));
    const trial = ResultsView.parse(await assessor.read("/api/evaluations/again/results"));
    expect(trial.refusals.map(({ code }) => code)).toContain("too-few-judges");
    await good(PanelList, assessor.send("PUT", address, { judges, open: true }, match(2)));
    const { version } = await moveRun(hall, "again", "feedback");
    await good(EvaluationView, assessor.send("POST", "/api/evaluations/again/seal", {}, match(version)));
    const { items } = PanelList.parse(await assessor.read("/api/panels"));
    expect(items.find(({ assessment }) => assessment === "again")?.open).toBe(false);
  });
});
