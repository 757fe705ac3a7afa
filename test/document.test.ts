import { DocumentList } from "@yuanbiao/server/document/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf, type Desk, file, openDesk, openRound, step } from "./support/reporting.ts";
import type { Asking } from "./support/served.ts";

let desk: Desk;
let readers: Record<"clerk" | "stranger" | "office" | "leader" | "verifier" | "expert", Asking>;
beforeAll(async () => {
  desk = await openDesk();
  await openRound(desk, { code: "OPEN", areas: ["liuzhou"] });
  await openRound(desk, { code: "SECRET", areas: ["liuzhou"], period: "2024", class: "restricted" });
  const { clerk, stranger, office, leader, verifier } = desk.people;
  readers = { clerk, stranger, office, leader, verifier, expert: await desk.served.as("expert") };
});
afterAll(() => desk.close());

/** The rounds' documents that a reader is told of. */
async function told(who: keyof typeof readers): Promise<string[]> {
  const { items } = DocumentList.parse(await readers[who].read("/api/documents?limit=1000"));
  expect(items.some(({ kind }) => kind === "policy")).toBe(true);
  return items.flatMap(({ code }) => (/^report-(OPEN|SECRET)$/.test(code) ? [code] : [])).toSorted();
}
const contents = { "sei-share-above-scale": "29", "sei-output": "1234.5", "valid-hitech-firms": "300" };

describe("the documents of rounds", () => {
  it("are named to who works on the round, as far as its class allows", async () => {
    expect(await told("clerk")).toEqual(["report-OPEN", "report-SECRET"]);
    expect(await told("office")).toEqual(["report-OPEN", "report-SECRET"]);
    expect(await told("verifier")).toEqual(["report-OPEN", "report-SECRET"]);
    expect(await told("leader")).toEqual(["report-OPEN"]);
    expect(await told("stranger")).toEqual([]);
    expect(await told("expert")).toEqual([]);
  });
  it("are named to everybody once a report is taken over and its figures can be read, and not before", async () => {
    const { clerk } = desk.people;
    expect((await clerk.ask(addressOf("OPEN.liuzhou"))).status).toBe(200);
    await file(desk, "OPEN.liuzhou", contents);
    await file(desk, "SECRET.liuzhou", contents);
    expect(await told("stranger")).toEqual(["report-OPEN"]);
    expect(await told("expert")).toEqual(["report-OPEN"]);
    expect(await told("leader")).toEqual(["report-OPEN"]);
    await step(desk.people.office, "OPEN.liuzhou", "return", { reason: "重报" });
    expect(await told("clerk")).toEqual(["report-OPEN", "report-SECRET"]);
  });
});
