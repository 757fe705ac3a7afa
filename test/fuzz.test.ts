import type { Actor } from "@yuanbiao/core/access";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canaryOf, leaked } from "./fuzz/canary.ts";
import { insideOf } from "./fuzz/judge.ts";
import { fuzz, newTally, type Tally } from "./fuzz/run.ts";
import { sqliteTemplate, type Template } from "./fuzz/template.ts";

const requests = 600;

let template: Template;
let tally: Tally;
beforeAll(async () => {
  template = await sqliteTemplate();
  tally = newTally();
  await fuzz(template, tally, { seed: 20_261_122, requests });
}, 240_000);
afterAll(() => template?.close());

describe("a short fuzzing of every route", () => {
  it("finds no fault: no 5xx, nothing of the inside, nothing without a right, nothing changed by a refusal", () => {
    expect(tally.faults).toEqual([]);
    expect(tally.requests).toBe(requests);
  });
  it("gets through to what the routes do, and is refused in every way", () => {
    const done = [...tally.routes.values()].filter((route) => route.done > 0).length;
    expect(done).toBeGreaterThan(tally.routes.size / 3);
    for (const status of [200, 400, 401, 403, 404, 409])
      expect(tally.byStatus.get(status), `${status}`).toBeGreaterThan(0);
  });
});

describe("what the fuzzing looks for", () => {
  const actor = (role: "clerk" | "leader" | "expert", areas: string[]): Actor => ({
    ...{ account: role, name: role, keyScope: null, keyId: null },
    grants: [{ role, areas, department: null }],
  });
  it("is seen where it leaks, and not where it may be read", () => {
    const text = `x ${canaryOf("draft", "yx-lake")} y`;
    expect(leaked(text, actor("clerk", ["yx-river"]))).toHaveLength(1);
    expect(leaked(text, actor("expert", []))).toHaveLength(1);
    expect(leaked(text, null)).toHaveLength(1);
    expect(leaked(text, actor("clerk", ["yx-lake"]))).toEqual([]);
    expect(leaked(text, actor("leader", []))).toEqual([]);
  });
  it.each([
    "SqliteError: near x",
    "SQLITE_CONSTRAINT",
    'relation "account" does not exist',
    "Error\n    at change (/srv/server/src/change.ts:30)",
    "$argon2id$v=19$m=19456",
  ])("is seen in what an inside says: %s", (text) => {
    expect(insideOf(text)).not.toEqual([]);
  });
  it("is not seen in what people are told", () => {
    expect(insideOf("报表尚未接收。The report is not accepted yet; look at the line, then try again.")).toEqual([]);
  });
});
