import { describe, expect, it } from "vitest";
import { adoptionAnswers, adoptionRefusal, answersLine, turnOf, verificationRefusal } from "./adoption.ts";

const at = (value: string | null, recordedAt: string) => ({ value, recordedAt, state: "value" as const });
const day = (date: number): string => `2026-04-${String(date).padStart(2, "0")}T00:00:00.000Z`;

describe("what a department found", () => {
  const line = at("280", day(10));
  it.each([
    ["after the line", at("300", day(11)), true],
    ["before it, another value", at("300", day(9)), false],
    ["before it, the same value", at("280", day(9)), true],
    ["before it, the same value spelt otherwise", at("280.0", day(9)), true],
    ["nothing", undefined, false],
  ])("%s", (_, found, expected) => {
    expect(answersLine(line, found)).toBe(expected);
  });

  it("what was adopted answers the line too while it is what the department says of it now", () => {
    const adopted = at("300", day(9));
    expect(adoptionAnswers(line, adopted, at("300", day(9)))).toBe(false);
    expect(adoptionAnswers(line, adopted, at("300", day(11)))).toBe(true);
    expect(adoptionAnswers(line, adopted, at("290", day(11)))).toBe(false);
    expect(adoptionAnswers(line, at("280", day(12)), at("290", day(11)))).toBe(true);
    expect(adoptionAnswers(line, at("280", day(12)), at("290", day(13)))).toBe(false);
    expect(adoptionAnswers(line, adopted, undefined)).toBe(false);
    expect(adoptionAnswers(line, at("280", day(9)), undefined)).toBe(true);
    expect(adoptionAnswers(line, undefined, at("300", day(11)))).toBe(false);
  });

  const whole = { whole: true, isCount: false };
  const count = { whole: true, isCount: true };
  const free = { whole: false, isCount: false };
  it.each([
    [{ state: "value", value: "7.50", reason: null }, at("7.5", day(1)), free, null],
    [{ state: "value", value: "7.6", reason: null }, at("7.5", day(1)), free, "reason-needed"],
    [{ state: "value", value: "7.6", reason: " " }, at("7.5", day(1)), free, "reason-needed"],
    [{ state: "value", value: "7.6", reason: "剔除重复" }, at("7.5", day(1)), free, null],
    [{ state: "value", value: "5.5", reason: "x" }, at("5", day(1)), whole, "not-whole"],
    [{ state: "value", value: "5.0", reason: null }, at("5", day(1)), whole, null],
    [{ state: "value", value: "-3", reason: "x" }, at("5", day(1)), whole, null],
    [{ state: "value", value: "-3", reason: "x" }, at("5", day(1)), count, "negative-count"],
    [{ state: "value", value: "0", reason: "x" }, at("5", day(1)), count, null],
    [{ state: "value", value: null, reason: "x" }, at("5", day(1)), free, "value-missing"],
    [{ state: "not-applicable", value: "5", reason: "x" }, at("5", day(1)), free, "value-with-state"],
    [{ state: "not-applicable", value: null, reason: null }, at("5", day(1)), free, "reason-needed"],
  ] as const)("%o beside %o", (found, line, indicator, expected) => {
    expect(verificationRefusal(line, found, indicator)?.code ?? null).toBe(expected);
  });
});

describe("adopting", () => {
  // 310 was reported and found to be 300; a correction made it 280.
  const corrected = at("280", day(12));
  const stale = at("300", day(11));
  it("takes no finding of before the correction, and is not held up by it", () => {
    expect(adoptionRefusal(corrected, stale, { basis: "verified", reason: "" })).toBe("not-verified");
    expect(adoptionRefusal(corrected, stale, { basis: "reported", reason: "" })).toBeNull();
  });
  it("passes over a finding that stands only with a reason", () => {
    const found = at("270", day(13));
    expect(adoptionRefusal(corrected, found, { basis: "reported", reason: "" })).toBe("reason-needed");
    expect(adoptionRefusal(corrected, found, { basis: "reported", reason: "口径不同" })).toBeNull();
    expect(adoptionRefusal(corrected, found, { basis: "verified", reason: "" })).toBeNull();
  });
  it("needs a figure", () => {
    const blank = { state: "empty", value: null, recordedAt: null } as const;
    expect(adoptionRefusal(blank, undefined, { basis: "reported", reason: "x" })).toBe("nothing-filled");
  });
});

describe("whose turn it is", () => {
  const lines = [
    { indicator: "output", state: "value" },
    { indicator: "firms", state: "value" },
    { indicator: "blank", state: "empty" },
  ] as const;
  const set = (...codes: string[]) => new Set(codes);
  it.each([
    ["draft", null, [], [], "clerk"],
    ["returned", null, [], [], "clerk"],
    ["submitted", null, [], [], "approver"],
    ["submitted", "lin", [], [], "office"],
    ["accepted", "lin", ["output"], [], "verifier"],
    ["accepted", "lin", ["output", "firms"], [], "adoption"],
    ["accepted", "lin", ["output"], ["firms"], "adoption"],
    ["locked", "lin", [], ["output", "firms"], "nobody"],
  ] as const)("%s, approved by %s, verified %j, adopted %j: %s", (state, approvedBy, verified, adopted, turn) => {
    expect(turnOf({ state, approvedBy }, lines, { verified: set(...verified), adopted: set(...adopted) })).toBe(turn);
  });
});
