import { commit } from "@yuanbiao/db/commit";
import { listReportEvents } from "@yuanbiao/db/queries/report";
import { ObservationList, ObservationVersions } from "@yuanbiao/server/observation/shape";
import { ReportList, ReportView } from "@yuanbiao/server/report/shape";
import { RoundList, RoundView } from "@yuanbiao/server/round/shape";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addressOf,
  attempt,
  type Desk,
  download,
  file,
  fill,
  good,
  makeRound,
  match,
  moveRound,
  openDesk,
  openRound,
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

let made = 0;
/** A round of its own for a case, in one area; gives the code and its report's id. */
async function fresh(own: Partial<typeof yearly> = {}): Promise<{ code: string; id: string }> {
  made += 1;
  const code = `R${made}`;
  await openRound(desk, { code, areas: ["liuzhou"], ...own });
  return { code, id: `${code}.liuzhou` };
}
const figuresIn = (answer: unknown) => ObservationList.parse(answer).items;
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
    expect(await step(office, id, "grant")).toMatchObject({ dueOn: "2026-04-12", lateDays: 0 });
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

describe("更正申请 after lock", () => {
  const correction = {
    kind: "correction",
    reason: "小数点错位",
    until: null,
    indicators: [share],
    changeReason: "reporting-error",
  };
  const instants: Record<string, string> = {};
  let id = "";
  let code = "";

  it("gives the named lines back and no other", async () => {
    ({ id, code } = await fresh({ period: "2023" }));
    const { clerk, office } = desk.people;
    await file(desk, id, contents);
    await step(office, id, "adopt", { lines: [{ indicator: share, basis: "reported" }] });
    await moveRound(desk, code, "closed");
    instants["before"] = (await readReport(office, id)).recordedAt;
    const without = { ...correction, changeReason: null };
    expect(await refused(attempt(clerk, id, ["request", without]))).toEqual([409, "reason-needed"]);
    const strange = { ...correction, indicators: ["gdp"] };
    expect(await refusedAt(attempt(clerk, id, ["request", strange]))).toEqual(["lines.gdp no-such-line"]);
    await step(clerk, id, "request", correction);
    expect(await step(office, id, "grant")).toMatchObject({
      state: "returned",
      cycle: 2,
      correcting: "reporting-error",
    });
    const content = { state: "value", value: "1", explanation: null };
    expect(await refusedAt(put(`${addressOf(id)}/lines/sei-output`, content, 2))).toEqual([
      "lines.sei-output line-accepted",
    ]);
  });
  it("makes a new version of the same figure, with its reason; the adopted one stays until the office adopts again", async () => {
    const { clerk, approver, office } = desk.people;
    const figures = async () => {
      const address = `/api/observations?area=liuzhou&indicator=${share}&period=2023&limit=1000`;
      const list = figuresIn(await office.read(address));
      return new Map(
        list.filter(({ source }) => source.document?.code === `report-${code}`).map((figure) => [figure.role, figure]),
      );
    };
    const first = await figures();
    await fill(clerk, id, { [share]: "25.9" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    expect(await step(office, id, "accept")).toMatchObject({ state: "locked", correcting: null, turn: "verifier" });
    const second = await figures();
    expect([second.get("reported")?.id, second.get("reported")?.value]).toEqual([first.get("reported")?.id, "25.9"]);
    expect(second.get("adopted")?.value).toBe("29.5");
    const { items } = ObservationVersions.parse(
      await office.read(`/api/observations/${first.get("reported")?.id}/versions`),
    );
    expect(items.map(({ value, changeReason }) => [value, changeReason]).toSorted()).toEqual([
      ["25.9", "reporting-error"],
      ["29.5", "first"],
    ]);
    const before = `/api/observations?area=liuzhou&indicator=${share}&period=2023&asOf=${instants["before"]}`;
    expect(figuresIn(await office.read(before)).map(({ value }) => value)).toEqual(["29.5", "29.5"]);
    await step(office, id, "adopt", { lines: [{ indicator: share, basis: "reported" }] });
    expect((await figures()).get("adopted")?.value).toBe("25.9");
  });
  it("of a figure that is taken back leaves 未报, not the old figure", async () => {
    const { clerk, approver, office } = desk.people;
    await step(clerk, id, "request", { ...correction, indicators: [firms] });
    await step(office, id, "grant");
    await fill(clerk, id, { [firms]: null });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    await step(office, id, "accept");
    const address = `/api/observations?area=liuzhou&indicator=${firms}&period=2023`;
    expect(figuresIn(await office.read(address))).toMatchObject([{ value: null, state: "not-reported" }]);
  });
  it("of a line that was left blank is possible too", async () => {
    const { id: other, code: round } = await fresh();
    const { clerk, approver, office } = desk.people;
    await fill(clerk, other, { [share]: "30" });
    await step(clerk, other, "submit");
    await step(approver, other, "approve");
    await step(office, other, "accept");
    await moveRound(desk, round, "closed");
    await step(clerk, other, "request", { ...correction, indicators: [firms] });
    const granted = await step(office, other, "grant");
    expect(granted.lineItems.map(({ review }) => review)).toEqual(["accepted", "open", "returned"]);
    await fill(clerk, other, { [firms]: "311" });
    await moveRoundRefused(round);
  });
});

/** What is under way keeps the round from being archived. */
async function moveRoundRefused(code: string): Promise<void> {
  const { version } = RoundView.parse(await desk.people.office.read(`/api/rounds/${code}`));
  const archive = desk.people.office.send("PUT", `/api/rounds/${code}/state`, { state: "archived" }, match(version));
  expect(await refused(archive)).toEqual([409, "reports-under-way"]);
}

describe("every step has its time", () => {
  it("nothing is handed in, approved or accepted before its turn, and each refusal says why", async () => {
    const { id } = await fresh();
    const { clerk, approver, office, verifier } = desk.people;
    expect(await refused(attempt(clerk, id, ["submit"]))).toEqual([409, "nothing-filled"]);
    expect(await refused(attempt(approver, id, ["approve"]))).toEqual([409, "report-not-submitted"]);
    expect(await refused(attempt(office, id, ["accept"]))).toEqual([409, "report-not-submitted"]);
    expect(await refused(attempt(office, id, ["return", { reason: "x" }]))).toEqual([409, "report-not-submitted"]);
    expect(await refused(attempt(office, id, ["adopt", { lines: [{ indicator: share, basis: "reported" }] }]))).toEqual(
      [409, "not-accepted"],
    );
    await fill(clerk, id, contents);
    await step(clerk, id, "submit");
    expect(await refused(attempt(clerk, id, ["submit"]))).toEqual([409, "report-not-open"]);
    expect(await refused(attempt(office, id, ["accept-lines", { indicators: [share] }]))).toEqual([
      409,
      "not-approved",
    ]);
    expect(await refused(attempt(office, id, ["return", { reason: "x" }]))).toEqual([409, "report-not-submitted"]);
    await step(approver, id, "approve");
    expect(await refused(attempt(approver, id, ["approve"]))).toEqual([409, "already-approved"]);
    expect(await refused(attempt(office, id, ["return", {}]))).toEqual([409, "reason-needed"]);
    const bare = { lines: [{ indicator: share, reason: " " }] };
    expect(await refusedAt(attempt(office, id, ["return", bare]))).toEqual([`lines.${share} reason-needed`]);
    const strange = { lines: [{ indicator: "gdp", reason: "x" }] };
    expect(await refusedAt(attempt(office, id, ["return", strange]))).toEqual(["lines.gdp no-such-line"]);
    expect(await refusedAt(attempt(office, id, ["accept-lines", { indicators: ["gdp"] }]))).toEqual([
      "lines.gdp no-such-line",
    ]);
    const verification = `${addressOf(id)}/lines/${share}/verification`;
    const verified = { state: "value", value: "29.5", reason: null };
    expect(await refused(verifier.send("PUT", verification, verified, match(0)))).toEqual([409, "not-accepted"]);
    await step(office, id, "accept-lines", { indicators: [share] });
    expect(await refused(attempt(office, id, ["accept-lines", { indicators: [share] }]))).toEqual([
      409,
      "nothing-changed",
    ]);
    await step(office, id, "accept");
    expect(await refused(attempt(clerk, id, ["request", asked("extension")]))).toEqual([409, "report-not-open"]);
  });
  it("a line that was left blank can be returned: please fill it", async () => {
    const { id } = await fresh();
    const { clerk, approver, office } = desk.people;
    await fill(clerk, id, { [share]: "30" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    const lines = [{ indicator: firms, reason: "请补报" }];
    const { lineItems } = await step(office, id, "return", { lines });
    expect(lineItems[2]).toMatchObject({ review: "returned", returnReason: "请补报" });
    expect((await readReport(clerk, id)).lineItems.map(({ review }) => review)).toEqual(["open", "open", "returned"]);
  });
  it("the approver returns to the clerk before approving; resubmitting asks for a new approval", async () => {
    const { id } = await fresh();
    const { clerk, approver, office } = desk.people;
    await fill(clerk, id, contents);
    await step(clerk, id, "submit");
    await step(approver, id, "return", { reason: "请核对" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    expect(await refused(attempt(approver, id, ["return", { reason: "x" }]))).toEqual([409, "report-not-submitted"]);
    await step(office, id, "return", { reason: "与快报不符" });
    await step(clerk, id, "submit");
    expect(await refused(attempt(office, id, ["accept"]))).toEqual([409, "not-approved"]);
    const actions = (await listReportEvents(desk.served.store, [id])).map(({ action, cycle }) => `${action} ${cycle}`);
    expect(actions).toEqual(["open 1", "submit 1", "return 1", "submit 2", "approve 2", "return 2", "submit 3"]);
  });
});

const asked = (kind: string) => ({ kind, reason: "x", until: "2026-12-01", indicators: [], changeReason: null });

describe("people at the same time", () => {
  it("two on one line: the second is told which line, and overwrites nothing", async () => {
    const { id } = await fresh();
    const line = (value: string) => ({ state: "value", value, explanation: null });
    const both = await Promise.all([
      put(`${addressOf(id)}/lines/${share}`, line("1")),
      put(`${addressOf(id)}/lines/${share}`, line("2")),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const block = {
      lines: [
        { indicator: share, version: 0, ...line("3") },
        { indicator: firms, version: 0, ...line("3") },
      ],
    };
    const late = desk.people.clerk.send("PATCH", `${addressOf(id)}/lines`, block);
    expect(await refusedAt(late)).toEqual([`lines.${share} stale-version`]);
    expect((await readReport(desk.people.clerk, id)).lineItems[2]?.value).toBeNull();
  });
  it("a block that names a line twice, or a line of another report, is refused whole", async () => {
    const { id } = await fresh();
    const line = (indicator: string) => ({ indicator, version: 0, state: "value", value: "3", explanation: null });
    const send = (...lines: object[]) => desk.people.clerk.send("PATCH", `${addressOf(id)}/lines`, { lines });
    expect(await refusedAt(send(line(share), line(share)))).toEqual([`lines.${share} line-twice`]);
    expect(await refusedAt(send(line(share), line("gdp")))).toEqual(["lines.gdp no-such-line"]);
    expect(await refusedAt(send({ ...line(firms), value: "3.5" }))).toEqual([`lines.${firms}.value not-whole`]);
    expect(await refusedAt(send({ ...line(firms), value: "1e3" }))).toEqual(["lines.0.value malformed-quantity"]);
    expect((await readReport(desk.people.clerk, id)).filled).toBe(0);
  });
  it("what is stored has one spelling: 7.50 is 7.5, and blanks are no explanation", async () => {
    const { id } = await fresh();
    const content = { state: "value", value: "07.50", explanation: "  " };
    const first = await good(ReportView, put(`${addressOf(id)}/lines/${share}`, content));
    expect(first.lineItems[0]).toMatchObject({ value: "7.5", explanation: null, version: 1 });
    const again = await good(ReportView, put(`${addressOf(id)}/lines/${share}`, content, 1));
    expect(again.lineItems[0]?.version).toBe(1);
  });
  it("a figure that is written while the report is handed in is either handed in or refused", async () => {
    const { id } = await fresh();
    const { clerk } = desk.people;
    const { version, lineItems } = await fill(clerk, id, contents);
    const line = { state: "value", value: "1", explanation: null };
    const [written, handed] = await Promise.all([
      put(`${addressOf(id)}/lines/${share}`, line, lineItems[0]?.version),
      clerk.send("POST", `${addressOf(id)}/submit`, {}, match(version)),
    ]);
    expect([written.status, handed.status].toSorted()).toEqual([200, 412]);
  });
  it("the same submit twice, with one Idempotency-Key, is one", async () => {
    const { id } = await fresh();
    const { clerk } = desk.people;
    const { version } = await fill(clerk, id, contents);
    const send = () =>
      clerk.send("POST", `${addressOf(id)}/submit`, {}, { ...match(version), "idempotency-key": `key-${id}` });
    const first = await good(ReportView, send());
    expect(await good(ReportView, send())).toEqual(first);
    const other = clerk.send(
      "POST",
      `${addressOf(id)}/submit`,
      { comment: "另" },
      {
        ...match(version),
        "idempotency-key": `key-${id}`,
      },
    );
    expect(await refused(other)).toEqual([422, "idempotency-conflict"]);
    const events = await listReportEvents(desk.served.store, [id]);
    expect(events.filter(({ action }) => action === "submit")).toHaveLength(1);
  });
});

describe("separation of duties", () => {
  /** One account with more rights than it should have been given. */
  async function giveAll(account: string): Promise<void> {
    const areas = ["liuzhou"];
    const grants = [
      { role: "clerk", areas, department: null },
      { role: "approver", areas, department: null },
      { role: "coordinator", areas: [], department: null },
    ];
    const done = await commit(desk.served.store, {
      actor: "test",
      statements: [{ update: "account", key: { id: account }, set: { grants } }],
      audit: [{ area: "system", action: "test", subject: account, detail: {} }],
    });
    expect(done.ok).toBe(true);
  }
  it("holds by the account, whatever rights it has: nobody approves or accepts what they handed in or approved", async () => {
    const { id } = await fresh();
    const { clerk, approver, office } = desk.people;
    await giveAll(clerk.account);
    await fill(clerk, id, contents);
    await step(clerk, id, "submit");
    expect(await refused(attempt(clerk, id, ["approve"]))).toEqual([409, "own-submission"]);
    expect(await refused(attempt(clerk, id, ["return", { reason: "x" }]))).toEqual([409, "own-submission"]);
    await giveAll(approver.account);
    await step(approver, id, "approve");
    expect(await refused(attempt(clerk, id, ["accept"]))).toEqual([409, "own-submission"]);
    expect(await refused(attempt(approver, id, ["accept"]))).toEqual([409, "own-submission"]);
    expect(await refused(attempt(approver, id, ["accept-lines", { indicators: [share] }]))).toEqual([
      409,
      "own-submission",
    ]);
    await step(office, id, "accept");
    await desk.passTo("2026-04-11");
  });
});

describe("verification and adoption", () => {
  it("a verifier sees and verifies the lines of its department, and no other", async () => {
    const { id } = await fresh();
    const { verifier, technology } = desk.people;
    await file(desk, id, contents);
    const own = await readReport(technology, id);
    expect(own.lineItems.map(({ indicator }) => indicator.code)).toEqual([firms]);
    expect(own).toMatchObject({ lines: 1, filled: 1 });
    const [listed] = ReportList.parse(await technology.read(`/api/reports?round=${id.split(".")[0]}`)).items;
    expect(listed).toMatchObject({ lines: 1, filled: 1, accepted: 1 });
    const verified = { state: "value", value: "310", reason: "" };
    const at = (indicator: string) => `${addressOf(id)}/lines/${indicator}/verification`;
    expect(await refused(technology.send("PUT", at(share), verified, match(0)))).toEqual([404, "no-such-line"]);
    expect(await refused(verifier.send("PUT", at(firms), verified, match(0)))).toEqual([404, "no-such-line"]);
    const done = await good(ReportView, technology.send("PUT", at(firms), verified, match(0)));
    expect(done.lineItems[0]?.verification).toMatchObject({ value: "310", reason: null });
    expect(await refused(technology.send("PUT", at(firms), verified, match(0)))).toEqual([412, "stale-version"]);
    const sheet = await readXlsx(await download(technology, `/api/rounds/${id.split(".")[0]}/workbook.xlsx`));
    expect(sheet.sheets[0]?.rows.slice(3).map((row) => row[2])).toEqual([firms]);
  });
  it("an adoption names each line once, and there must be something to adopt", async () => {
    const { id } = await fresh();
    const { office } = desk.people;
    await file(desk, id, { [share]: "30" });
    const choice = (indicator: string, basis = "reported") => ({ indicator, basis });
    const adopt = (...lines: object[]) => refusedAt(attempt(office, id, ["adopt", { lines }]));
    expect(await adopt(choice(share), choice(share))).toEqual([`lines.${share} line-twice`]);
    expect(await adopt(choice(firms), choice(share, "verified"), choice("gdp"))).toEqual([
      `lines.${firms} nothing-filled`,
      `lines.${share} not-verified`,
      "lines.gdp no-such-line",
    ]);
    await step(office, id, "adopt", { lines: [choice(share)] });
    expect(await refused(attempt(office, id, ["adopt", { lines: [choice(share)] }]))).toEqual([409, "nothing-changed"]);
  });
  it("a verification that comes between the office's look and its choice refuses the choice", async () => {
    const { id } = await fresh();
    const { office, verifier } = desk.people;
    const { version } = await file(desk, id, { [share]: "30" });
    const verified = { state: "value", value: "29", reason: "剔除重复" };
    const body = { lines: [{ indicator: share, basis: "reported" }] };
    const [found, chosen] = await Promise.all([
      verifier.send("PUT", `${addressOf(id)}/lines/${share}/verification`, verified, match(0)),
      office.send("POST", `${addressOf(id)}/adopt`, body, match(version)),
    ]);
    expect(found.status).toBe(200);
    const { lineItems } = await readReport(office, id);
    if (chosen.status === 200) expect(lineItems[0]?.adopted?.value).toBe("30");
    else expect([chosen.status, lineItems[0]?.adopted]).toEqual([412, null]);
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
    const sheet = await readXlsx(await download(leader, `/api/rounds/${code}/workbook.xlsx`));
    expect(sheet.sheets[0]?.rows.slice(3)).toEqual([]);
    const { id: open } = await fresh({ class: "internal" });
    expect((await readReport(leader, open)).shown).toBe("nothing");
  });
});
