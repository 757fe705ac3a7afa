import { createHash } from "node:crypto";
import { verifyAudit } from "@yuanbiao/db/audit";
import { findPassword } from "@yuanbiao/db/queries/account";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { listSessions } from "@yuanbiao/db/queries/session";
import { AccountList, AccountView } from "@yuanbiao/server/account/shape";
import { startFirst } from "@yuanbiao/server/auth/first-start";
import { Problem } from "@yuanbiao/server/shape";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type PostgresServer, startPostgres } from "./support/postgres.ts";
import { codeOf, match } from "./support/refusal.ts";
import {
  type Asking,
  listenOnLoopback,
  type Served,
  type ServeOptions,
  type SignedIn,
  serve,
  today,
} from "./support/served.ts";
import { codeAt, visit } from "./support/visitor.ts";

const First = z.object({ firstPassword: z.string() });
const Session = z.object({ session: z.object({ account: z.string(), mustChangePassword: z.boolean() }).nullable() });
const password = "Vq7-mist-Garage";
const minute = 60_000;

/** What signing in promises, whatever the engine. */
function signInStory(name: string, options: () => Promise<ServeOptions>): void {
  describe(`signing in on ${name}`, () => {
    let now = today;
    let served: Served;
    let admin: SignedIn;
    const lines: string[] = [];
    const secrets: string[] = [password];
    beforeAll(async () => {
      const logger = pino({ base: null }, { write: (line: string) => lines.push(line) });
      served = await serve({ ...(await options()), empty: true, clock: () => now, logger });
      admin = await served.as("admin");
    });
    afterAll(() => served.close());
    const visitor = () => visit(served.signedOut.ask);
    const pass = (minutes: number) => {
      now = new Date(now.getTime() + minutes * minute);
    };
    /** An account whose first password was changed. */
    async function settled(account: string): Promise<void> {
      admin = await served.as("admin");
      const made = await admin.send("POST", "/api/accounts", { account, name: "张三" });
      const { firstPassword } = First.parse(await made.json());
      secrets.push(firstPassword);
      const person = visitor();
      await person.signIn(account, firstPassword);
      const change = { currentPassword: firstPassword, newPassword: password };
      expect((await person.send("POST", "/api/auth/change-password", change)).status).toBe(200);
    }
    const who = async (person: { read(address: string): Promise<unknown> }) =>
      Session.parse(await person.read("/api/auth/session")).session?.account;

    it("leads from a first password over its change to a session, and out again", async () => {
      const made = await admin.send("POST", "/api/accounts", { account: "zhang.san", name: "张三" });
      const { firstPassword } = First.parse(await made.json());
      secrets.push(firstPassword);
      const person = visitor();
      expect(await person.signIn("Zhang.San", firstPassword)).toBe(200);
      expect(Session.parse(await person.read("/api/auth/session")).session).toMatchObject({ mustChangePassword: true });
      expect(await codeOf(person.ask("/api/areas"))).toEqual([403, "password-change-required"]);
      const weak = { currentPassword: firstPassword, newPassword: "zhang.sanxy" };
      const refused = Problem.parse(await (await person.send("POST", "/api/auth/change-password", weak)).json());
      expect(refused.errors?.map(({ code }) => code)).toEqual(["password-too-plain", "password-has-username"]);
      const same = { currentPassword: firstPassword, newPassword: firstPassword };
      expect(await codeOf(person.send("POST", "/api/auth/change-password", same))).toEqual([422, "password-reused"]);
      const change = { currentPassword: firstPassword, newPassword: password };
      expect((await person.send("POST", "/api/auth/change-password", change)).status).toBe(200);
      expect(await codeOf(person.ask("/api/areas"))).toEqual([403, "forbidden"]);
      expect(await visitor().signIn("zhang.san", firstPassword)).toBe(401);
      expect((await person.send("POST", "/api/auth/sign-out")).status).toBe(200);
      expect(await who(person)).toBeUndefined();
    });

    it("gives a cookie that no script reads and no other page sends", async () => {
      const answer = await served.signedOut.send("POST", "/api/auth/sign-in/username", {
        username: "zhang.san",
        password,
      });
      expect(answer.headers.getSetCookie().join("\n")).toMatch(
        /^yuanbiao_session=[\w-]{30,}[^;]*; Max-Age=86400; Path=\/; HttpOnly; SameSite=Strict$/,
      );
    });

    it("keeps of passwords and sessions nothing that opens anything", async () => {
      await settled("kept");
      const person = visitor();
      await person.signIn("kept", password);
      const token = (person.cookies.get("yuanbiao_session") ?? "").split(".", 1)[0] ?? "";
      expect(token).toMatch(/^[\w-]{30,}$/);
      const [sessions, found] = [await listSessions(served.store, "kept"), await findPassword(served.store, "kept")];
      expect(sessions.map(({ id }) => id)).toContain(createHash("sha256").update(token).digest("hex"));
      expect(JSON.stringify(sessions)).not.toContain(token);
      expect(found?.password).toMatch(/^\$argon2id\$/);
    });

    it("tells nobody whether a name is there: unknown, wrong, locked and disabled answer alike, none at once", async () => {
      await settled("alike");
      await settled("shut");
      const { version } = AccountView.parse(await admin.read("/api/accounts/shut"));
      await admin.send("PATCH", "/api/accounts/shut", { disabled: true }, match(version));
      const times: number[] = [];
      const ask = async (username: string, given: string) => {
        const begin = performance.now();
        const answer = await served.signedOut.send("POST", "/api/auth/sign-in/username", { username, password: given });
        times.push(performance.now() - begin);
        const { instance: _instance, ...problem } = Problem.parse(await answer.json());
        return JSON.stringify([answer.status, problem]);
      };
      const answers = new Set([await ask("no-such-name", "x"), await ask("alike", "x"), await ask("<script>", "x")]);
      for (let round = 0; round < 5; round += 1) answers.add(await ask("alike", "x"));
      answers.add(await ask("alike", password));
      answers.add(await ask("shut", password));
      expect([...answers]).toHaveLength(1);
      // What is refused sooner than the rest would say why.
      expect(Math.min(...times)).toBeGreaterThan(55);
    });

    it("locks an account after five failures in a row, for fifteen minutes or until it is unlocked", async () => {
      await settled("locked");
      const fail = async () => visitor().signIn("locked", "wrong-password-1");
      for (let round = 0; round < 4; round += 1) await fail();
      expect(await visitor().signIn("locked", password)).toBe(200);
      for (let round = 0; round < 5; round += 1) expect(await fail()).toBe(401);
      expect(await visitor().signIn("locked", password)).toBe(401);
      pass(14);
      expect(await visitor().signIn("locked", password)).toBe(401);
      pass(1);
      expect(await visitor().signIn("locked", password)).toBe(200);
      for (let round = 0; round < 5; round += 1) await fail();
      admin = await served.as("admin");
      expect((await admin.send("POST", "/api/accounts/locked/unlock")).status).toBe(200);
      expect(await visitor().signIn("locked", password)).toBe(200);
    });

    it("counts failures that come at once", async () => {
      await settled("stormed");
      await Promise.all(Array.from({ length: 8 }, () => visitor().signIn("stormed", "wrong-password-1")));
      expect(await visitor().signIn("stormed", password)).toBe(401);
    });

    it("ends a session when it is idle, when it is old, and everywhere at once", async () => {
      await settled("resting");
      const person = visitor();
      await person.signIn("resting", password);
      pass(29);
      expect(await who(person)).toBe("resting");
      // That it was used is noted beside the request.
      await new Promise((resolve) => setTimeout(resolve, 50));
      pass(29);
      expect(await who(person)).toBe("resting");
      await new Promise((resolve) => setTimeout(resolve, 50));
      pass(30);
      expect(await who(person)).toBeUndefined();
      await person.signIn("resting", password);
      for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
        expect(await who(person), String(minutes)).toBe("resting");
        await new Promise((resolve) => setTimeout(resolve, 20));
        pass(20);
      }
      expect(await who(person)).toBeUndefined();
      const [one, other] = [visitor(), visitor()];
      await one.signIn("resting", password);
      await other.signIn("resting", password);
      expect((await one.send("POST", "/api/auth/sign-out-everywhere")).status).toBe(200);
      expect([await who(one), await who(other)]).toEqual([undefined, undefined]);
      expect(await one.signIn("resting", password)).toBe(200);
      expect(await who(one)).toBe("resting");
    });

    it("with a second factor needs a code that is right and was not used", async () => {
      await settled("careful");
      const person = visitor();
      await person.signIn("careful", password);
      expect(await codeOf(person.send("POST", "/api/auth/second-factor/enable", { password: "wrong" }))).toEqual([
        422,
        "wrong-password",
      ]);
      const begun = await person.send("POST", "/api/auth/second-factor/enable", { password });
      const { secret, uri } = z.object({ secret: z.string(), uri: z.string() }).parse(await begun.json());
      expect(uri).toMatch(/^otpauth:\/\/totp\/Yuanbiao:careful\?/);
      expect(await codeOf(person.send("POST", "/api/auth/second-factor/confirm", { code: "000000" }))).toEqual([
        422,
        "wrong-code",
      ]);
      const first = codeAt(secret, Date.now());
      expect((await person.send("POST", "/api/auth/second-factor/confirm", { code: first })).status).toBe(200);
      expect(await who(person)).toBe("careful");
      const again = visitor();
      const step = await again.send("POST", "/api/auth/sign-in/username", { username: "careful", password });
      expect(await step.json()).toEqual({ secondFactorNeeded: true });
      expect(await who(again)).toBeUndefined();
      expect(again.cookies.has("yuanbiao_session")).toBe(false);
      const verify = (code: string) => again.send("POST", "/api/auth/second-factor/verify", { code });
      expect(await codeOf(verify(first))).toEqual([401, "sign-in-refused"]);
      expect(await codeOf(verify("123456"))).toEqual([401, "sign-in-refused"]);
      expect((await verify(codeAt(secret, Date.now() + 30_000))).status).toBe(200);
      expect(await who(again)).toBe("careful");
      expect((await again.send("POST", "/api/auth/second-factor/disable", { password })).status).toBe(200);
      const plain = visitor();
      const entered = await plain.send("POST", "/api/auth/sign-in/username", { username: "careful", password });
      expect(await entered.json()).toEqual({ secondFactorNeeded: false });
    });

    it("leaves one administrator, whatever two do to each other or is done to both at once", async () => {
      const bare = { areas: [], department: null };
      const held = [401, 403, 409, 412];
      const off = (asker: Asking, account: string) =>
        asker.send("PATCH", `/api/accounts/${account}`, { disabled: true }, match(1));
      const takeRole = (asker: Asking, account: string) =>
        asker.send("PUT", `/api/accounts/${account}/grants`, { grants: [{ role: "auditor", ...bare }] }, match(1));
      const attempts = [
        (a: SignedIn, b: SignedIn) => [off(a, b.account), off(b, a.account)],
        (a: SignedIn, b: SignedIn, guard: SignedIn) => [takeRole(guard, a.account), off(a, b.account)],
        (a: SignedIn, b: SignedIn, guard: SignedIn) => [takeRole(guard, a.account), takeRole(guard, b.account)],
      ];
      for (const attempt of attempts) {
        const own = await serve({ ...(await options()), empty: true });
        const [a, b, guard] = [await own.as("admin"), await own.as("admin"), await own.as("security")];
        const statuses = (await Promise.all(attempt(a, b, guard))).map(({ status }) => status);
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
        expect(held).toContain(statuses.find((status) => status !== 200));
        const { items } = AccountList.parse(await guard.read("/api/accounts"));
        const left = items.filter(({ disabled, grants }) => !disabled && grants.some(({ role }) => role === "admin"));
        expect(left).toHaveLength(1);
        await own.close();
      }
    });
    it("leaves a whole trail without any password, and kept answers as they are", async () => {
      const version = await served.store.readVersion();
      await settled("traced");
      await visitor().signIn("traced", "wrong-password-1");
      const person = visitor();
      await person.signIn("traced", password);
      await person.send("POST", "/api/auth/sign-out");
      expect(await served.store.readVersion()).toBe(version);
      const entries = await listAudit(served.store, { area: "system" });
      const own = entries.filter(({ subject }) => subject === "traced");
      expect(own.map(({ action, result }) => `${action} ${result}`)).toEqual([
        "account-create done",
        "sign-in done",
        "password-change done",
        "sign-in failed",
        "sign-in done",
        "sign-out done",
      ]);
      expect(await verifyAudit(served.store)).toMatchObject({ ok: true });
      const written = JSON.stringify(entries) + lines.join("");
      for (const secret of [...secrets, "wrong-password-1"]) expect(written).not.toContain(secret);
    });
  });
}

signInStory("SQLite", async () => ({}));

describe("with a server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 600_000);
  afterAll(() => server?.stop());
  signInStory("PostgreSQL", async () => ({ databaseUrl: await server.createDatabase() }));
});

describe("an address", () => {
  it("that fails thirty times must wait, whatever the names; others need not", async () => {
    const served = await serve({ empty: true, clock: () => new Date() });
    await startFirst(served.context, { username: "admin", password });
    const server = await listenOnLoopback(served);
    const sent = (username: string) => server.reader.send("POST", "/api/auth/sign-in/username", { username, password });
    const failed = await Promise.all(Array.from({ length: 30 }, (_, at) => sent(`name-${at}`)));
    expect(new Set(failed.map(({ status }) => status))).toEqual(new Set([401]));
    expect(await codeOf(sent("admin"))).toEqual([429, "too-many-attempts"]);
    expect(await visit(served.signedOut.ask).signIn("admin", password)).toBe(200);
    await server.close();
    await served.close();
  });
});
