import { expect, test } from "vitest";
import type { Statement } from "../commit.ts";
import { type AccountRow, type ApiKeyRow, findAccount, listKeys } from "../queries/account.ts";
import type { Open } from "./opened.ts";
import { commitPark } from "./opened.ts";

const instant = "2026-11-21T04:00:00.000Z";

const sampleAccount = (id: string): AccountRow => ({
  ...{ id, name: id, office: null, phone: null, grants: [], disabled: false, expiresOn: null },
  ...{ mustChangePassword: false, passwordHistory: [], passwordChangedAt: null, singleSignOn: false },
  ...{ twoFactorEnabled: false, failures: 0, lockedUntil: null, lastSignInAt: null, sessionsFrom: null },
  ...{ createdAt: instant, createdBy: "test", version: 1 },
});

const sampleKey = (id: string, account: string): ApiKeyRow => ({
  ...{ id, hash: `hash-${id}`, prefix: "yb_abcde", name: "交换", account, scope: "read", expiresOn: "2026-12-31" },
  ...{ revoked: false, lastUsedAt: null, createdAt: instant, createdBy: account },
});

/** Disables one account while another still stands as it was read. */
const disable = (id: string, other: string): Statement[] => [
  { update: "account", key: { id }, set: { disabled: true, version: 2 }, expected: { version: 1 } },
  { update: "account", key: { id: other }, set: { version: 1 }, expected: { version: 1 } },
];

/** Accounts and their keys are changed in place, each change on what was read. */
export function accountContract(open: Open): void {
  test("of two accounts that end each other at once one is left", async () => {
    const { store } = await open();
    const rows = ["first", "second"].map(sampleAccount);
    expect(await commitPark(store, [{ insert: "account", rows }])).toMatchObject({ ok: true });
    const outcomes = await Promise.all([
      commitPark(store, disable("first", "second")),
      commitPark(store, disable("second", "first")),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const left = await Promise.all(rows.map(({ id }) => findAccount(store, id)));
    expect(left.map((row) => row?.disabled).toSorted()).toEqual([false, true]);
  });

  test("keys are listed by id, page by page, and an account's own are no other's", async () => {
    const { store } = await open();
    const rows = [sampleKey("c", "owner"), sampleKey("a", "owner"), sampleKey("b", "other")];
    await commitPark(store, [{ insert: "apiKey", rows }]);
    const ids = async (filter: Parameters<typeof listKeys>[1]) => (await listKeys(store, filter)).map(({ id }) => id);
    expect(await ids({ limit: 10 })).toEqual(["a", "b", "c"]);
    expect(await ids({ limit: 2 })).toEqual(["a", "b"]);
    expect(await ids({ account: "owner", after: "a", limit: 2 })).toEqual(["c"]);
    expect(await ids({ account: "nobody", limit: 2 })).toEqual([]);
  });
}
