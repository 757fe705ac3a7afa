import { Problem } from "@yuanbiao/server/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "./support/served.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

interface Described {
  readonly paths: Record<string, Record<string, { parameters?: { name: string; in: string; required?: boolean }[] }>>;
}

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
  id: [
    ["no-such-id", 404, ""],
    ["a%20b", 400, "malformed-code"],
  ],
};
const isDocumentation = (path: string): boolean => path === "/api/docs" || path === "/api/openapi.json";
const needed: Record<string, string> = { area: "liuzhou", indicator: "sei-share", id: "T01", code: "liuzhou" };

describe("every route of the description", () => {
  it("answers each bad parameter with a problem that names it, in both languages", async () => {
    const { paths } = (await served.read("/api/openapi.json")) as Described;
    let asked = 0;
    for (const [path, verbs] of Object.entries(paths)) {
      if (isDocumentation(path)) continue;
      const parameters = verbs["get"]?.parameters ?? [];
      for (const { name } of parameters) {
        const cases = bad[name];
        if (cases === undefined) throw new Error(`${path} has a parameter ${name} without a bad value to try`);
        for (const [value, status, code] of cases) {
          const address = path.replace(/\{(id|code)\}/, (_, key: string) =>
            name === key ? value : (needed[key] ?? ""),
          );
          const others = parameters.filter(
            (other) => other.required === true && other.in === "query" && other.name !== name,
          );
          const query = others.map((other) => `${other.name}=${needed[other.name]}`);
          const isInPath = name === "id" || name === "code";
          if (!isInPath) query.push(`${name}=${value}`);
          for (const language of ["zh-CN", "en"]) {
            const response = await served.ask(`${address}?${query.join("&")}`, {
              headers: { "accept-language": language },
            });
            const problem = Problem.parse(await response.json());
            const where = `${address}?${query.join("&")}`;
            expect(response.status, where).toBe(status);
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
      const unknown = await served.ask(`${path.replace("{id}", "T01").replace("{code}", "liuzhou")}?nonsense=1`);
      expect(unknown.status, path).toBe(400);
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
  it.each(["POST", "PUT", "PATCH", "DELETE"])("refuses %s: nothing can be written", async (method) => {
    const { paths } = (await served.read("/api/openapi.json")) as Described;
    for (const path of Object.keys(paths)) {
      const response = await served.ask(path.replace("{id}", "T01").replace("{code}", "liuzhou"), { method });
      expect(response.status, path).toBe(405);
      expect(response.headers.get("allow"), path).toBe("GET, HEAD");
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
