import { findIdempotency } from "@yuanbiao/db/queries/account";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { codeOf, match } from "./support/refusal.ts";
import { type Served, type SignedIn, serve } from "./support/served.ts";

let served: Served;
let admin: SignedIn;
beforeAll(async () => {
  served = await serve({ empty: true });
  admin = await served.as("admin");
});
afterAll(() => served.close());

describe("a write", () => {
  it("from a page of elsewhere is refused; from this one, or from no browser, it is taken", async () => {
    const leave = (headers: Record<string, string>) =>
      served
        .as("leader")
        .then((someone) => someone.send("POST", "http://yuanbiao.test/api/auth/sign-out", {}, headers));
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "https://yuanbiao.test" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "http://yuanbiao.test" },
    ]) {
      expect(await codeOf(leave(headers)), JSON.stringify(headers)).toEqual([403, "foreign-origin"]);
    }
    for (const headers of [{ origin: "http://yuanbiao.test", "sec-fetch-site": "same-origin" }, {}]) {
      expect((await leave(headers)).status, JSON.stringify(headers)).toBe(200);
    }
  });
  it("is JSON, and not too much of it", async () => {
    const post = (body: string, type: string) =>
      admin.ask("/api/accounts", { method: "POST", body, headers: { "content-type": type } });
    expect(await codeOf(post("a=1", "application/x-www-form-urlencoded"))).toEqual([415, "unsupported-type"]);
    expect(await codeOf(post("{}", "text/plain"))).toEqual([415, "unsupported-type"]);
    expect(await codeOf(post("{", "application/json"))).toEqual([400, "malformed-body"]);
    expect(await codeOf(post(`"${"x".repeat(1024 * 1024)}"`, "application/json"))).toEqual([413, "too-large"]);
  });
  it("that is repeated with its key is done once and answers the same", async () => {
    await admin.send("POST", "/api/accounts", { account: "once", name: "王五" });
    const headers = { "idempotency-key": "first-try", ...match(1) };
    const edit = (name: string, asker = admin) => asker.send("PATCH", "/api/accounts/once", { name }, headers);
    const [one, two] = [await (await edit("赵六")).text(), await (await edit("赵六")).text()];
    expect(JSON.parse(one)).toMatchObject({ name: "赵六", version: 2 });
    expect(two).toBe(one);
    expect(await codeOf(edit("孙七"))).toEqual([422, "idempotency-conflict"]);
    const edits = (await listAudit(served.store, { area: "system" })).filter(({ action }) => action === "account-edit");
    expect(edits).toHaveLength(1);
    // Somebody else's key of the same name is another key.
    expect(await codeOf(edit("赵六", await served.as("admin")))).toEqual([412, "stale-version"]);
  });
  it("that is repeated once the account's roles are others is not answered from what they opened before", async () => {
    const [leader, security] = [await served.as("leader", { account: "moved" }), await served.as("security")];
    const body = { table: "目标一览", format: "csv", rows: 25, page: "/targets" };
    const save = () => leader.send("POST", "/api/exports", body, { "idempotency-key": "before-and-after" });
    const saved = async () =>
      (await listAudit(served.store, { area: "system" })).filter(({ actor }) => actor === "moved");
    const first = await save();
    expect(first.status).toBe(200);
    const answer = await first.text();
    const again = await save();
    expect([again.headers.get("idempotent-replayed"), await again.text()]).toEqual(["true", answer]);
    expect(again.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const grants = [{ role: "assessor", areas: [], department: null }];
    expect((await security.send("PUT", "/api/accounts/moved/grants", { grants }, match(1))).status).toBe(200);
    expect(await codeOf(save())).toEqual([422, "idempotency-conflict"]);
    expect(await saved()).toHaveLength(1);
  });
  it("whose answer shows a secret is done once, and the secret is not kept", async () => {
    const post = () =>
      admin.send("POST", "/api/accounts", { account: "secret", name: "王五" }, { "idempotency-key": "s" });
    const { firstPassword } = z.object({ firstPassword: z.string() }).parse(await (await post()).json());
    expect(await codeOf(post())).toEqual([409, "idempotency-pending"]);
    const kept = await findIdempotency(served.store, { account: admin.account, key: "s" });
    expect(kept).toMatchObject({ status: null, body: null });
    expect(firstPassword).toMatch(/^[\w-]{19}$/);
  });
  it("that comes twice at once with its key is done once", async () => {
    const post = () =>
      admin.send("POST", "/api/accounts", { account: "twice", name: "王五" }, { "idempotency-key": "at-once" });
    const statuses = (await Promise.all([post(), post()])).map(({ status }) => status).toSorted();
    expect(statuses[0]).toBe(200);
    expect([200, 409]).toContain(statuses[1]);
  });
  it("that was refused may be tried again with its key", async () => {
    const post = (account: string) =>
      admin.send("POST", "/api/accounts", { account, name: "王五" }, { "idempotency-key": "second-try" });
    expect((await post("Not A Name")).status).toBe(400);
    expect((await post("a.name")).status).toBe(200);
  });
});

describe("a table that is saved from a page", () => {
  const table = { table: "指标一览", format: "excel", rows: 12, page: "/indicators?area=liuzhou" };
  it("stands in the trail with who took what, how much of it, and from where", async () => {
    const leader = await served.as("leader");
    expect((await leader.send("POST", "/api/exports", table)).status).toBe(200);
    const last = (await listAudit(served.store, { area: "system" })).at(-1);
    expect(last).toMatchObject({ action: "export", actor: leader.account, subject: table.table, result: "done" });
    const { format, rows, page } = table;
    expect(JSON.parse(last?.detail ?? "")).toEqual({ after: { format, rows, page } });
  });
  it.each([
    [{ rows: -1 }, "number-out-of-range"],
    [{ table: "  " }, "empty-text"],
    [{ table: "长".repeat(201) }, "text-too-long"],
    [{ page: "https://evil.example/" }, "bad-value"],
    [{ format: "pdf" }, "unknown-option"],
  ])("is refused and leaves nothing where what it says is amiss: %j", async (wrong, code) => {
    const before = (await listAudit(served.store, { area: "system" })).length;
    expect(await codeOf(admin.send("POST", "/api/exports", { ...table, ...wrong }))).toEqual([400, code]);
    expect((await listAudit(served.store, { area: "system" })).length).toBe(before);
  });
});
