import { verifyAudit } from "@yuanbiao/db/audit";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { AccountList, AccountView } from "@yuanbiao/server/account/shape";
import { Problem } from "@yuanbiao/server/shape";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { codeOf, match } from "./support/refusal.ts";
import { type Asking, type Served, type SignedIn, serve, today } from "./support/served.ts";
import { visit } from "./support/visitor.ts";

const First = z.object({ account: AccountView, firstPassword: z.string() });
const bare = { areas: [], department: null };

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

const accountOf = async (id: string, asker: Asking = admin) =>
  AccountView.parse(await asker.read(`/api/accounts/${id}`));
const create = async (account: string, more: object = {}) =>
  First.parse(await (await admin.send("POST", "/api/accounts", { account, name: "李四", ...more })).json());
const grant = async (asker: Asking, id: string, grants: object[]) => {
  const { version } = await accountOf(id, security);
  return asker.send("PUT", `/api/accounts/${id}/grants`, { grants }, match(version));
};

describe("the administrator", () => {
  it("makes an account, finds it in the list, and shows its first password once", async () => {
    const { account, firstPassword } = await create("li.si", { office: "科技局", expiresOn: "2027-12-31" });
    expect(account).toMatchObject({
      account: "li.si",
      office: "科技局",
      grants: [],
      mustChangePassword: true,
      version: 1,
    });
    expect(firstPassword).toMatch(/^[\w-]{19}$/);
    const list = JSON.stringify(await admin.read("/api/accounts"));
    expect(AccountList.parse(JSON.parse(list)).items.map((row) => row.account)).toContain("li.si");
    expect(list).not.toContain(firstPassword);
    expect(await codeOf(admin.send("POST", "/api/accounts", { account: "li.si", name: "李四" }))).toEqual([
      409,
      "account-taken",
    ]);
    expect(await codeOf(admin.send("POST", "/api/accounts", { account: "Li Si", name: "李四" }))).toEqual([
      400,
      "malformed-username",
    ]);
  });
  it("pages through accounts by user name", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: z.infer<typeof AccountList> = AccountList.parse(
        await admin.read(`/api/accounts?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`),
      );
      seen.push(...page.items.map(({ account }) => account));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([...new Set(seen)].toSorted());
    expect(seen).toContain(admin.account);
  });
  it("changes an account, unless somebody else has changed it meanwhile", async () => {
    const { account } = await create("changed");
    const edit = (version: number, body: object) => admin.send("PATCH", "/api/accounts/changed", body, match(version));
    expect((await edit(account.version, { phone: "0772-1234567" })).status).toBe(200);
    expect(await codeOf(edit(account.version, { phone: null }))).toEqual([412, "stale-version"]);
    expect(await accountOf("changed")).toMatchObject({ phone: "0772-1234567", name: "李四" });
    expect(await codeOf(edit(2, { grants: [] }))).toEqual([400, "unknown-parameter"]);
  });
  it("disables an account at its next request, and lets it in again", async () => {
    const clerk = await served.as("clerk", { account: "to.disable" });
    expect((await clerk.ask("/api/areas")).status).toBe(200);
    const { version } = await accountOf("to.disable");
    const set = (at: number, disabled: boolean) =>
      admin.send("PATCH", "/api/accounts/to.disable", { disabled }, match(at));
    expect((await set(version, true)).status).toBe(200);
    expect((await clerk.ask("/api/areas")).status).toBe(401);
    expect((await set(version + 1, false)).status).toBe(200);
    expect((await clerk.ask("/api/areas")).status).toBe(401);
  });
  it("sets a last day, after which nothing opens", async () => {
    now = new Date("2026-11-21T15:00:00.000Z");
    const clerk = await served.as("clerk", { account: "to.expire" });
    admin = await served.as("admin");
    const { version } = await accountOf("to.expire");
    await admin.send("PATCH", "/api/accounts/to.expire", { expiresOn: "2026-11-21" }, match(version));
    expect((await clerk.ask("/api/areas")).status).toBe(200);
    now = new Date("2026-11-21T16:00:00.000Z");
    expect((await clerk.ask("/api/areas")).status).toBe(401);
  });
  it("resets a password: the old one and its sessions are over, the new one must be changed", async () => {
    const { firstPassword } = await create("forgetful");
    const person = visit(served.signedOut.ask);
    await person.signIn("forgetful", firstPassword);
    const reset = First.parse(await (await admin.send("POST", "/api/accounts/forgetful/reset-password")).json());
    expect(await person.read("/api/auth/session")).toMatchObject({ session: null });
    expect(await person.signIn("forgetful", firstPassword)).toBe(401);
    expect(await person.signIn("forgetful", reset.firstPassword)).toBe(200);
    expect(await person.read("/api/auth/session")).toMatchObject({ session: { mustChangePassword: true } });
    expect((await accountOf("forgetful")).lastSignInAt).toBe(now.toISOString());
    expect(await codeOf(admin.send("POST", `/api/accounts/${admin.account}/reset-password`))).toEqual([
      409,
      "own-account",
    ]);
  });
});

describe("roles", () => {
  it("are given and taken by the security administrator, and hold at the next request", async () => {
    await create("mover");
    const [clerkOf, approverOf] = ["liuzhou", "liuzhou-hitech"].map((area) => ({
      role: "clerk",
      areas: [area],
      department: null,
    }));
    const { firstPassword } = First.parse(
      await (await admin.send("POST", "/api/accounts/mover/reset-password")).json(),
    );
    const person = visit(served.signedOut.ask);
    await person.signIn("mover", firstPassword);
    await person.send("POST", "/api/auth/change-password", {
      currentPassword: firstPassword,
      newPassword: "Vq7-mist-Garage",
    });
    expect(await codeOf(person.ask("/api/areas"))).toEqual([403, "forbidden"]);
    expect((await grant(security, "mover", [clerkOf ?? {}])).status).toBe(200);
    expect((await person.ask("/api/areas")).status).toBe(200);
    expect((await grant(security, "mover", [approverOf ?? {}])).status).toBe(200);
    expect(await person.read("/api/auth/session")).toMatchObject({
      session: { grants: [{ areas: ["liuzhou-hitech"] }] },
    });
    expect((await grant(security, "mover", [])).status).toBe(200);
    expect(await codeOf(person.ask("/api/areas"))).toEqual([403, "forbidden"]);
  });
  it.each([
    [
      [
        { role: "clerk", areas: ["liuzhou"], department: null },
        { role: "approver", areas: ["liuzhou"], department: null },
      ],
      "roles-exclude",
      "clerk, approver",
    ],
    [
      [
        { role: "admin", ...bare },
        { role: "leader", ...bare },
      ],
      "roles-exclude",
      "admin, leader",
    ],
    [
      [
        { role: "coordinator", ...bare },
        { role: "assessor", ...bare },
      ],
      "roles-exclude",
      "coordinator, assessor",
    ],
    [[{ role: "clerk", ...bare }], "area-needed", "clerk"],
    [[{ role: "verifier", ...bare }], "department-needed", "verifier"],
    [
      [
        { role: "leader", ...bare },
        { role: "leader", ...bare },
      ],
      "role-twice",
      "leader",
    ],
  ])("that do not go together are refused: %j", async (grants, code, field) => {
    if ((await admin.ask("/api/accounts/unsound")).status === 404) await create("unsound");
    const problem = Problem.parse(await (await grant(security, "unsound", grants)).json());
    expect(problem).toMatchObject({ status: 422, code: "grants-unsound", errors: [{ code, field }] });
    expect((await accountOf("unsound")).grants).toEqual([]);
  });
  it("of areas and departments that are not there are refused", async () => {
    await create("nowhere");
    const clerk = { role: "clerk", areas: ["atlantis"], department: null };
    expect(await codeOf(grant(security, "nowhere", [clerk]))).toEqual([404, "unknown-area"]);
    const verifier = { role: "verifier", areas: [], department: "atlantis" };
    expect(await codeOf(grant(security, "nowhere", [verifier]))).toEqual([404, "unknown-department"]);
  });
  it("are nobody's own to give", async () => {
    expect(await codeOf(grant(security, security.account, []))).toEqual([403, "own-grants"]);
    expect(await codeOf(grant(admin, admin.account, []))).toEqual([403, "own-grants"]);
  });
  it("are the administrator's to give only at first, and only to those who watch", async () => {
    const young = await serve({ empty: true });
    const chief = await young.as("admin");
    const make = async (account: string) => {
      expect((await chief.send("POST", "/api/accounts", { account, name: account })).status).toBe(200);
    };
    await make("guard");
    await make("other");
    const give = (account: string, role: string, version = 1) =>
      chief.send("PUT", `/api/accounts/${account}/grants`, { grants: [{ role, ...bare }] }, match(version));
    expect(await codeOf(give("guard", "leader"))).toEqual([403, "grants-at-first"]);
    expect((await give("other", "auditor")).status).toBe(200);
    expect((await give("guard", "security")).status).toBe(200);
    expect(await codeOf(give("other", "auditor", 2))).toEqual([403, "grants-by-security"]);
    await young.close();
  });
  it("leave at least one administrator who can sign in", async () => {
    const young = await serve({ empty: true });
    const [chief, guard] = [await young.as("admin", { account: "chief" }), await young.as("security")];
    const off = (asker: Asking) => asker.send("PATCH", "/api/accounts/chief", { disabled: true }, match(1));
    expect(await codeOf(off(chief))).toEqual([409, "last-administrator"]);
    const none = guard.send("PUT", "/api/accounts/chief/grants", { grants: [] }, match(1));
    expect(await codeOf(none)).toEqual([409, "last-administrator"]);
    const second = await young.as("admin");
    expect((await off(second)).status).toBe(200);
    await young.close();
  });
});

describe("the trail", () => {
  it("holds every change with who, in which role, before and after, and what was denied", async () => {
    const leader = await served.as("leader");
    await leader.send("POST", "/api/accounts", { account: "denied", name: "x" });
    const entries = await listAudit(served.store, { area: "system" });
    const granted = entries.find(({ action, subject }) => action === "grants" && subject === "mover");
    expect(granted).toMatchObject({ role: "security", result: "done" });
    expect(JSON.parse(granted?.detail ?? "")).toMatchObject({
      before: [],
      after: [{ role: "clerk", areas: ["liuzhou"] }],
    });
    expect(entries.at(-1)).toMatchObject({
      ...{ action: "denied", subject: "POST /api/accounts", actor: leader.account, role: "leader", result: "denied" },
    });
    expect(await verifyAudit(served.store)).toMatchObject({ ok: true });
  });
});
