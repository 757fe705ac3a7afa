import { AccountView } from "@yuanbiao/server/account/shape";
import { startFirst } from "@yuanbiao/server/auth/first-start";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, match } from "./support/refusal.ts";
import { type Served, serve, today } from "./support/served.ts";
import { visit } from "./support/visitor.ts";

const password = "Vq7-mist-Garage";
const minute = 60_000;

describe("the first start", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ empty: true });
  });
  afterAll(() => served.close());
  const start = (given: { username?: string; password?: string | null } = {}) =>
    startFirst(served.context, { username: given.username ?? "admin", password: given.password ?? null });

  it("refuses a weak password in one sentence", async () => {
    for (const weak of ["admin", "Admin12345", "password-123", "12345678901234567890"]) {
      const first = await start({ password: weak });
      expect(first).toMatchObject({ refusal: expect.stringContaining("ADMIN_PASSWORD") });
      expect(JSON.stringify(first)).not.toContain(weak);
    }
  });
  it("without a password gives a link that works once; a later start gives a new one", async () => {
    const [old, fresh] = [await start(), await start()];
    const token = "token" in old ? old.token : null;
    const newer = "token" in fresh ? fresh.token : null;
    const use = (given: string | null, more: object = {}) =>
      visit(served.signedOut.ask).send("POST", "/api/auth/link", { token: given, password, ...more });
    expect((await use(token)).status).toBe(401);
    expect((await use("x".repeat(43))).status).toBe(401);
    expect(await codeOf(use(newer, { password: "short" }))).toEqual([422, "password-weak"]);
    expect((await use(newer)).status).toBe(200);
    expect((await use(newer)).status).toBe(401);
    expect(await visit(served.signedOut.ask).signIn("admin", password)).toBe(200);
  });
  it("does nothing any more where there is an administrator", async () => {
    expect(await start({ password: "Another-password-9" })).toEqual({ token: null });
    expect(await visit(served.signedOut.ask).signIn("admin", "Another-password-9")).toBe(401);
    expect(await visit(served.signedOut.ask).signIn("admin", password)).toBe(200);
  });
  it("with a password makes the administrator, who need not change it", async () => {
    const other = await serve({ empty: true });
    expect(await startFirst(other.context, { username: "Chief", password })).toEqual({ token: null });
    const chief = visit(other.signedOut.ask);
    expect(await chief.signIn("chief", password)).toBe(200);
    expect((await chief.ask("/api/accounts")).status).toBe(200);
    await other.close();
  });
  it("counts the day of its link by the server's own clock", async () => {
    let now = today;
    const other = await serve({ empty: true, clock: () => now });
    const first = await startFirst(other.context, { username: "admin", password: null });
    const token = "token" in first ? first.token : null;
    const use = (given: string) =>
      visit(other.signedOut.ask).send("POST", "/api/auth/link", { token, password: given });
    now = new Date(today.getTime() + 24 * 60 * minute - 1000);
    expect(await codeOf(use("short"))).toEqual([422, "password-weak"]);
    now = new Date(today.getTime() + 24 * 60 * minute);
    expect(await codeOf(use(password))).toEqual([401, "link-over"]);
    await other.close();
  });
  it("offers a link again where no administrator can sign in any more, under a name that nobody had", async () => {
    let now = today;
    const other = await serve({ empty: true, clock: () => now });
    expect(await startFirst(other.context, { username: "admin", password })).toEqual({ token: null });
    const chief = visit(other.signedOut.ask);
    await chief.signIn("admin", password);
    const { version } = AccountView.parse(await chief.read("/api/accounts/admin"));
    await chief.send("PATCH", "/api/accounts/admin", { expiresOn: "2026-11-21" }, match(version));
    expect(await startFirst(other.context, { username: "admin", password })).toEqual({ token: null });
    now = new Date("2026-11-22T04:00:00.000Z");
    const again = await startFirst(other.context, { username: "admin", password: "Another-password-9" });
    const token = "token" in again ? again.token : null;
    expect(token).not.toBeNull();
    expect(await chief.signIn("admin", "Another-password-9")).toBe(401);
    const use = (username: string) =>
      visit(other.signedOut.ask).send("POST", "/api/auth/link", { token, username, password });
    expect(await codeOf(use("admin"))).toEqual([409, "account-taken"]);
    expect((await use("second")).status).toBe(200);
    expect(await visit(other.signedOut.ask).signIn("second", password)).toBe(200);
    await other.close();
  });
});
