import { EvidenceAdded } from "@yuanbiao/server/evidence/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { content, pdf } from "./support/evidence.ts";
import { type Desk, good, openDesk, refused, sendFile } from "./support/reporting.ts";
import type { SignedIn } from "./support/served.ts";

let desk: Desk;
let people: Record<string, SignedIn>;
beforeAll(async () => {
  desk = await openDesk();
  const { served } = desk;
  people = {
    ...desk.people,
    newTown: await served.as("verifier", { department: "liudong-admin" }),
    zone: await served.as("clerk", { areas: ["liuzhou-zone"] }),
    assessor: await served.as("assessor"),
    expert: await served.as("expert"),
    auditor: await served.as("auditor"),
  };
});
afterAll(() => desk.close());

const who = (name: string): SignedIn => {
  const found = people[name];
  if (found === undefined) throw new Error(`nobody is ${name}`);
  return found;
};
const add = (name: string, target: string) =>
  sendFile(who(name), `/api/decisions/${target}/evidence`, pdf(target), { fields: { kind: "certificate" } });

describe("the evidence of a target", () => {
  // T06: 柳州's zone, an indicator of the 科技局. P12: 汽车城, an indicator of the 统计局 that 柳东 owes.
  it.each([
    ["office", "T06", true],
    ["technology", "T06", true],
    ["verifier", "T06", false],
    ["newTown", "T06", false],
    ["zone", "T06", false],
    ["clerk", "T06", false],
    ["leader", "T06", false],
    ["expert", "T06", false],
    ["verifier", "P12", true],
    ["newTown", "P12", true],
    ["technology", "P12", false],
    ["zone", "P12", false],
  ] as const)("is added by the %s to %s: %s", async (name, target, isTaken) => {
    if (isTaken) expect((await add(name, target)).status).toBe(200);
    else expect(await refused(add(name, target))).toEqual([403, "forbidden"]);
  });
  it.each([
    ["T06", ["office", "technology", "zone", "leader", "assessor"], ["verifier", "newTown", "clerk", "stranger"]],
    ["P12", ["office", "verifier", "newTown", "leader", "assessor"], ["technology", "zone", "clerk", "stranger"]],
  ])("of %s is opened by %j; for %j it is not there", async (target, readers, strangers) => {
    const { id } = await good(EvidenceAdded, add("office", target));
    for (const name of readers) expect([name, (await who(name).ask(content(id))).status]).toEqual([name, 200]);
    for (const name of strangers) expect(await refused(who(name).ask(content(id)))).toEqual([404, "unknown-file"]);
    for (const name of ["expert", "auditor"]) {
      expect(await refused(who(name).ask(content(id)))).toEqual([403, "forbidden"]);
    }
  });
  it("of a target that is not there is refused", async () => {
    expect(await refused(add("office", "none"))).toEqual([404, "unknown-target"]);
  });
});
