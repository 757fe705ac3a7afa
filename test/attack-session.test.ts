import { commit } from "@yuanbiao/db/commit";
import type { Person } from "@yuanbiao/server/demo/people";
import { storePeople } from "@yuanbiao/server/demo/people";
import { makeToken, sessionStatement, signToken } from "@yuanbiao/server/session";
import { Problem } from "@yuanbiao/server/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type DescribedRoute, describedRoutes, rolesWith } from "./support/description.ts";
import { type Served, type SignedIn, serve, today } from "./support/served.ts";
import { visit } from "./support/visitor.ts";

const Session = z.object({ session: z.object({ account: z.string() }).nullable() });
const password = "Vq7-mist-Garage";
const cookie = "yuanbiao_session";
const attempts = 24;
/** So much may the median time of a wrong password differ from that of a name that is not there, either way. */
const bound = 1.5;

const person = (id: string): Person => ({
  ...{ id, name: id, office: "测试" },
  grant: { role: "leader", areas: [], department: null },
});
const guessed = Array.from({ length: attempts }, (_, at) => `guessed.${at}`);

let served: Served;
let routes: DescribedRoute[];
beforeAll(async () => {
  served = await serve();
  await storePeople(served.context, ["victim", "attacker", ...guessed].map(person), password);
  routes = await describedRoutes(served);
});
afterAll(() => served.close());

const signIn = (username: string, headers: Record<string, string> = {}, given = password): Promise<Response> =>
  served.signedOut.send("POST", "/api/auth/sign-in/username", { username, password: given }, headers);
const given = (response: Response): string =>
  response.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${cookie}=`))
    ?.split(";", 1)[0] ?? "";
const who = async (value: string): Promise<string | undefined> => {
  const answer = await served.signedOut.ask("/api/auth/session", { headers: { cookie: value } });
  return Session.parse(await answer.json()).session?.account;
};

describe("a session that was planted", () => {
  it("before somebody signs in is not theirs afterwards: the cookie is another, and the old one opens nothing", async () => {
    const planted = `${cookie}=${"A".repeat(43)}.${"B".repeat(43)}`;
    const own = given(await signIn("victim", { cookie: planted }));
    expect(own).not.toBe(planted);
    expect(await who(own)).toBe("victim");
    expect(await who(planted)).toBeUndefined();
  });
  it("by somebody who has one stays that person's, and is not carried over", async () => {
    const planted = given(await signIn("attacker"));
    const own = given(await signIn("victim", { cookie: planted }));
    expect(own).not.toBe(planted);
    expect([await who(own), await who(planted)]).toEqual(["victim", "attacker"]);
  });
  it("may begin with the letters that keys begin with: one token in 64³ does", async () => {
    const token = `yb_${makeToken().slice(3)}`;
    const audit = [{ area: "system", action: "sign-in", subject: "victim", detail: {} }] as const;
    const statements = [sessionStatement(token, { account: "victim", address: null, agent: null }, today)];
    await commit(served.store, { actor: "test", role: null, address: null, statements, audit });
    expect(await who(`${cookie}=${signToken(token, served.context.secret)}`)).toBe("victim");
  });
  it("is not taken from an address, a body or another header", async () => {
    const token = given(await signIn("victim")).split("=")[1] ?? "";
    const places: [string, Record<string, string>][] = [
      [`/api/areas?${cookie}=${token}`, {}],
      ["/api/areas", { [cookie]: token }],
      ["/api/areas", { authorization: `Bearer ${decodeURIComponent(token)}` }],
    ];
    for (const [address, headers] of places) {
      expect((await served.signedOut.ask(address, { headers })).status, address).not.toBe(200);
    }
  });
});

describe("a page of elsewhere", () => {
  const simple = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];
  const askers = new Map<string, SignedIn>();
  async function holder({ right }: DescribedRoute): Promise<SignedIn | undefined> {
    const [role] = right === undefined || right === "everybody" ? [] : rolesWith(right);
    if (role === undefined) return undefined;
    const known = askers.get(role) ?? (await served.as(role));
    askers.set(role, known);
    return known;
  }
  const addressOf = ({ path }: DescribedRoute): string => path.replace(/\{\w+\}/g, "x");

  it("makes no browser write, whatever the type of the body", async () => {
    let asked = 0;
    for (const route of routes.filter(({ method }) => method !== "GET")) {
      const asker = (await holder(route)) ?? served.signedOut;
      for (const type of [...simple, "application/json"]) {
        const headers = { origin: "https://evil.example", "content-type": type, "if-match": "1" };
        const answer = await asker.ask(addressOf(route), { method: route.method, body: "{}", headers });
        const { code } = Problem.parse(await answer.json());
        expect([answer.status, code], `${route.method} ${route.path} ${type}`).toEqual([403, "foreign-origin"]);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(200);
  });
  it("that an old browser does not name sends no body that a route takes: forms alone go without being asked", async () => {
    for (const route of routes.filter(({ method, bodyType }) => method === "POST" && bodyType === "application/json")) {
      const asker = (await holder(route)) ?? served.signedOut;
      for (const type of simple) {
        const headers = { "content-type": type, "if-match": "1" };
        const answer = await asker.ask(addressOf(route), { method: "POST", body: '{"a":"="}', headers });
        expect(answer.status, `${route.path} ${type}`).toBe(415);
      }
    }
  });
  it("may read nothing: no answer lets another origin in", async () => {
    for (const route of routes.filter(({ method }) => method === "GET")) {
      const headers = { origin: "https://evil.example" };
      const answer = await ((await holder(route)) ?? served.signedOut).ask(addressOf(route), { headers });
      expect(answer.headers.has("access-control-allow-origin"), route.path).toBe(false);
    }
  });
});

describe("the time of a sign-in", () => {
  const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  async function timed(username: string): Promise<number> {
    const begin = performance.now();
    expect((await signIn(username, {}, "wrong-password-1")).status).toBe(401);
    return performance.now() - begin;
  }
  it("does not tell whether a name is there", async () => {
    const [known, unknown]: [number[], number[]] = [[], []];
    // In turn, so that what else the machine does weighs on both alike.
    for (const name of guessed) {
      known.push(await timed(name));
      unknown.push(await timed(`no.${name}`));
    }
    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(1 / bound);
    expect(ratio).toBeLessThan(bound);
  });
});

describe("a cookie of nonsense", () => {
  it.each(["%", "%ff%fe", "__proto__", "constructor", "a.b.c.d", "'; DROP TABLE session; --", "x".repeat(4000)])(
    "is nobody: %j",
    async (value) => {
      const answer = await served.signedOut.ask("/api/areas", { headers: { cookie: `${cookie}=${value}` } });
      expect(answer.status).toBe(401);
      const person = visit(served.signedOut.ask);
      expect(await person.signIn("victim", password)).toBe(200);
    },
  );
});
