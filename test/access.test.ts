import {
  type AccountRole,
  type Actor,
  accountRoles,
  keyScopes,
  may,
  type Right,
  rightNames,
} from "@yuanbiao/core/access";
import { Problem } from "@yuanbiao/server/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type DescribedRoute, describedRoutes, rolesWith } from "./support/description.ts";
import { type Asking, askWith, type Served, serve } from "./support/served.ts";

const all = [...accountRoles];
const park: AccountRole[] = ["clerk", "approver"];
const readers: AccountRole[] = ["coordinator", "assessor", "leader"];
const office: AccountRole[] = ["coordinator"];
const people: AccountRole[] = [...park, "verifier", ...readers];

/** Who has which right, written down a second time: a table that was changed by mistake is noticed here. */
const expected: Record<Right, AccountRole[]> = {
  "session.own": all,
  "tracking.read": all,
  "round.read": people,
  "round.manage": office,
  "report.read": people,
  "report.edit": ["clerk"],
  "report.submit": ["clerk"],
  "report.approve": ["approver"],
  "report.return": ["approver", ...office],
  "report.accept": office,
  "report.comment": [...park, "verifier", ...office],
  "report.request": park,
  "report.grant": office,
  "line.verify": ["verifier"],
  "line.adopt": office,
  "evidence.read": people,
  "evidence.add": [...park, "verifier", ...office],
  "check.read": people,
  "check.manage": office,
  "target.manage": office,
  "bridge.manage": office,
  "letter.read": [...park, ...readers],
  "letter.send": office,
  "account.read": ["admin", "security"],
  "account.manage": ["admin"],
  "grant.manage": ["admin", "security"],
  "key.manage": ["admin"],
  "policy.read": ["admin", "security", "auditor"],
  "policy.manage": ["security"],
  "audit.read": ["auditor"],
};

let served: Served;
let routes: DescribedRoute[];
beforeAll(async () => {
  served = await serve();
  routes = await describedRoutes(served);
});
afterAll(() => served.close());

/** Asks a route for something that is not there, with an empty body. */
async function call(asker: Asking, { path, method }: DescribedRoute, id = "no-such-thing"): Promise<Response> {
  const address = path.replace(/\{\w+\}/g, id);
  const headers = { "if-match": "1" };
  return method === "GET" ? asker.ask(address) : asker.send(method, address, {}, headers);
}

/** The code by which a request was kept out; undefined where it was let in, whatever came of it. */
async function keptOut(response: Response): Promise<string | undefined> {
  if (response.status !== 401 && response.status !== 403) return undefined;
  const { code } = Problem.parse(await response.json());
  return ["signed-out", "forbidden"].includes(code) ? code : undefined;
}

describe("rights", () => {
  it("are those of the design, role by role", () => {
    const found = Object.fromEntries(rightNames.map((right) => [right, rolesWith(right).toSorted()]));
    const written = Object.fromEntries(Object.entries(expected).map(([right, roles]) => [right, roles.toSorted()]));
    expect(found).toEqual(written);
  });
  it("are declared by every route of the description", () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter(({ right }) => right === undefined)).toEqual([]);
  });
  it("are needed for everything but signing in and the description itself", () => {
    const open = routes.filter(({ right }) => right === "everybody").map(({ method, path }) => `${method} ${path}`);
    expect(open.toSorted()).toEqual([
      "GET /api/auth/callback/oidc",
      "GET /api/auth/session",
      "GET /api/auth/single-sign-on",
      "GET /api/docs",
      "GET /api/health",
      "GET /api/openapi.json",
      "POST /api/auth/link",
      "POST /api/auth/second-factor/verify",
      "POST /api/auth/sign-in/username",
    ]);
  });
  it("are held by somebody each, and each by a route", () => {
    for (const right of rightNames) expect(rolesWith(right), right).not.toEqual([]);
  });
});

describe("every route", () => {
  it("keeps out who is not signed in", async () => {
    for (const route of routes) {
      const wanted = route.right === "everybody" ? undefined : "signed-out";
      expect(await keptOut(await call(served.signedOut, route)), `${route.method} ${route.path}`).toBe(wanted);
    }
  });
  it.each([...accountRoles])("lets in %s where the table says so, and nowhere else", async (role) => {
    for (const route of routes) {
      // A session of its own each time: some routes end it.
      const asker = await served.as(role);
      const isIn = route.right === "everybody" || (route.right !== undefined && expected[route.right].includes(role));
      const where = `${role}: ${route.method} ${route.path}`;
      expect(await keptOut(await call(asker, route)), where).toBe(isIn ? undefined : "forbidden");
    }
  });
  it("keeps out who has no role, but from their own session and password", async () => {
    for (const route of routes) {
      const asker = await served.as(null);
      const isIn = route.right === "everybody" || route.right === "session.own";
      const where = `${route.method} ${route.path}`;
      expect(await keptOut(await call(asker, route)), where).toBe(isIn ? undefined : "forbidden");
    }
  });
  it.each(
    keyScopes.flatMap((scope) =>
      (["clerk", "coordinator", "admin", "auditor"] as const).map((role) => [scope, role] as const),
    ),
  )("lets in a key (%s) of a %s within its scope", async (scope, role) => {
    const owner = await served.as(role);
    const admin = await served.as("admin");
    const body = { name: "测试", account: owner.account, scope, expiresOn: "2027-01-31" };
    const made = await admin.send("POST", "/api/keys", body);
    const { secret } = z.object({ secret: z.string() }).parse(await made.json());
    const asker = askWith(served.signedOut.ask, { authorization: `Bearer ${secret}` });
    const filing: Right[] = ["report.edit", "report.submit", "evidence.add"];
    for (const route of routes) {
      const { right } = route;
      const isInScope =
        right?.endsWith(".read") === true || (scope === "report" && filing.some((name) => name === right));
      const isIn = right === "everybody" || (right !== undefined && isInScope && expected[right].includes(role));
      const where = `${scope} ${role}: ${route.method} ${route.path}`;
      expect(await keptOut(await call(asker, route)), where).toBe(isIn ? undefined : "forbidden");
    }
  });
});

describe("another area's report", () => {
  const round = {
    ...{ code: "ACCESS", name: "权限", city: "liuzhou", period: "2025", stage: "annual", class: "public" },
    lines: [{ indicator: "sei-share-above-scale", caliber: "den-above-scale" }],
    areas: ["liuzhou", "liuzhou-hitech"],
    ...{ opensOn: "2026-11-01", dueOn: "2026-11-30", instructions: "" },
  };
  const own = "ACCESS.liuzhou";
  beforeAll(async () => {
    const coordinator = await served.as("coordinator");
    const made = await coordinator.send("POST", "/api/rounds", round);
    expect(made.status, await made.clone().text()).toBe(200);
    const { version } = z.object({ version: z.int() }).parse(await made.json());
    const match = { "if-match": String(version) };
    expect((await coordinator.send("PUT", "/api/rounds/ACCESS/state", { state: "open" }, match)).status).toBe(200);
  });
  it.each(park)("is not there for a %s of elsewhere, on any route; one's own is", async (role) => {
    const [here, elsewhere] = [
      await served.as(role, { areas: ["liuzhou"] }),
      await served.as(role, { areas: ["liuzhou-hitech"] }),
    ];
    const ofReports = routes.filter(({ path }) => path.startsWith("/api/reports/{id}"));
    expect(ofReports.length).toBeGreaterThan(10);
    const seen: string[] = [];
    for (const route of ofReports) {
      if (route.right === undefined || route.right === "everybody" || !expected[route.right].includes(role)) continue;
      const where = `${route.method} ${route.path}`;
      const other = await call(elsewhere, route, own);
      // A body that is refused before the report is looked for says nothing of the report.
      expect(route.method === "GET" ? [404] : [400, 404, 415], where).toContain(other.status);
      const mine = await call(here, route, own);
      if (mine.status !== 404) seen.push(where);
    }
    expect(seen.length).toBeGreaterThan(2);
  });
  it("is not in the list of a clerk of elsewhere", async () => {
    const elsewhere = await served.as("clerk", { areas: ["liuzhou-hitech"] });
    const list = JSON.stringify(await elsewhere.read("/api/reports?round=ACCESS"));
    expect(list).toContain("ACCESS.liuzhou-hitech");
    expect(list).not.toContain(`"${own}"`);
  });
});

describe("a department's right", () => {
  it("reaches its own indicators and no others", () => {
    const verifier: Actor = {
      ...{ account: "v", name: "", keyScope: null },
      grants: [{ role: "verifier", areas: [], department: "lz-sti" }],
    };
    expect(may(verifier, "line.verify", { area: "liuzhou", department: "lz-sti" })).toBe(true);
    expect(may(verifier, "line.verify", { area: "liuzhou", department: "lz-statistics" })).toBe(false);
  });
});
