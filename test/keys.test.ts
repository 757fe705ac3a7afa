import { listAudit } from "@yuanbiao/db/queries/audit";
import { AccountView } from "@yuanbiao/server/account/shape";
import { KeyList, NewKeyView } from "@yuanbiao/server/key/shape";
import { FailureList, PolicyView } from "@yuanbiao/server/policy/shape";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, match } from "./support/refusal.ts";
import { type Asking, askWith, type Served, type SignedIn, serve, today } from "./support/served.ts";
import { visit } from "./support/visitor.ts";

let now = today;
let served: Served;
let admin: SignedIn;
let security: SignedIn;
beforeAll(async () => {
  served = await serve({ clock: () => now });
});
afterAll(() => served.close());
beforeEach(async () => {
  now = today;
  admin = await served.as("admin");
  security = await served.as("security");
});

describe("a key", () => {
  const body = { name: "交换", scope: "read", expiresOn: "2026-12-31" };
  const make = async (owner: Asking, more: Partial<typeof body> = {}) => {
    const response = await owner.send("POST", "/api/keys", { ...body, ...more });
    return NewKeyView.parse(await response.json());
  };
  const holder = (secret: string) => askWith(served.signedOut.ask, { authorization: `Bearer ${secret}` });
  const open = async ({ secret }: { secret: string }) => (await holder(secret).ask("/api/areas")).status;
  const ownOf = async (owner: Asking) => KeyList.parse(await owner.read("/api/keys/own")).items;

  it("is shown once, reads what its owner reads, and is noted when used", async () => {
    const leader = await served.as("leader");
    const { key, secret } = await make(leader);
    expect(secret).toMatch(/^yb_[\w-]{43}$/);
    expect(key).toMatchObject({ account: leader.account, createdBy: leader.account });
    const asker = holder(secret);
    expect(await asker.read("/api/summary")).toEqual(await leader.read("/api/summary"));
    expect(await codeOf(asker.send("POST", "/api/auth/sign-out"))).toEqual([403, "forbidden"]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const list of [await admin.read("/api/keys"), await leader.read("/api/keys/own")]) {
      const found = KeyList.parse(list).items.find(({ id }) => id === key.id);
      expect(found).toMatchObject({ prefix: secret.slice(0, 8), lastUsedAt: now.toISOString(), revoked: false });
      expect(JSON.stringify(list)).not.toContain(secret);
    }
  });
  it("is made by its owner alone: nobody names another, and a key makes no key", async () => {
    const [leader, clerk] = [await served.as("leader"), await served.as("clerk")];
    const forAnother = leader.send("POST", "/api/keys", { ...body, account: clerk.account });
    expect(await codeOf(forAnother)).toEqual([400, "unknown-parameter"]);
    const { secret } = await make(leader, { scope: "report" });
    expect(await codeOf(holder(secret).send("POST", "/api/keys", body))).toEqual([403, "forbidden"]);
    expect(await codeOf(holder(secret).ask("/api/keys/own"))).toEqual([403, "forbidden"]);
    expect(await ownOf(clerk)).toEqual([]);
  });
  it.each(["admin", "security", "auditor"] as const)("is nothing that an account of %s has", async (role) => {
    const keeper = await served.as(role);
    expect(await codeOf(keeper.send("POST", "/api/keys", body))).toEqual([403, "forbidden"]);
    expect(await codeOf(keeper.ask("/api/keys/own"))).toEqual([403, "forbidden"]);
  });
  it("of an account that has become an administrator's works no longer", async () => {
    const leader = await served.as("leader", { account: "rising" });
    const made = await make(leader);
    expect(await open(made)).toBe(200);
    const grants = [{ role: "auditor", areas: [], department: null }];
    const { version } = AccountView.parse(await admin.read("/api/accounts/rising"));
    expect((await security.send("PUT", "/api/accounts/rising/grants", { grants }, match(version))).status).toBe(200);
    expect(await open(made)).toBe(401);
  });
  it("is ended by its owner, whose list shows no key of another, and by nobody else but who manages keys", async () => {
    const [leader, other] = [await served.as("leader"), await served.as("leader")];
    const [first, second, third] = [await make(leader), await make(leader), await make(leader)];
    const end = (who: Asking, { key }: { key: { id: string } }, own = "") =>
      who.send("POST", `/api/keys${own}/${key.id}/revoke`, {});
    expect(await ownOf(other)).toEqual([]);
    expect((await ownOf(leader)).map(({ id }) => id)).toEqual(
      [first, second, third].map(({ key }) => key.id).toSorted(),
    );
    expect(await codeOf(end(other, first, "/own"))).toEqual([404, "unknown-key"]);
    expect(await codeOf(end(leader, first))).toEqual([403, "forbidden"]);
    expect(await open(first)).toBe(200);
    expect((await end(leader, first, "/own")).status).toBe(200);
    expect((await end(admin, second)).status).toBe(200);
    expect((await end(security, third)).status).toBe(200);
    expect([await open(first), await open(second), await open(third)]).toEqual([401, 401, 401]);
    const auditor = await served.as("auditor");
    for (const who of [leader, auditor]) expect(await codeOf(who.ask("/api/keys"))).toEqual([403, "forbidden"]);
  });
  it("ends on its last day, and with its account", async () => {
    const leader = await served.as("leader", { account: "key.owner" });
    const second = await make(leader, { expiresOn: "2026-11-21" });
    expect(await open(second)).toBe(200);
    now = new Date("2026-11-21T16:00:00.000Z");
    expect(await open(second)).toBe(401);
    now = today;
    expect(await open(second)).toBe(200);
    const { version } = AccountView.parse(await admin.read("/api/accounts/key.owner"));
    await admin.send("PATCH", "/api/accounts/key.owner", { disabled: true }, match(version));
    expect(await open(second)).toBe(401);
  });
  it("lasts a year at most, and is none where it is made up or of another scheme", async () => {
    const leader = await served.as("leader");
    for (const expiresOn of ["2026-11-20", "2027-11-30"]) {
      expect(await codeOf(leader.send("POST", "/api/keys", { ...body, expiresOn }))).toEqual([422, "key-expiry"]);
    }
    for (const authorization of [`Bearer yb_${"x".repeat(43)}`, "Bearer ", "Basic eWI6eWI=", "yb_x"]) {
      expect((await served.ask("/api/areas", { headers: { authorization } })).status, authorization).toBe(401);
    }
  });
  it("stands in the trail by its first letters beside its owner, wherever it was used", async () => {
    const leader = await served.as("leader");
    const { key, secret } = await make(leader);
    expect((await holder(secret).ask("/api/accounts")).status).toBe(403);
    const entries = await listAudit(served.store, { area: "system" });
    expect(entries.find(({ action, subject }) => action === "key-create" && subject === key.id)).toMatchObject({
      ...{ actor: leader.account, role: "leader" },
    });
    expect(entries.at(-1)).toMatchObject({
      ...{ action: "denied", actor: leader.account, role: `leader key:read:${key.id.slice(0, 8)}` },
    });
  });
});

describe("the policy", () => {
  it("is set by the security administrator and holds at the next request", async () => {
    const { version, ...policy } = PolicyView.parse(await security.read("/api/policy"));
    const put = (body: object, at: number) => security.send("PUT", "/api/policy", body, match(at));
    expect((await put({ ...policy, idleMinutes: 5 }, version)).status).toBe(200);
    expect(await codeOf(put(policy, version))).toEqual([412, "stale-version"]);
    expect(await codeOf(put({ ...policy, sessionHours: 100 }, version + 1))).toEqual([400, "number-out-of-range"]);
    now = new Date(today.getTime() + 5 * 60_000);
    expect((await security.ask("/api/policy")).status).toBe(401);
    security = await served.as("security");
    expect((await put({ ...policy, passwordDays: 0 }, version + 1)).status).toBe(200);
  });
  it("shows failed sign-ins, the newest first, and no name that is none", async () => {
    const person = visit(served.signedOut.ask);
    await admin.send("POST", "/api/accounts", { account: "failing", name: "李四" });
    await person.signIn("failing", "wrong-password-1");
    await person.signIn("my-secret-password", "x");
    const { items } = FailureList.parse(await security.read("/api/policy/sign-in-failures?limit=2"));
    expect(items.map(({ account, reason }) => [account, reason])).toEqual([
      [null, "unknown-account"],
      ["failing", "wrong-password"],
    ]);
  });
});
