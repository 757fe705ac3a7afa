import { describe, expect, it } from "vitest";
import type { AccountRole, Actor } from "./access.ts";
import type { Report, ReportAction, ReportEvent } from "./report.ts";
import {
  clearanceOver,
  clearedFor,
  countFilled,
  eventsSeen,
  reportAsSeen,
  type Sight,
  seesFile,
  sightOf,
  withholdLine,
} from "./sight.ts";

const as = (role: AccountRole, areas: string[] = []): Actor => ({
  ...{ account: role, name: role, keyScope: null, keyId: null },
  grants: [{ role, areas, department: role === "verifier" ? "statistics" : null }],
});
const clerk = as("clerk", ["east"]);
const other = as("clerk", ["west"]);
const office = as("coordinator");
const leader = as("leader");

const report: Report = {
  ...{ id: "r.east", round: "r", area: "east", state: "draft", cycle: 1, dueOn: "2026-04-09" },
  ...{ submittedBy: null, submittedAt: null, lateDays: null, approvedBy: null, approvedAt: null },
  ...{ acceptedBy: null, acceptedAt: null, supplement: false, request: null, correcting: null },
};
const submitted: Report = { ...report, state: "submitted", submittedBy: "c", submittedAt: "t", lateDays: 0 };

const at = (minute: number): string => `2026-04-01T00:${String(minute).padStart(2, "0")}:00.000Z`;
let made = 0;
const event = (action: ReportAction, minute: number, more: Partial<ReportEvent> = {}) => {
  made += 1;
  return {
    ...{ id: `e${made}`, report: "r.east", area: "east", action, cycle: 1, account: "someone", name: "某人" },
    ...{ comment: null, indicators: [], recordedAt: at(minute) },
    ...more,
  };
};
const current: Sight = { shown: "current", until: null };
const nothing: Sight = { shown: "nothing", until: null };
const sentAt = (minute: number): Sight => ({ shown: "sent", until: at(minute) });

describe("how much of a report is seen", () => {
  it.each<[string, Partial<Report>, Sight]>([
    ["a draft", {}, nothing],
    ["handed in within the park", submitted, nothing],
    ["sent", { ...submitted, approvedBy: "a" }, current],
    ["accepted", { state: "accepted" }, current],
    ["locked", { state: "locked" }, current],
  ])("of %s", (_what, own, outside) => {
    const standing = { ...report, ...own };
    expect(sightOf(clerk, standing, [])).toEqual(current);
    for (const actor of [office, leader, other]) expect(sightOf(actor, standing, [])).toEqual(outside);
  });
  it("is what was sent last, while the park is at it again", () => {
    const events = [event("approve", 1), event("return", 2), event("approve", 3), event("return", 4)];
    expect(sightOf(office, { ...report, state: "returned" }, events)).toEqual(sentAt(3));
  });
});

describe("where it stands", () => {
  it("that it was handed in within the park is told to nobody else", () => {
    expect(reportAsSeen(submitted, current)).toEqual(submitted);
    expect(reportAsSeen(submitted, nothing)).toEqual(report);
    expect(reportAsSeen(submitted, sentAt(1))).toEqual({ ...report, state: "returned", lateDays: 0 });
  });
  it("how many lines are filled is told to the office, to others only what was sent", () => {
    const now = [{ state: "value" }, { state: "not-reported" }, { state: "empty" }] as const;
    const draft = { sight: nothing, current: now, seen: [] };
    expect([countFilled(office, draft), countFilled(leader, draft)]).toEqual([2, null]);
    const returned = { sight: sentAt(1), current: now, seen: now.slice(0, 1) };
    expect([countFilled(office, returned), countFilled(leader, returned)]).toEqual([2, 1]);
    expect(countFilled(clerk, { sight: current, current: now, seen: now })).toBe(2);
  });
});

describe("the thread", () => {
  const thread = [
    event("open", 0),
    event("comment", 1, { comment: "产值口径？" }),
    event("submit", 2),
    event("return", 3, { comment: "内部退回" }),
    event("upload", 4),
    event("remind", 5),
    event("request", 6),
  ];
  const seenBy = (actor: Actor, sight: Sight, events = thread): string[] =>
    eventsSeen(actor, events, { sight, indicators: new Set(), isWhole: true }).map(({ action }) => action);

  it("before anything is sent: the park all of it, the office what it is asked, others what the office did", () => {
    expect(seenBy(clerk, current)).toHaveLength(thread.length);
    expect(seenBy(office, nothing)).toEqual(["open", "comment", "remind", "request"]);
    expect(seenBy(leader, nothing)).toEqual(["open", "remind"]);
  });
  it("while it is returned: up to the sending, and what the office did since", () => {
    const again = [
      ...thread,
      event("submit", 7),
      event("approve", 8),
      event("return", 9),
      event("comment", 10),
      event("submit", 11),
      event("return", 12, { comment: "内部再退回" }),
    ];
    const whole = [...thread.map(({ action }) => action), "submit", "approve", "return"];
    expect(seenBy(leader, sentAt(8), again)).toEqual(whole);
    expect(seenBy(office, sentAt(8), again)).toEqual([...whole, "comment"]);
  });
  it("one's own words are always there", () => {
    const own = [event("comment", 1, { account: "leader" })];
    expect(seenBy(leader, nothing, own)).toEqual(["comment"]);
  });
  it("of some of the lines: theirs, and no sentence that speaks of other lines too", () => {
    const events = [
      event("return", 1, { indicators: ["output", "firms"], comment: "产值不符；企业数不符" }),
      event("adopt", 2, { indicators: ["firms"], comment: "采用上报数" }),
      event("verify", 3, { indicators: ["output"], comment: "按统计口径" }),
      event("accept", 4),
    ];
    const part = { sight: current, indicators: new Set(["output"]), isWhole: false };
    const seen = eventsSeen(as("verifier"), events, part).map(({ action, comment, indicators }) => [
      ...[action, comment],
      indicators,
    ]);
    expect(seen).toEqual([
      ["return", null, ["output"]],
      ["verify", "按统计口径", ["output"]],
      ["accept", null, []],
    ]);
  });
});

describe("files", () => {
  const indicators = new Set(["output"]);
  const file = (minute: number, indicator: string | null = "output") => ({
    ...{ recordedAt: at(minute), recordedBy: "clerk", indicator },
  });
  it("are seen with the figures that they stand beside", () => {
    expect(seesFile(leader, file(1), { sight: current, indicators })).toBe(true);
    expect(seesFile(leader, file(1, null), { sight: current, indicators })).toBe(true);
    expect(seesFile(leader, file(1, "firms"), { sight: current, indicators })).toBe(false);
    expect(seesFile(leader, file(1), { sight: nothing, indicators })).toBe(false);
    expect(seesFile(leader, file(3), { sight: sentAt(2), indicators })).toBe(false);
    expect(seesFile(leader, file(1), { sight: sentAt(2), indicators })).toBe(true);
    expect(seesFile(clerk, file(3), { sight: sentAt(2), indicators })).toBe(true);
  });
});

describe("classes", () => {
  it("who works on reports works on those of every class, others on those that they are cleared for", () => {
    expect(clearedFor(leader, "restricted").grants).toEqual([]);
    expect(clearedFor(leader, "internal").grants).toHaveLength(1);
    expect(clearedFor(clerk, "restricted").grants).toHaveLength(1);
  });
  it("a clerk reads beside a report figures of its class, and no higher one", () => {
    expect(clearanceOver(clerk, "internal")).toBe("internal");
    expect(clearanceOver(clerk, "public")).toBe("public");
    expect(clearanceOver(office, "public")).toBe("restricted");
    expect(clearanceOver(leader, "restricted")).toBe("internal");
  });
  it("a figure over fewer than three enterprises is withheld from who does not work on the report", () => {
    const line = { state: "value", value: "12.5", explanation: "两家企业停产", enterprises: 2 } as const;
    const withheld = { value: null, explanation: null, suppressed: "few-enterprises" };
    expect(withholdLine(line, leader)).toMatchObject(withheld);
    expect(withholdLine({ ...line, enterprises: 3 }, leader)).toMatchObject({ value: "12.5", suppressed: null });
    for (const actor of [clerk, office, as("verifier")])
      expect(withholdLine(line, actor)).toMatchObject({ value: "12.5", suppressed: null });
  });
});
