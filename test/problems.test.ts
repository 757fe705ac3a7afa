import { Problem } from "@yuanbiao/server/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DescribedRoute, describedRoutes, rolesWith } from "./support/description.ts";
import { type Asking, type Served, serve } from "./support/served.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** For every kind of parameter a value that cannot be right, and the code of the answer. */
const bad: Record<string, [string, number, string][]> = {
  area: [
    ["no-such-area", 404, "unknown-area"],
    ["柳州", 400, "malformed-code"],
    ["", 400, "malformed-code"],
  ],
  city: [
    ["no-such-city", 404, "unknown-city"],
    ["hexi-hitech", 404, "unknown-city"],
  ],
  indicator: [
    ["no-such-indicator", 404, "unknown-indicator"],
    ["a b", 400, "malformed-code"],
  ],
  caliber: [
    ["%00", 400, "malformed-code"],
    ["no-such-caliber", 404, "unknown-caliber"],
  ],
  department: [["no-such-department", 404, "unknown-department"]],
  due: [
    ["20", 400, "malformed-period"],
    ["2020-13", 400, "malformed-period"],
  ],
  period: [["2017-Q5", 400, "malformed-period"]],
  role: [["boss", 400, "unknown-option"]],
  kind: [["rumour", 400, "unknown-option"]],
  on: [
    ["2024-02-30", 400, "malformed-day"],
    ["0001-01-01", 400, "day-out-of-range"],
    ["9999-12-31", 400, "day-out-of-range"],
    ["2024", 400, "malformed-day"],
    ["", 400, "malformed-day"],
  ],
  since: [["2024-2-3", 400, "malformed-day"]],
  asOf: [
    ["2024-13-01", 400, "malformed-instant"],
    ["2024-01-01T10:00", 400, "malformed-instant"],
  ],
  publishedBy: [["2024-06", 400, "malformed-day"]],
  from: [["20", 400, "malformed-year"]],
  to: [["2500", 400, "malformed-year"]],
  limit: [
    ["0", 400, "limit-out-of-range"],
    ["1001", 400, "limit-out-of-range"],
    ["-1", 400, "limit-out-of-range"],
    ["x", 400, "limit-out-of-range"],
    ["1e2", 400, "limit-out-of-range"],
  ],
  cursor: [
    ["%7B%7D", 400, "malformed-cursor"],
    ["bm9uZQ", 400, "malformed-cursor"],
    ["WyJsaXV6aG91IiwieCIsIm5vcGUiLCJ5Il0", 400, "malformed-cursor"],
    ["WyJubyBzdWNoIGl0ZW0iXQ", 400, "malformed-cursor"],
  ],
  code: [
    ["no-such-area", 404, "unknown-area"],
    ["a%20b", 400, "malformed-code"],
  ],
  target: [
    ["a b", 400, "malformed-code"],
    ["no-such-target", 404, "unknown-target"],
  ],
  account: [
    ["no-such-account", 404, "unknown-account"],
    ["A%20b", 400, "malformed-username"],
  ],
  id: [
    ["no-such-id", 404, ""],
    ["a%20b", 400, "malformed-code"],
  ],
};
/** Asks as somebody who has the right of a route. */
async function askerOf(right: DescribedRoute["right"]): Promise<Asking> {
  const [role] = right === undefined || right === "everybody" ? [] : rolesWith(right);
  if (role === undefined) return served.signedOut;
  const known = askers.get(role) ?? (await served.as(role));
  askers.set(role, known);
  return known;
}
const patternOf = ({ path }: DescribedRoute): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);
const askers = new Map<string, Asking>();
/** Reads that everybody's account may make, and those of accounts, keys and the policy. */
const isData = ({ path, method, right }: DescribedRoute): boolean =>
  method === "GET" &&
  (/^(tracking|account|key|policy)\./.test(right ?? "") || ["/api/health", "/api/auth/session"].includes(path));
const needed: Record<string, string> = { area: "liuzhou", indicator: "sei-share", id: "T01", code: "liuzhou" };

describe("every route of the description", () => {
  it("answers each bad parameter with a problem that names it, in both languages", async () => {
    let asked = 0;
    for (const route of (await describedRoutes(served)).filter(isData)) {
      const { path, parameters } = route;
      const asker = await askerOf(route.right);
      for (const { name } of parameters) {
        const cases = bad[name];
        if (cases === undefined) throw new Error(`${path} has a parameter ${name} without a bad value to try`);
        for (const [value, status, code] of cases) {
          const address = path.replace(/\{(\w+)\}/g, (_, key: string) => (name === key ? value : (needed[key] ?? "x")));
          const others = parameters.filter((other) => other.required && other.in === "query" && other.name !== name);
          const query = others.map((other) => `${other.name}=${needed[other.name]}`);
          const isInPath = path.includes(`{${name}}`);
          if (!isInPath) query.push(`${name}=${value}`);
          for (const language of ["zh-CN", "en"]) {
            const where = `${address}?${query.join("&")}`;
            const response = await asker.ask(where, { headers: { "accept-language": language } });
            expect(response.status, where).toBe(status);
            const problem = Problem.parse(await response.json());
            expect(problem.status, where).toBe(status);
            expect(response.headers.get("content-type"), where).toMatch(/^application\/problem\+json/);
            if (code !== "") expect(problem.code, where).toBe(code);
            if (!isInPath)
              expect(
                problem.errors?.map(({ field }) => field),
                where,
              ).toEqual([name]);
            expect(/[\u4e00-\u9fff]/.test(problem.detail), where).toBe(language === "zh-CN");
            asked += 1;
          }
        }
      }
      const known = path.replace(/\{(\w+)\}/g, (_, key: string) => needed[key] ?? "x");
      expect((await asker.ask(`${known}?nonsense=1`)).status, path).toBe(400);
    }
    expect(asked).toBeGreaterThan(200);
  });
  it("names every bad parameter at once", async () => {
    const response = await served.ask("/api/progress?on=x&limit=0&area=%20");
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ status: 400, code: "bad-parameter" });
    expect(problem.errors?.map(({ field }) => field).sort()).toEqual(["area", "limit", "on"]);
  });
  it("takes a parameter once", async () => {
    const problem = Problem.parse(await (await served.ask("/api/progress?area=liuzhou&area=panyu")).json());
    expect(problem).toMatchObject({ status: 400, code: "repeated-parameter" });
  });
  it("answers on every day that it takes", async () => {
    for (const day of ["1950-01-01", "1999-12-31", "2020-02-29", "2199-12-30"]) {
      for (const route of [
        "progress?",
        "summary?",
        "summary?since=2020-01-01&",
        "series?area=liuzhou&indicator=sei-share&",
      ]) {
        expect((await served.ask(`/api/${route}on=${day}`)).status, `${route} ${day}`).toBe(200);
      }
    }
  });
  it("says what is missing", async () => {
    const problem = Problem.parse(await (await served.ask("/api/series?area=liuzhou")).json());
    expect(problem.errors).toMatchObject([{ field: "indicator", code: "missing-parameter" }]);
  });
  it("takes only the methods that are described, and says which", async () => {
    const routes = await describedRoutes(served);
    for (const path of new Set(routes.map((route) => route.path))) {
      const address = path.replace(/\{\w+\}/g, "x");
      const taken = routes.filter((route) => patternOf(route).test(address)).map(({ method }) => method);
      const own = routes.filter((route) => route.path === path).map(({ method }) => method);
      const allowed = own.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).sort();
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((one) => !taken.includes(one))) {
        const response = await served.ask(address, { method });
        expect(response.status, `${method} ${path}`).toBe(405);
        expect(response.headers.get("allow")?.split(", ").sort(), path).toEqual(allowed);
      }
    }
  });
  it("says that there is nothing at other addresses, without leaking", async () => {
    for (const address of [
      "/api",
      "/api/nothing",
      "/api/progress/..%2f..%2fetc/passwd",
      "/api/docs/package.json",
      "/api/docs/..%2Findex.js",
      "/assets/none.js",
    ]) {
      const response = await served.ask(address);
      expect(response.status, address).toBe(404);
      expect(Problem.parse(await response.json()).code, address).toBe("not-found");
    }
  });
  it("answers a fault of its own with a fixed text", async () => {
    const broken = await serve({ empty: true });
    await broken.store.close();
    const response = await broken.ask("/api/areas");
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(Problem.parse(JSON.parse(text)).code).toBe("internal");
    expect(text).not.toMatch(/sqlite|select|at /i);
  });
});
