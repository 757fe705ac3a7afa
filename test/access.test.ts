import { type AccountRole, accountRoles, keyScopes, type Right, rightNames } from "@yuanbiao/core/access";
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
  "scoring.preview": all,
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
  "target.evidence": ["verifier", ...office],
  "check.read": people,
  "check.manage": office,
  "target.manage": office,
  "bridge.manage": office,
  "letter.read": [...park, "verifier", ...readers],
  "letter.send": office,
  "scheme.read": [...people, "expert"],
  "scheme.manage": ["assessor"],
  "evaluation.read": [...people, "expert"],
  "evaluation.survey": ["assessor", "leader"],
  "evaluation.manage": ["assessor"],
  "evaluation.file": park,
  "evaluation.sign": ["verifier"],
  "panel.manage": ["assessor"],
  "panel.score": ["expert"],
  "objection.make": park,
  "objection.answer": ["assessor"],
  "account.read": ["admin", "security"],
  "account.manage": ["admin"],
  "grant.manage": ["admin", "security"],
  "key.own": [...people, "expert"],
  "key.manage": ["admin", "security"],
  "policy.read": ["admin", "security", "auditor"],
  "policy.manage": ["security"],
  "audit.read": ["auditor"],
  "operation.read": ["admin", "auditor"],
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
  it("are needed for everything but signing in, the description itself, and what a scheme makes public", () => {
    const open = routes.filter(({ right }) => right === "everybody").map(({ method, path }) => `${method} ${path}`);
    expect(open.toSorted()).toEqual([
      "GET /api/announcements/{id}",
      "GET /api/auth/callback/oidc",
      "GET /api/auth/session",
      "GET /api/auth/single-sign-on",
      "GET /api/docs",
      "GET /api/health",
      "GET /api/openapi.json",
      "GET /api/ready",
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
      (["clerk", "verifier", "coordinator", "expert"] as const).map((role) => [scope, role] as const),
    ),
  )("lets in a key (%s) of a %s within its scope", async (scope, role) => {
    const owner = await served.as(role);
    const made = await owner.send("POST", "/api/keys", { name: "测试", scope, expiresOn: "2027-01-31" });
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
