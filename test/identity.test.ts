import { standardPolicy } from "@yuanbiao/core/security-policy";
import { commit, type Statement } from "@yuanbiao/db/commit";
import { traced } from "@yuanbiao/db/footprint";
import { accountPart } from "@yuanbiao/db/identity-mark";
import { openStore } from "@yuanbiao/db/open";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { planVersions } from "@yuanbiao/db/revise";
import type { Store } from "@yuanbiao/db/store";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import { makeIdentityMarks } from "@yuanbiao/server/identity-marks";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asking, askWith, type Served, type SignedIn, serve } from "./support/served.ts";

const because = { reason: "other" as const, note: null };

/** Two processes over one store: what the first one acknowledged, the second one, which has asked before, must see. */
describe("who asks", () => {
  let now = new Date("2026-11-21T04:00:00.000Z");
  let served: Served;
  let second: Store;
  let elsewhere: (person: Pick<SignedIn, "cookie">) => Asking;
  beforeAll(async () => {
    served = await serve({ clock: () => now });
    second = await openStore({ dataDir: served.folder });
    const { secret, clock } = served.context;
    const app = makeApp(makeContext({ store: second, clock, logger: pino({ level: "silent" }), secret }));
    elsewhere = ({ cookie }) => askWith(async (address, init) => app.request(address, init), { cookie });
  });
  afterAll(async () => {
    await second.close();
    await served.close();
  });

  const identityVersion = async (): Promise<number> => (await second.readHead()).identityVersion;
  const statusOf = async (person: SignedIn): Promise<number> => (await elsewhere(person).ask("/api/accounts")).status;
  const match = (version: number) => ({ "if-match": String(version) });

  it("is looked up again after a change of an account, a session or the policy, and after no other", async () => {
    const [figure] = await listObservations(served.store, { asOf: null, publishedBy: null }, {});
    if (figure === undefined) throw new Error("no figure");
    const revised = { ...figure, note: "anew" };
    const { statements: figures } = planVersions("observation", { current: [figure], incoming: [revised] }, because);
    const write = (statements: readonly Statement[]) =>
      commit(served.store, {
        ...{ actor: "test", role: null, address: null, statements },
        audit: [{ area: figure.area, action: "test", subject: null, detail: {} }],
      });
    const steps = async (work: () => Promise<unknown>): Promise<number> => {
      const before = await identityVersion();
      await work();
      return (await identityVersion()) - before;
    };
    const { version } = await second.readHead();
    expect(await steps(() => write(figures))).toBe(0);
    expect((await second.readHead()).version).toBe(version + 1);
    expect(await steps(() => write([]))).toBe(0);
    // Nobody has kept anything of a session that begins.
    expect(await steps(() => served.as("clerk"))).toBe(0);
    const security = await served.as("security");
    const policy = { ...standardPolicy, idleMinutes: 60 };
    expect(await steps(() => security.send("PUT", "/api/policy", policy, match(0)))).toBe(1);
    const admin = await served.as("admin");
    expect(await steps(() => admin.send("POST", "/api/accounts", { account: "new.one", name: "新" }))).toBe(0);
    expect(await steps(() => admin.send("POST", "/api/auth/sign-out"))).toBe(1);
  });

  it("loses at once what was taken from them in another process", async () => {
    const [admin, other] = [await served.as("admin"), await served.as("admin", { account: "to.lose" })];
    expect(await statusOf(other)).toBe(200);
    const security = await served.as("security");
    const taken = await security.send("PUT", "/api/accounts/to.lose/grants", { grants: [] }, match(1));
    expect([taken.status, await statusOf(other)]).toEqual([200, 403]);
    const shut = await admin.send("PATCH", "/api/accounts/to.lose", { disabled: true }, match(2));
    expect([shut.status, await statusOf(other)]).toEqual([200, 401]);
    expect(await statusOf(admin)).toBe(200);
    expect((await admin.send("POST", "/api/auth/sign-out")).status).toBe(200);
    expect(await statusOf(admin)).toBe(401);
  });

  it("is idle by the last use in any process, and by the policy that was set in another", async () => {
    const [person, security] = [await served.as("admin"), await served.as("security")];
    const later = (minutes: number): void => {
      now = new Date(now.getTime() + minutes * 60_000);
    };
    expect(await statusOf(person)).toBe(200);
    for (let twice = 0; twice < 2; twice += 1) {
      later(40);
      expect((await person.ask("/api/accounts")).status).toBe(200);
      expect((await security.ask("/api/policy")).status).toBe(200);
    }
    expect(await statusOf(person)).toBe(200);
    later(20);
    const { version } = Object(await security.read("/api/policy"));
    const shorter = { ...standardPolicy, idleMinutes: 15 };
    expect((await security.send("PUT", "/api/policy", shorter, match(version))).status).toBe(200);
    expect(await statusOf(person)).toBe(401);
  });

  it("is looked up again after the database was put back to an earlier state, also once it has counted on", async () => {
    let identityVersion = 100;
    const { store } = served;
    const marks = makeIdentityMarks({
      ...store,
      readHead: async () => ({ ...(await store.readHead()), identityVersion }),
    });
    const isSame = (since: number) => marks.isSame([accountPart("anybody")], { since, now: identityVersion });
    expect([await isSame(99), await isSame(100)]).toEqual([false, true]);
    identityVersion = 98;
    expect(await isSame(100)).toBe(false);
    identityVersion = 100;
    expect(await isSame(100)).toBe(false);
    identityVersion = 101;
    expect(await isSame(101)).toBe(true);
  });

  it("is read once, however many others sign in and out", async () => {
    const person = await served.as("admin");
    const there = elsewhere(person);
    const isRead = async (): Promise<boolean> => {
      const { made, footprint } = await traced(() => there.ask("/api/accounts"));
      expect(made.status).toBe(200);
      return footprint.has("session");
    };
    const seen = [await isRead(), await isRead()];
    for (let other = 0; other < 3; other += 1) {
      expect((await (await served.as("admin")).send("POST", "/api/auth/sign-out")).status).toBe(200);
      seen.push(await isRead());
    }
    expect(seen).toEqual([true, false, false, false, false]);
    expect((await person.send("POST", "/api/auth/sign-out")).status).toBe(200);
    expect(await statusOf(person)).toBe(401);
  });
});
