import { describe, expect, it } from "vitest";
import {
  acceptLines,
  acceptReport,
  allowsStep,
  approveReport,
  editRefusal,
  type Filed,
  type Filing,
  grantRequest,
  lockReport,
  mayReturn,
  refuseRequest,
  requestOf,
  returnReport,
  submitReport,
} from "./filing.ts";
import { type Report, type ReportLine, type ReportRequest, type ReportState, reportStates } from "./report.ts";

const draft: Report = {
  id: "2026Q1.east",
  round: "2026Q1",
  area: "east",
  state: "draft",
  cycle: 1,
  dueOn: "2026-04-15",
  submittedBy: null,
  submittedAt: null,
  lateDays: null,
  approvedBy: null,
  approvedAt: null,
  acceptedBy: null,
  acceptedAt: null,
  supplement: false,
  request: null,
  correcting: null,
};
const line = (indicator: string, more: Partial<ReportLine> = {}): ReportLine => ({
  report: draft.id,
  area: "east",
  indicator,
  caliber: "all",
  state: "value",
  value: "1",
  explanation: null,
  enterprises: null,
  review: "open",
  returnReason: null,
  ...more,
});
const lines = [line("output"), line("firms")];
const open = { state: "open" } as const;
const closed = { state: "closed" } as const;
const step = (account: string, day = "2026-04-15") => ({ account, day, at: `${day}T02:00:00.000Z` });

function done(filing: Filing): Filed {
  if (!filing.ok) throw new Error(filing.code);
  return filing;
}
const code = (filing: Filing): string => (filing.ok ? "ok" : filing.code);

const submitted = done(submitReport(draft, { round: open, lines }, step("clerk"))).report;
const approved = done(approveReport(submitted, step("approver"))).report;
const accepted = done(acceptReport(approved, { round: open, lines }, step("office"))).report;
const locked = done(lockReport(accepted)).report;
const returned = done(
  returnReport(
    approved,
    { lines, reason: "", by: "office", lineReasons: new Map([["output", "与税务不符"]]) },
    step("office"),
  ),
).report;
const byState: Record<ReportState, Report> = { draft, submitted: approved, returned, accepted, locked };

describe("what each state allows", () => {
  const allowed: Record<ReportState, string[]> = {
    draft: ["submit"],
    submitted: ["return", "accept"],
    returned: ["submit"],
    accepted: ["return", "lock", "request"],
    locked: ["request"],
  };
  const correction: ReportRequest = {
    kind: "correction",
    reason: "错位",
    until: null,
    indicators: ["output"],
    changeReason: "reporting-error",
  };
  it.each(reportStates)("%s", (state) => {
    const report = byState[state];
    const tried: Record<string, Filing> = {
      submit: submitReport(report, { round: open, lines }, step("clerk")),
      return: returnReport(report, { lines, reason: "核对", by: "office", lineReasons: new Map() }, step("office")),
      accept: acceptReport(report, { round: open, lines }, step("office")),
      lock: lockReport(report),
      request: requestOf(report, open, correction),
    };
    const good = Object.keys(tried).filter((name) => tried[name]?.ok);
    expect(good).toEqual(allowed[state]);
    expect(allowsStep(report, "edit")).toBe(state === "draft" || state === "returned");
  });
});

describe("submitting", () => {
  it("on the due date is in time, a day after is late by one day, and it is not blocked", () => {
    expect(submitted.lateDays).toBe(0);
    expect(done(submitReport(draft, { round: open, lines }, step("clerk", "2026-04-16"))).report.lateDays).toBe(1);
    expect(done(submitReport(draft, { round: open, lines }, step("clerk", "2026-05-15"))).report.lateDays).toBe(30);
  });
  it("again keeps the lateness of the first time and voids the approval", () => {
    const again = done(submitReport(returned, { round: open, lines }, step("clerk", "2026-06-01"))).report;
    expect(again).toMatchObject({ state: "submitted", cycle: 2, lateDays: 0, approvedBy: null, approvedAt: null });
  });
  it("opens the returned lines again and leaves the accepted ones", () => {
    const mixed = [line("output", { review: "returned", returnReason: "x" }), line("firms", { review: "accepted" })];
    expect(done(submitReport(returned, { round: open, lines: mixed }, step("clerk"))).lines).toEqual([line("output")]);
  });
  it("nothing at all is refused", () => {
    const empty = [line("output", { state: "empty", value: null })];
    expect(code(submitReport(draft, { round: open, lines: empty }, step("clerk")))).toBe("nothing-filled");
    expect(code(submitReport(draft, { round: open, lines: [] }, step("clerk")))).toBe("nothing-filled");
  });
  it("needs an open round, a granted supplement, or a return", () => {
    expect(code(submitReport(draft, { round: { state: "draft" }, lines }, step("clerk")))).toBe("round-not-open");
    expect(code(submitReport(draft, { round: closed, lines }, step("clerk")))).toBe("round-not-open");
    expect(code(submitReport({ ...draft, supplement: true }, { round: closed, lines }, step("clerk")))).toBe("ok");
    expect(editRefusal(returned, closed)).toBeNull();
    expect(editRefusal(returned, { state: "archived" })?.code).toBe("round-not-open");
  });
});

describe("separation of duties", () => {
  it("who submitted neither approves, nor returns, nor accepts", () => {
    expect(code(approveReport(submitted, step("clerk")))).toBe("own-submission");
    expect(
      code(returnReport(approved, { lines, reason: "x", by: "office", lineReasons: new Map() }, step("clerk"))),
    ).toBe("own-submission");
    expect(code(acceptReport(approved, { round: open, lines }, step("clerk")))).toBe("own-submission");
  });
  it("who approved does not accept", () => {
    expect(code(acceptReport(approved, { round: open, lines }, step("approver")))).toBe("own-submission");
    expect(code(acceptLines(approved, lines, step("approver")))).toBe("own-submission");
  });
  it("the office takes nothing that the park has not approved", () => {
    expect(code(acceptReport(submitted, { round: open, lines }, step("office")))).toBe("not-approved");
    expect(code(acceptLines(submitted, lines, step("office")))).toBe("not-approved");
  });
  it("one approval a submission", () => {
    expect(code(approveReport(approved, step("other")))).toBe("already-approved");
  });
});

describe("returning", () => {
  it("needs a reason: one for all or one for each line", () => {
    const none = { lines, reason: " ", by: "office", lineReasons: new Map<string, string>() } as const;
    expect(code(returnReport(approved, none, step("office")))).toBe("reason-needed");
    const bare = returnReport(
      approved,
      { lines, reason: "x", by: "office", lineReasons: new Map([["firms", " "]]) },
      step("office"),
    );
    expect(bare).toEqual({ ok: false, code: "reason-needed", indicators: ["firms"] });
  });
  it("of one line leaves the others and begins a new cycle", () => {
    const filing = done(
      returnReport(
        approved,
        { lines, reason: "", by: "office", lineReasons: new Map([["output", "与税务不符"]]) },
        step("office"),
      ),
    );
    expect(filing.report).toMatchObject({ state: "returned", cycle: 2, approvedBy: null });
    expect(filing.lines).toEqual([line("output", { review: "returned", returnReason: "与税务不符" })]);
  });
  it("of all of it opens what was accepted", () => {
    const taken = [line("output", { review: "accepted" }), line("firms", { review: "accepted" })];
    expect(
      done(
        returnReport(accepted, { lines: taken, reason: "重报", by: "office", lineReasons: new Map() }, step("office")),
      ).lines,
    ).toEqual(lines);
  });
  it("of one more line is possible while the park is at it, in the same cycle, with its reason", () => {
    const mixed = [line("output", { review: "returned" }), line("firms", { review: "accepted" })];
    const more = {
      lines: mixed,
      reason: "",
      by: "office",
      lineReasons: new Map([["firms", "须与产值一并核对"]]),
    } as const;
    const filing = done(returnReport(returned, more, step("office")));
    expect(filing.report).toEqual(returned);
    expect(filing.lines).toMatchObject([{ indicator: "firms", review: "returned" }]);
    expect(code(returnReport(returned, { ...more, lineReasons: new Map() }, step("office")))).toBe("reason-needed");
  });
  it("is the approver's before approving and the office's afterwards", () => {
    expect([mayReturn(submitted, "park"), mayReturn(submitted, "office")]).toEqual([true, false]);
    expect([mayReturn(approved, "park"), mayReturn(approved, "office")]).toEqual([false, true]);
    expect([mayReturn(accepted, "park"), mayReturn(accepted, "office")]).toEqual([false, true]);
    expect([mayReturn(locked, "park"), mayReturn(locked, "office")]).toEqual([false, false]);
    expect([mayReturn(returned, "park"), mayReturn(returned, "office")]).toEqual([false, true]);
  });
  it("of a line that the report does not have is refused", () => {
    expect(
      returnReport(approved, { lines, reason: "", by: "office", lineReasons: new Map([["x", "y"]]) }, step("office")),
    ).toEqual({
      ok: false,
      code: "no-such-line",
      indicators: ["x"],
    });
  });
});

describe("accepting", () => {
  it("is refused while a line is returned", () => {
    const mixed = [line("output", { review: "returned" }), line("firms")];
    expect(acceptReport(approved, { round: open, lines: mixed }, step("office"))).toEqual({
      ok: false,
      code: "lines-returned",
      indicators: ["output"],
    });
  });
  it("marks every line, and locks at once where the round is over", () => {
    const filing = done(acceptReport(approved, { round: open, lines }, step("office")));
    expect(filing.report).toMatchObject({ state: "accepted", acceptedBy: "office" });
    expect(filing.lines.map(({ review }) => review)).toEqual(["accepted", "accepted"]);
    expect(done(acceptReport(approved, { round: closed, lines }, step("office"))).report.state).toBe("locked");
  });
  it("of lines alone leaves the report with the office", () => {
    const filing = done(acceptLines(approved, [line("firms")], step("office")));
    expect(filing.report).toEqual(approved);
    expect(filing.lines).toEqual([line("firms", { review: "accepted" })]);
    expect(code(acceptLines(approved, [line("firms", { review: "accepted" })], step("office")))).toBe(
      "nothing-changed",
    );
  });
});

describe("what a park asks for", () => {
  const ask = (more: Partial<ReportRequest>): ReportRequest => ({
    kind: "extension",
    reason: "企业数据未齐",
    until: "2026-04-25",
    indicators: [],
    changeReason: null,
    ...more,
  });
  it("延期: a later date while the round is open, granted or refused with a reason", () => {
    const asked = done(requestOf(draft, open, ask({}))).report;
    expect(code(requestOf(asked, open, ask({})))).toBe("request-pending");
    expect(done(grantRequest(asked, lines)).report).toMatchObject({
      dueOn: "2026-04-25",
      request: null,
      supplement: false,
    });
    expect(code(refuseRequest(asked, ""))).toBe("reason-needed");
    expect(done(refuseRequest(asked, "已三次延期")).report).toEqual(draft);
    expect(code(requestOf(draft, open, ask({ until: "2026-04-15" })))).toBe("date-not-later");
    expect(code(requestOf(draft, closed, ask({})))).toBe("round-not-open");
  });
  it("补报: after the round closed", () => {
    const asked = done(requestOf(draft, closed, ask({ kind: "supplement", until: "2026-06-30" }))).report;
    const granted = done(grantRequest(asked, lines)).report;
    expect(granted).toMatchObject({ supplement: true, dueOn: "2026-06-30" });
    expect(editRefusal(granted, closed)).toBeNull();
  });
  it("更正申请: after lock, of named lines with the reason of the new version", () => {
    const taken = lines.map((one): ReportLine => ({ ...one, review: "accepted" }));
    const request = ask({ kind: "correction", until: null, indicators: ["output"], changeReason: "reporting-error" });
    const granted = done(grantRequest(done(requestOf(locked, closed, request)).report, taken));
    expect(granted.report).toMatchObject({
      state: "returned",
      cycle: 2,
      correcting: "reporting-error",
      approvedBy: null,
    });
    expect(granted.lines).toMatchObject([{ indicator: "output", review: "returned" }]);
    expect(editRefusal(granted.report, closed)).toBeNull();
    expect(code(requestOf(locked, closed, { ...request, changeReason: null }))).toBe("reason-needed");
    const unknown = done(requestOf(locked, closed, { ...request, indicators: ["x"] })).report;
    expect(grantRequest(unknown, taken)).toEqual({ ok: false, code: "no-such-line", indicators: ["x"] });
  });
  it("is answered before the office takes the report over: nothing that was asked is dropped", () => {
    const late = "2026-04-20";
    const asked = done(requestOf(draft, open, ask({}))).report;
    const handedIn = done(submitReport(asked, { round: open, lines }, step("clerk", late))).report;
    const sent = done(approveReport(handedIn, step("approver", late))).report;
    expect(sent).toMatchObject({ request: ask({}), lateDays: 5 });
    const accept = (report: Report) => acceptReport(report, { round: open, lines }, step("office", late));
    expect(code(accept(sent))).toBe("request-pending");
    expect(done(accept(done(grantRequest(sent, lines)).report)).report).toMatchObject({ lateDays: 0, request: null });
    expect(done(accept(done(refuseRequest(sent, "已三次延期")).report)).report).toMatchObject({ lateDays: 5 });
  });
  it("more time lapses when a report is sent that came in without it; what else was asked does not", () => {
    const asked = done(requestOf(draft, open, ask({}))).report;
    const handIn = (report: Report, day: string) =>
      done(submitReport(report, { round: open, lines }, step("clerk", day))).report;
    const send = (report: Report, day: string) =>
      done(approveReport(handIn(report, day), step("approver", day))).report;
    // Until then the park may need it still: its approver may give the report back.
    expect(handIn(asked, "2026-04-15")).toMatchObject({ lateDays: 0, request: ask({}) });
    expect(send(asked, "2026-04-15")).toMatchObject({ lateDays: 0, request: null });
    expect(send(asked, "2026-04-16")).toMatchObject({ lateDays: 1, request: ask({}) });
    const correction = ask({ kind: "correction", until: null });
    expect(send({ ...draft, request: correction }, "2026-04-15")).toMatchObject({ lateDays: 0, request: correction });
  });
  it("a correction that was asked outlasts a return, and is granted in the cycle of that return", () => {
    const request = ask({ kind: "correction", until: null, indicators: ["output"], changeReason: "reporting-error" });
    const asked = done(requestOf(accepted, open, request)).report;
    const back = done(
      returnReport(asked, { lines, reason: "重报", by: "office", lineReasons: new Map() }, step("office")),
    ).report;
    expect(back).toMatchObject({ cycle: 2, request });
    expect(done(grantRequest(back, lines)).report).toMatchObject({ state: "returned", cycle: 2, request: null });
    const again = done(submitReport(back, { round: open, lines }, step("clerk"))).report;
    const sent = done(approveReport(again, step("approver"))).report;
    expect(code(acceptReport(sent, { round: open, lines }, step("office")))).toBe("request-pending");
  });
  it("nothing asked, nothing granted", () => {
    expect(code(grantRequest(draft, lines))).toBe("no-request");
    expect(code(refuseRequest(draft, "x"))).toBe("no-request");
  });
});
