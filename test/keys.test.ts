import { AccountView } from "@yuanbiao/server/account/shape";
import { KeyList, NewKeyView } from "@yuanbiao/server/key/shape";
import { FailureList, PolicyView } from "@yuanbiao/server/policy/shape";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, match } from "./support/refusal.ts";
import { askWith, type Served, type SignedIn, serve, today } from "./support/served.ts";
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
  const make = async (scope: string, account: string, expiresOn = "2026-12-31") => {
    const response = await admin.send("POST", "/api/keys", { name: "交换", account, scope, expiresOn });
    return NewKeyView.parse(await response.json());
  };
  const holder = (secret: string) => askWith(served.signedOut.ask, { authorization: `Bearer ${secret}` });

  it("is shown once, reads what its account reads, and is noted when used", async () => {
    const leader = await served.as("leader");
    const { key, secret } = await make("read", leader.account);
    expect(secret).toMatch(/^yb_[\w-]{43}$/);
    const asker = holder(secret);
    expect(await asker.read("/api/summary")).toEqual(await leader.read("/api/summary"));
    expect(await codeOf(asker.send("POST", "/api/auth/sign-out"))).toEqual([403, "forbidden"]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const list = JSON.stringify(await admin.read("/api/keys"));
    const found = KeyList.parse(JSON.parse(list)).items.find(({ id }) => id === key.id);
    expect(found).toMatchObject({ prefix: secret.slice(0, 8), lastUsedAt: now.toISOString(), revoked: false });
    expect(list).not.toContain(secret);
  });
  it("ends when it is revoked, on its last day, and with its account", async () => {
    const leader = await served.as("leader", { account: "key.owner" });
    const [first, second] = [await make("read", leader.account), await make("read", leader.account, "2026-11-21")];
    const open = async ({ secret }: { secret: string }) => (await holder(secret).ask("/api/areas")).status;
    expect([await open(first), await open(second)]).toEqual([200, 200]);
    expect((await admin.send("POST", `/api/keys/${first.key.id}/revoke`)).status).toBe(200);
    expect([await open(first), await open(second)]).toEqual([401, 200]);
    now = new Date("2026-11-21T16:00:00.000Z");
    expect(await open(second)).toBe(401);
    now = today;
    expect(await open(second)).toBe(200);
    const { version } = AccountView.parse(await admin.read("/api/accounts/key.owner"));
    await admin.send("PATCH", "/api/accounts/key.owner", { disabled: true }, match(version));
    expect(await open(second)).toBe(401);
  });
  it("lasts a year at most, and is none where it is made up or of another scheme", async () => {
    const body = { name: "交换", account: admin.account, scope: "read" };
    for (const expiresOn of ["2026-11-20", "2027-11-30"]) {
      expect(await codeOf(admin.send("POST", "/api/keys", { ...body, expiresOn }))).toEqual([422, "key-expiry"]);
    }
    for (const authorization of [`Bearer yb_${"x".repeat(43)}`, "Bearer ", "Basic eWI6eWI=", "yb_x"]) {
      expect((await served.ask("/api/areas", { headers: { authorization } })).status, authorization).toBe(401);
    }
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
