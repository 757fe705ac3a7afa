import { type AccountRole, type Right, rights } from "@yuanbiao/core/access";
import { Problem } from "@yuanbiao/server/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DescribedRoute, describedRoutes } from "./support/description.ts";
import { firms, lists, openWorld, report, samples, share, type World } from "./support/reach.ts";
import { addressOf, readReport } from "./support/reporting.ts";
import type { SignedIn } from "./support/served.ts";

let world: World;
let routes: DescribedRoute[];
beforeAll(async () => {
  world = await openWorld();
  routes = await describedRoutes(world.desk.served);
});
afterAll(() => world.desk.close());

const nameOf = ({ method, path }: Pick<DescribedRoute, "method" | "path">): string => `${method} ${path}`;
/** How far a role's right over a route reaches: undefined where it has none. */
function reachOf({ right }: DescribedRoute, role: AccountRole): string | undefined {
  if (right === undefined || right === "everybody") return undefined;
  const holders: Partial<Record<AccountRole, string>> = rights[right satisfies Right];
  return holders[role];
}
const limitedFor = (role: AccountRole): string[] =>
  routes.filter((route) => ["areas", "indicators"].includes(reachOf(route, role) ?? "")).map(nameOf);
const sampled = (names: readonly string[]): string[] => names.filter((name) => !Object.hasOwn(lists, name));
const listed = (names: readonly string[]): string[] => names.filter((name) => Object.hasOwn(lists, name));

/** What came of a request: the status, and for a refusal its code. */
async function outcome(name: string, who: SignedIn): Promise<string> {
  const sample = samples[name];
  if (sample === undefined) throw new Error(`${name} has no sample`);
  const response = await sample(who, world);
  return response.ok ? "200" : `${response.status} ${Problem.parse(await response.json()).code}`;
}
/** Let in: done, or refused for what the report or its versions are, and neither for who asks nor for the body's shape. */
const isLetIn = (came: string): boolean => /^(200|409 |412 |422 (?!.*(parameter|no-such-line)))/.test(came);
/** What is open to all who are signed in is forbidden there; everything else is not there. */
const isPublic = (name: string): boolean => name.startsWith("POST /api/decisions/");
const keptOut = (name: string): RegExp => (isPublic(name) ? /^403 forbidden$/ : /^404 /);

describe("the description", () => {
  it("names a right for every route, and each that is limited to areas or departments is sampled here", () => {
    expect(routes.filter(({ right }) => right === undefined).map(nameOf)).toEqual([]);
    const limited = ["clerk", "approver", "verifier"] as const;
    const all = new Set(limited.flatMap(limitedFor));
    expect([...all].toSorted()).toEqual([...Object.keys(samples), ...Object.keys(lists)].toSorted());
  });
});

describe.each(["clerk", "approver"] as const)("a %s", (role) => {
  it("is let in to what is of the own area on every route, and to nothing of another area", async () => {
    const here = await world.desk.served.as(role, { areas: ["liuzhou"] });
    const elsewhere = await world.desk.served.as(role, { areas: ["liuzhou-hitech"] });
    const names = sampled(limitedFor(role));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      expect(await outcome(name, elsewhere), name).toMatch(keptOut(name));
      expect(isLetIn(await outcome(name, here)), name).toBe(true);
    }
  });
  it("finds the own area's in lists, and nothing of another area", async () => {
    const here = await world.desk.served.as(role, { areas: ["liuzhou"] });
    const elsewhere = await world.desk.served.as(role, { areas: ["liuzhou-hitech"] });
    for (const name of listed(limitedFor(role))) {
      const { address, own } = lists[name] ?? { address: "", own: () => "" };
      expect(JSON.stringify(await here.read(address)), name).toContain(own(world));
      expect(JSON.stringify(await elsewhere.read(address)), name).not.toContain(own(world));
    }
  });
});

describe("a verifier", () => {
  const as = (department: string) => world.desk.served.as("verifier", { department });
  /** The park alone prints what it signs. */
  const ofPark = "POST /api/reports/{id}/prints";
  /** What is said of the whole report by whoever has a line in it. */
  const ofWhole = [
    ...["GET /api/reports/{id}", "GET /api/reports/{id}/template.xlsx", "GET /api/reports/{id}/verification.docx"],
    "POST /api/reports/{id}/comments",
  ];

  it("is let in to what is of the own department on every route, and to nothing of another department", async () => {
    const [own, other, none] = [await as("lz-sti"), await as("lz-statistics"), await as("lz-finance")];
    const names = sampled(limitedFor("verifier"));
    expect(names.length).toBeGreaterThan(7);
    for (const name of names) {
      const came = await outcome(name, own);
      if (name === ofPark) expect(came, name).toBe("403 forbidden");
      else expect(isLetIn(came), `${name}: ${came}`).toBe(true);
      expect(await outcome(name, none), `${name} of none`).toMatch(keptOut(name));
      const others = await outcome(name, other);
      if (ofWhole.includes(name)) expect(isLetIn(others), `${name} of another`).toBe(true);
      else expect(others, `${name} of another`).toMatch(/^(403 forbidden|404 |422 no-such-line)/);
    }
  });
  it("finds the own department's in lists, and nothing of another department", async () => {
    for (const name of listed(limitedFor("verifier"))) {
      const { address, own } = lists[name] ?? { address: "", own: () => "" };
      expect(JSON.stringify(await (await as("lz-sti")).read(address)), name).toContain(own(world));
      expect(JSON.stringify(await (await as("lz-finance")).read(address)), name).not.toContain(own(world));
    }
  });
  it("sees of a report the lines and files of the own department alone, in the form too", async () => {
    const [own, other] = [await as("lz-sti"), await as("lz-statistics")];
    const codes = async (who: SignedIn) =>
      (await readReport(who, report)).lineItems.map(({ indicator }) => indicator.code);
    expect(await codes(own)).toEqual([firms]);
    expect(await codes(other)).toEqual([share, "sei-output"]);
    expect((await readReport(other, report)).evidence).toEqual([]);
    const form = await (await other.ask(`${addressOf(report)}/template.xlsx`)).arrayBuffer();
    expect(form.byteLength).toBeGreaterThan(1000);
  });
});
