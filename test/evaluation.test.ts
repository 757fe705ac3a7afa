import { listEvaluations } from "@yuanbiao/db/queries/evaluation";
import { verifySeal } from "@yuanbiao/server/assessing";
import {
  AnnouncementView,
  DifferencesView,
  LinesView,
  ResultsView,
  StandingView,
  WhatIfView,
} from "@yuanbiao/server/evaluation/result-shape";
import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import { ObjectionView } from "@yuanbiao/server/objection/shape";
import { ObservationVersions } from "@yuanbiao/server/observation/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  announceRun,
  type Hall,
  match,
  moveRun,
  openHall,
  publishScheme,
  readRun,
  readyRun,
  sealRun,
} from "./support/assessing.ts";
import { type PostgresServer, startPostgres } from "./support/postgres.ts";
import { good, refusal } from "./support/reporting.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 600_000);
afterAll(() => server.stop());

const firms = "national-hitech-firms";
const own = "/api/evaluations/first/areas/yx-hitech";
const reply = { facts: "核对认定名单，当年12月认定一家未计入。", basis: "高新技术企业认定公告", conclusion: "upheld" };

describe.each(["sqlite", "postgres"] as const)("a year's assessment on %s", (engine) => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall(engine === "sqlite" ? {} : { databaseUrl: await server.createDatabase() });
    await publishScheme(hall, "yunxi-2018");
  }, 120_000);
  afterAll(() => hall.close());

  it("is sealed on adopted figures and this year's parts of targets, and gives 9.33 of 10 for 280 against 300", async () => {
    await readyRun(hall, "first", "yunxi-2018");
    const sealed = await sealRun(hall, "first");
    expect(sealed.seal?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(sealed.steps.map(({ kind }) => kind)).toEqual(["made", "moved", "sealed"]);
    const standing = StandingView.parse(await hall.people.assessor.read(own));
    const line = standing.lines.find(({ criterion }) => criterion.code === firms);
    expect(line).toMatchObject({ shown: "9.33", weight: "10.00", lost: "0.67", state: "scored" });
    expect(line?.inputs.map(({ name, value, unit }) => `${name} ${value} ${unit}`)).toEqual([
      "完成值 280 家",
      "目标值 300 家",
    ]);
    expect(line?.steps.at(-1)?.text).toContain("9.33");
    expect(line?.inputs[1]?.sources[0]?.cited).toContain("云示组〔2017〕2号");
    const lost = standing.waterfall.filter(({ kind }) => kind === "lost").map(({ points }) => Number(points));
    expect(100 + lost.reduce((sum, points) => sum + points, 0)).toBeCloseTo(Number(standing.result.total), 6);
  });

  it("says what another figure would give, and keeps nothing of it", async () => {
    const supposition = { figures: [{ area: "yx-hitech", indicator: firms, value: "300" }] };
    const { assessor, coordinator, served } = { ...hall.people, served: hall.served };
    const before = await served.store.readHead();
    const sent = assessor.send("POST", "/api/evaluations/first/what-if", supposition);
    const { label, items } = await good(WhatIfView, sent);
    expect(label).toContain("不写入任何数据");
    expect(items[0]?.lines[0]?.sentence).toMatch(/9\.33 → 10.*280（第 1 版） → 2017年 300（假设）/);
    expect(await served.store.readHead()).toEqual(before);
    expect((await coordinator.send("POST", "/api/evaluations/first/what-if", supposition)).status).toBe(403);
    const nobody = { figures: [{ area: "nowhere", indicator: firms, value: "300" }] };
    const wrong = await refusal(assessor.send("POST", "/api/evaluations/first/what-if", nobody));
    expect([wrong.problem.code, wrong.problem.errors?.[0]?.field]).toEqual([
      ...["supposition-not-acceptable", "figures[0].area"],
    ]);
  });

  it("cannot be sealed twice, edited, or moved on past what a stage asks for", async () => {
    const { version } = await readRun(hall, "first");
    const at = "/api/evaluations/first";
    const { assessor } = hall.people;
    expect((await refusal(assessor.send("POST", `${at}/seal`, {}, match(version)))).problem.code).toBe(
      "sealed-already",
    );
    const stage = (body: object) => refusal(assessor.send("POST", `${at}/stage`, body, match(version)));
    expect((await stage({ stage: "approval" })).problem.code).toBe("stage-not-next");
    expect((await stage({ stage: "notice" })).problem.code).toBe("until-needed");
    expect((await stage({ stage: "notice", objectionsUntil: "2026-11-01" })).problem.code).toBe("until-past");
  });

  it("shows a park nothing before 公示 but its own lines, then what the scheme's levels say", async () => {
    const { approver, stranger, coordinator } = hall.people;
    const results = async (who: typeof approver) =>
      ResultsView.parse(await who.read("/api/evaluations/first/results")).items;
    expect((await results(approver)).map(({ area, rank }) => [area.code, rank])).toEqual([["yx-hitech", null]]);
    expect(await results(coordinator)).toEqual([]);
    await announceRun(hall, "first", "2026-11-06");
    const seen = await results(stranger);
    expect(seen).toHaveLength(6);
    expect(seen.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    const open = seen.filter(({ points }) => points !== null).map(({ area }) => area.code);
    expect(open).toEqual(["yx-river"]);
    expect((await stranger.ask(`/api/evaluations/first/lines?area=yx-hitech`)).status).toBe(404);
    expect(LinesView.parse(await stranger.read("/api/evaluations/first/lines?area=yx-river")).items).toHaveLength(10);
  });

  it("gives who has not signed in what the scheme makes public, and nothing else", async () => {
    const response = await hall.served.signedOut.ask("/api/announcements/first");
    const { items, mark } = AnnouncementView.parse(await response.json());
    expect(mark).toBe("未发布");
    expect(items.map(({ grade }) => grade?.code)).not.toContain(undefined);
    for (const { total, rank, points, hidden } of items) {
      expect([total, rank, points, hidden]).toEqual([null, null, null, ["rank", "total", "lines"]]);
    }
    expect((await hall.served.signedOut.ask("/api/evaluations/first/results")).status).toBe(401);
  });

  it("takes one objection a line at a time, until its last day, from the park alone", async () => {
    const { clerk, stranger, assessor } = hall.people;
    const body = { evaluation: "first", area: "yx-hitech", criterion: firms, claim: "2017年末应为281家。" };
    expect((await refusal(stranger.send("POST", "/api/objections", body))).status).toBe(404);
    const made = await good(ObjectionView, clerk.send("POST", "/api/objections", body));
    expect((await refusal(clerk.send("POST", "/api/objections", body))).problem.code).toBe("objection-open-already");
    await moveRun(hall, "first", "objection");
    await hall.passTo("2026-11-07");
    const late = await refusal(hall.people.clerk.send("POST", "/api/objections", { ...body, criterion: "sei-share" }));
    expect(late.problem.code).toBe("objections-over");
    const stage = { stage: "approval", minutes: { number: "考办纪〔2018〕3号", day: "2026-11-07" } };
    const move = async () =>
      refusal(
        hall.people.assessor.send(
          "POST",
          "/api/evaluations/first/stage",
          stage,
          match((await readRun(hall, "first")).version),
        ),
      );
    expect((await move()).problem.code).toBe("objections-open");
    expect(assessor.account).not.toBe(hall.people.assessor.account);
    const sent = hall.people.assessor.send("POST", `/api/objections/${made.id}/reply`, reply, match(made.version));
    expect((await good(ObjectionView, sent)).reply?.conclusion).toBe("upheld");
    expect((await move()).problem.code).toBe("objection-upheld");
  });

  it("keeps its numbers when a figure is corrected, and says what would differ", async () => {
    const { coordinator, assessor, clerk } = hall.people;
    const at = "/api/observations/hitech.national-hitech-firms.2017/revision";
    const body = { value: "281", reason: "reporting-error", note: "漏计一家" };
    expect((await clerk.send("POST", at, body, match(1))).status).toBe(403);
    await good(ObservationVersions, coordinator.send("POST", at, body, match(1)));
    const revised = DifferencesView.parse(await assessor.read("/api/evaluations/first/revisions"));
    expect(revised.revised).toBe(1);
    expect(revised.items).toMatchObject([
      { area: { code: "yx-hitech" }, points: "0.04", lines: [{ before: "9.33", after: "9.37", points: "0.04" }] },
    ]);
    const standing = StandingView.parse(await assessor.read(own));
    const line = standing.lines.find(({ criterion }) => criterion.code === firms);
    expect([line?.shown, line?.inputs[0]?.value, line?.inputs[0]?.sources[0]?.newest]).toEqual(["9.33", "280", 2]);
  });

  it("is replaced by a second run with a list of differences, which goes on to its archive", async () => {
    const { assessor } = hall.people;
    const { version } = await readRun(hall, "first");
    const asked = { id: "second", reason: "一项异议采纳" };
    await good(EvaluationView, assessor.send("POST", "/api/evaluations/first/replacement", asked, match(version)));
    await sealRun(hall, "second");
    await announceRun(hall, "second", "2026-11-10");
    const differences = DifferencesView.parse(await assessor.read("/api/evaluations/second/comparison?with=first"));
    expect(differences.items.map(({ area, points }) => [area.code, points])).toEqual([["yx-hitech", "0.04"]]);
    expect(differences.items[0]?.lines[0]?.sentence).toMatch(/280.*281/);
    await moveRun(hall, "second", "objection");
    await hall.passTo("2026-11-11");
    await moveRun(hall, "second", "approval", { minutes: { number: "考办纪〔2018〕4号", day: "2026-11-11" } });
    for (const stage of ["publication", "application", "archive"]) await moveRun(hall, "second", stage);
    const done = await readRun(hall, "second");
    expect(done).toMatchObject({
      stage: "archive",
      minutes: { number: "考办纪〔2018〕4号" },
      publishedOn: "2026-11-11",
    });
    expect((await readRun(hall, "first")).replacedBy).toBe("second");
  });

  it("is recomputed to the same hash after figures were revised; what was changed behind the interface is noticed", async () => {
    const { context, store } = hall.served;
    const runs = await listEvaluations(store, { asOf: null });
    expect(runs).toHaveLength(2);
    for (const run of runs) {
      expect(await verifySeal(context, run)).toEqual({ hash: run.seal?.hash, stored: true });
    }
    const [first] = runs;
    if (first === undefined || first.seal === null) throw new Error("nothing sealed");
    const changed = { ...first, seal: { ...first.seal, instant: "2026-11-09T00:00:00.000Z" } };
    expect((await verifySeal(context, changed)).hash).not.toBe(first.id === "first" ? first.seal.hash : null);
  });
});
