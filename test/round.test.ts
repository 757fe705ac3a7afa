import { ReportList } from "@yuanbiao/server/report/shape";
import { RoundList, RoundView } from "@yuanbiao/server/round/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addressOf,
  attempt,
  type Desk,
  file,
  fill,
  good,
  makeRound,
  match,
  moveRound,
  openDesk,
  openFresh,
  readReport,
  refused,
  refusedAt,
  step,
  yearly,
} from "./support/reporting.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const fresh = (own?: Parameters<typeof openFresh>[1]) => openFresh(desk, own);
const share = "sei-share-above-scale";
const firms = "valid-hitech-firms";
const contents = { [share]: "29.5", "sei-output": "1234.5", [firms]: "310" };
const put = (address: string, body: unknown, version = 0) =>
  desk.people.clerk.send("PUT", address, body, match(version));

describe("a round", () => {
  it("goes from draft to open, closed and archived, one after the other, and never back", async () => {
    const { people } = desk;
    await makeRound(desk, { code: "W", areas: ["liuzhou"] });
    const states = ["draft", "open", "closed", "archived"];
    for (const [at, state] of states.entries()) {
      const { version } = RoundView.parse(await people.office.read("/api/rounds/W"));
      for (const other of states) {
        if (states.indexOf(other) === at + 1) continue;
        const answer = people.office.send("PUT", "/api/rounds/W/state", { state: other }, match(version));
        expect(await refused(answer), `${state} → ${other}`).toEqual([409, "round-not-there"]);
      }
      const next = states[at + 1];
      if (next === undefined) continue;
      const stale = people.office.send("PUT", "/api/rounds/W/state", { state: next }, match(version + 1));
      expect(await refused(stale)).toEqual([412, "stale-version"]);
      expect((await moveRound(desk, "W", next)).state).toBe(next);
    }
  });
  it("makes a report of each area when it opens, and can be changed no more", async () => {
    const { office, clerk, stranger } = desk.people;
    await makeRound(desk, { code: "X" });
    expect(await refused(clerk.ask("/api/rounds/X"))).toEqual([404, "unknown-round"]);
    const { code: _code, ...body } = { ...yearly, dueOn: "2026-05-31" };
    const changed = await good(RoundView, office.send("PUT", "/api/rounds/X", body, match(1)));
    expect(changed).toMatchObject({ dueOn: "2026-05-31", version: 2 });
    await moveRound(desk, "X", "open");
    expect(await refused(office.send("PUT", "/api/rounds/X", body, match(3)))).toEqual([409, "round-not-draft"]);
    const idsOf = async (who: typeof clerk) =>
      ReportList.parse(await who.read("/api/reports?round=X")).items.map(({ id }) => id);
    expect(await idsOf(office)).toEqual(["X.liuzhou", "X.liuzhou-hitech"]);
    expect(await idsOf(clerk)).toEqual(["X.liuzhou"]);
    expect(await idsOf(stranger)).toEqual(["X.liuzhou-hitech"]);
    expect(RoundView.parse(await stranger.read("/api/rounds/X")).areas.map(({ code }) => code)).toEqual([
      "liuzhou-hitech",
    ]);
  });
  it("that is not acceptable is refused with every fault at its field", async () => {
    const bad = {
      ...yearly,
      code: "Y",
      dueOn: "2026-03-31",
      areas: ["liuzhou", "liuzhou", "nowhere", "panyu"],
      lines: [
        { indicator: "sei-output", caliber: "citywide" },
        { indicator: "sei-output", caliber: "no-caliber" },
        { indicator: "no-indicator", caliber: "citywide" },
        { indicator: "growth-plan", caliber: "unstated" },
      ],
    };
    expect(await refusedAt(desk.people.office.send("POST", "/api/rounds", bad))).toEqual([
      "dueOn due-before-opening",
      "lines indicator-twice",
      "areas area-twice",
      "areas.2 unknown-area",
      "areas.3 area-of-another-city",
      "lines.1.caliber unknown-caliber",
      "lines.2.indicator unknown-indicator",
      "lines.3.indicator no-number",
    ]);
    const dotted = desk.people.office.send("POST", "/api/rounds", { ...yearly, code: "2025.liuzhou" });
    expect(await refused(dotted)).toEqual([400, "malformed-round-code"]);
    const taken = desk.people.office.send("POST", "/api/rounds", { ...yearly, code: "X" });
    expect(await refused(taken)).toEqual([409, "round-exists"]);
    expect(RoundList.parse(await desk.people.office.read("/api/rounds")).items.map(({ code }) => code)).not.toContain(
      "Y",
    );
  });
  it("locks what was accepted when it closes, and takes no figures from then on", async () => {
    const { code, id } = await fresh({ areas: ["liuzhou", "liuzhou-hitech"] });
    await file(desk, id, contents);
    expect((await moveRound(desk, code, "closed")).reports).toMatchObject({ locked: 1, draft: 1 });
    const other = `${addressOf(`${code}.liuzhou-hitech`)}/lines/sei-output`;
    const content = { state: "value", value: "1", explanation: null };
    expect(await refused(desk.people.stranger.send("PUT", other, content, match(0)))).toEqual([409, "round-not-open"]);
    expect(await refused(put(`${addressOf(id)}/lines/sei-output`, content, 2))).toEqual([409, "report-not-open"]);
  });
  it("is not archived while somebody still has to answer", async () => {
    const { code, id } = await fresh();
    await fill(desk.people.clerk, id, contents);
    await step(desk.people.clerk, id, "submit");
    const { version } = await moveRound(desk, code, "closed");
    const archive = desk.people.office.send("PUT", `/api/rounds/${code}/state`, { state: "archived" }, match(version));
    expect(await refusedAt(archive)).toEqual(["areas.liuzhou report-under-way"]);
  });
});

describe("late is recorded, not blocked", () => {
  it("延期: the due date moves, and lateness counts from the new one", async () => {
    const { id } = await fresh();
    const { clerk, office } = desk.people;
    const ask = { kind: "extension", reason: "年报数未出", until: "2026-04-20", indicators: [], changeReason: null };
    expect(await refused(attempt(clerk, id, ["request", { ...ask, until: "2026-04-09" }]))).toEqual([
      409,
      "date-not-later",
    ]);
    await step(clerk, id, "request", ask);
    expect(await refused(attempt(clerk, id, ["request", ask]))).toEqual([409, "request-pending"]);
    expect(await refused(attempt(clerk, id, ["grant"]))).toEqual([403, "forbidden"]);
    expect(await step(office, id, "grant")).toMatchObject({
      dueOn: "2026-04-20",
      roundDueOn: "2026-04-09",
      daysLeft: 10,
    });
    await fill(clerk, id, contents);
    expect((await step(clerk, id, "submit")).lateDays).toBe(0);
  });
  it("延期 granted after the report came in takes its lateness back", async () => {
    const { id } = await fresh();
    const { clerk, office } = desk.people;
    const ask = { kind: "extension", reason: "系统故障", until: "2026-04-12", indicators: [], changeReason: null };
    await step(clerk, id, "request", ask);
    await fill(clerk, id, contents);
    expect((await step(clerk, id, "submit")).lateDays).toBe(1);
    expect(await step(office, id, "grant")).toMatchObject({ dueOn: "2026-04-12", lateDays: null });
    expect(await readReport(clerk, id)).toMatchObject({ dueOn: "2026-04-12", lateDays: 0 });
  });
  it("延期 lapses with a report that came in time, which the office takes over", async () => {
    const { id } = await fresh();
    const { clerk, approver, office } = desk.people;
    const ask = { kind: "extension", reason: "忙", until: "2026-05-20", indicators: [], changeReason: null };
    await step(clerk, id, "request", ask);
    expect(await step(office, id, "grant")).toMatchObject({ dueOn: "2026-05-20" });
    await step(clerk, id, "request", { ...ask, until: "2026-05-30" });
    await fill(clerk, id, contents);
    // What the park does before it sends the report is not the office's to hear: the request stands until then.
    expect(await step(clerk, id, "submit")).toMatchObject({ request: { until: "2026-05-30" }, lateDays: 0 });
    expect((await readReport(office, id)).thread.at(-1)).toMatchObject({ action: "request" });
    const { request, thread } = await step(approver, id, "approve");
    expect(request).toBeNull();
    const last = thread.map(({ action }) => action).slice(-2);
    expect(last.toSorted()).toEqual(["approve", "lapse"]);
    await step(office, id, "accept");
  });
  it("延期 refused needs a reason, which stands in the thread", async () => {
    const { id } = await fresh();
    const { clerk, office } = desk.people;
    const ask = { kind: "extension", reason: "忙", until: "2026-05-20", indicators: [], changeReason: null };
    await step(clerk, id, "request", ask);
    expect(await refused(attempt(office, id, ["refuse", {}]))).toEqual([400, "missing-parameter"]);
    expect(await refused(attempt(office, id, ["refuse", { comment: " " }]))).toEqual([400, "empty-text"]);
    const { request, dueOn, thread } = await step(office, id, "refuse", { comment: "已三次延期" });
    expect([request, dueOn]).toEqual([null, "2026-04-09"]);
    expect(thread.at(-1)).toMatchObject({ action: "refuse", comment: "已三次延期" });
    expect(await refused(attempt(office, id, ["grant"]))).toEqual([409, "no-request"]);
  });
  it("补报: after the close, once it is granted; it is marked", async () => {
    const { code, id } = await fresh();
    const { clerk, approver, office } = desk.people;
    const ask = { kind: "supplement", reason: "漏报", until: "2026-05-20", indicators: [], changeReason: null };
    expect(await refused(attempt(clerk, id, ["request", ask]))).toEqual([409, "round-not-open"]);
    await moveRound(desk, code, "closed");
    const content = { state: "value", value: "1", explanation: null };
    expect(await refused(put(`${addressOf(id)}/lines/${share}`, content))).toEqual([409, "round-not-open"]);
    expect(await refused(attempt(clerk, id, ["submit"]))).toEqual([409, "round-not-open"]);
    await step(clerk, id, "request", ask);
    await step(office, id, "grant");
    await fill(clerk, id, contents);
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    expect(await step(office, id, "accept")).toMatchObject({ state: "locked", supplement: true });
  });
});

describe("figures of a class", () => {
  it("restricted ones are read by those who work on them; leaders read everything else", async () => {
    const { id, code } = await fresh({ class: "restricted" });
    const { leader, office, clerk, verifier } = desk.people;
    await file(desk, id, contents);
    for (const who of [office, clerk, verifier]) expect((await readReport(who, id)).lineItems[0]?.value).toBe("29.5");
    expect(await refused(leader.ask(addressOf(id)))).toEqual([404, "unknown-report"]);
    expect(ReportList.parse(await leader.read(`/api/reports?round=${code}`)).items).toEqual([]);
    expect(await refused(leader.ask(`/api/rounds/${code}/workbook.xlsx`))).toEqual([404, "unknown-round"]);
    expect(await refused(leader.ask(`/api/rounds/${code}`))).toEqual([404, "unknown-round"]);
    const listed = RoundList.parse(await leader.read("/api/rounds")).items;
    expect(listed.filter((round) => round.code === code)).toEqual([]);
    const { id: open } = await fresh({ class: "internal" });
    expect((await readReport(leader, open)).shown).toBe("nothing");
  });
});
