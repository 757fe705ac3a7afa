import type { Scheme } from "@yuanbiao/core/scheme";
import { settleScheme } from "@yuanbiao/server/demo/settle";
import { DifferencesView, LinesView, ResultsView, StandingView } from "@yuanbiao/server/evaluation/result-shape";
import { EvaluationView } from "@yuanbiao/server/evaluation/shape";
import { SchemeView } from "@yuanbiao/server/scheme/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  announceRun,
  type Hall,
  match,
  moveRun,
  openHall,
  readRun,
  readyRun,
  sample,
  sealRun,
} from "./support/assessing.ts";
import { good } from "./support/reporting.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
}, 120_000);
afterAll(() => hall.close());

type Levels = Scheme["visibility"];

/** A scheme whose levels are these, and a run by it that stands at 反馈核对. */
async function readyWith(id: string, visibility: Levels): Promise<void> {
  const { assessor } = hall.people;
  const body = { code: id, from: sample, name: id, evaluationYear: 2018, dataYear: 2017 };
  const draft = await good(SchemeView, assessor.send("POST", "/api/schemes", body));
  const scheme = { ...settleScheme(draft.scheme), name: id, visibility };
  const at = `/api/schemes/${id}`;
  const saved = await good(SchemeView, assessor.send("PUT", at, { scheme }, match(draft.version)));
  await good(SchemeView, assessor.send("POST", `${at}/publish`, {}, match(saved.version)));
  await readyRun(hall, id, id);
}

const open: Levels = { grade: "public", rank: "all", total: "all", lines: "all" };
const standing = async (who: Hall["people"]["approver"], id: string, area: string) =>
  StandingView.parse(await who.read(`/api/evaluations/${id}/areas/${area}`));

describe("what is open to all", () => {
  beforeAll(async () => {
    await readyWith("open", open);
    await sealRun(hall, "open");
    await announceRun(hall, "open", "2026-11-06");
  });

  it("leaves experts blind: their scores are told to nobody but the office, singly or in differences", async () => {
    const { approver, stranger, experts, assessor } = hall.people;
    const [expert] = experts;
    if (expert === undefined) throw new Error("no experts");
    for (const who of [approver, stranger, expert]) {
      const { items } = LinesView.parse(await who.read("/api/evaluations/open/lines?area=yx-hitech&criterion=talent"));
      const [line] = items;
      expect([line?.shown, line?.inputs[0]?.value, line?.inputs[0]?.sources[0]?.value]).toEqual(["18.00", null, null]);
      expect(line?.steps.map(({ text }) => text).join()).not.toMatch(/85|95/);
      expect(line?.steps.length).toBeGreaterThan(1);
    }
    const full = LinesView.parse(await assessor.read("/api/evaluations/open/lines?area=yx-hitech&criterion=talent"));
    expect(full.items[0]?.inputs[0]?.value).toBe("85 90 95");
  });

  it("keeps what it takes to gain a place to the park itself", async () => {
    const { approver, stranger } = hall.people;
    expect((await standing(approver, "open", "yx-hitech")).gains).not.toEqual([]);
    expect((await standing(stranger, "open", "yx-hitech")).gains).toEqual([]);
  });

  it("does not show what a run that replaces it would give, by comparison or as a revision", async () => {
    const { assessor, coordinator, approver, stranger, experts } = hall.people;
    const { version } = await readRun(hall, "open");
    const asked = { id: "open-2", reason: "内部说明" };
    await good(EvaluationView, assessor.send("POST", "/api/evaluations/open/replacement", asked, match(version)));
    const entry = "/api/evaluations/open/entries/yx-lake/late-report";
    const late = { kind: "count", count: 4, reason: "逾期" };
    expect((await assessor.send("PUT", entry, late, match(0))).status).toBe(200);
    const at = "/api/observations/hitech.national-hitech-firms.2017/revision";
    const figure = { value: "281", reason: "reporting-error", note: "漏计一家" };
    expect((await coordinator.send("POST", at, figure, match(1))).status).toBe(200);
    for (const who of [coordinator, stranger, experts[0] ?? stranger]) {
      expect((await who.ask("/api/evaluations/open/comparison?with=open-2")).status).toBe(404);
      const revised = DifferencesView.parse(await who.read("/api/evaluations/open/revisions"));
      expect([revised.revised, revised.items, revised.refusals]).toEqual([0, [], []]);
    }
    const own = DifferencesView.parse(await approver.read("/api/evaluations/open/revisions"));
    expect([own.revised, own.items]).toEqual([1, []]);
    expect(DifferencesView.parse(await assessor.read("/api/evaluations/open/revisions")).items).not.toEqual([]);
    const seen = EvaluationView.parse(await stranger.read("/api/evaluations/open"));
    expect(seen.replacedBy).toBeNull();
    expect(JSON.stringify(seen)).not.toContain("内部说明");
    expect((await hall.served.signedOut.ask("/api/announcements/open")).status).toBe(200);
  });
});

describe("what a park keeps to itself", () => {
  it("gives others' totals away neither by a place nor by a quota that is within reach", async () => {
    await readyWith("ranks", { grade: "all", rank: "all", total: "own", lines: "own" });
    await sealRun(hall, "ranks");
    await announceRun(hall, "ranks", "2026-11-06");
    const { gains, result } = await standing(hall.people.stranger, "ranks", "yx-river");
    expect(result.rank).not.toBeNull();
    expect(gains.filter(({ kind }) => kind !== "cutoff")).toEqual([]);
  });

  it("is told before 公示 nothing of how it stands against others", async () => {
    await readyWith("early", open);
    const { sentences, result, gains } = await standing(hall.people.stranger, "early", "yx-river");
    expect([result.rank, gains]).toEqual([null, []]);
    expect(sentences.join()).not.toMatch(/平均|列第|名/);
  });
});

describe("a figure that is not public", () => {
  it("hides the lines that rest on it from whoever may not read it, whatever the scheme's levels say", async () => {
    const { store } = hall.served;
    const { commit } = await import("@yuanbiao/db/commit");
    const { listObservations } = await import("@yuanbiao/db/queries/observation");
    const { planVersions } = await import("@yuanbiao/db/revise");
    const ids = ["river.rd-intensity.2017"];
    const current = await listObservations(store, { asOf: null, publishedBy: null }, { ids });
    const incoming = current.map((figure) => ({ ...figure, class: "internal" as const }));
    const { statements } = planVersions("observation", { current, incoming }, { reason: "other", note: null });
    const audit = [{ area: "yx-river", action: "test", subject: null, detail: {} }] as const;
    await commit(store, { actor: "test", statements, audit: [audit[0]] });
    await readyWith("guarded", open);
    await sealRun(hall, "guarded");
    await announceRun(hall, "guarded", "2026-11-06");
    const { approver, stranger, leader } = hall.people;
    const results = async (who: typeof approver) =>
      ResultsView.parse(await who.read("/api/evaluations/guarded/results")).items;
    const river = (await results(approver)).find(({ area }) => area.code === "yx-river");
    expect([river?.total === null, river?.points, river?.hidden]).toEqual([false, null, ["lines"]]);
    expect((await results(stranger)).find(({ area }) => area.code === "yx-river")?.points).not.toBeNull();
    expect((await results(leader)).find(({ area }) => area.code === "yx-river")?.points).not.toBeNull();
    await moveRun(hall, "guarded", "objection");
  });
});
