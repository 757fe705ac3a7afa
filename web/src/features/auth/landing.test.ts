import type { AccountRole } from "@yuanbiao/core/access";
import { expect, test } from "vitest";
import { landingOf, ownAddress } from "./landing.ts";

const actorAs = (role: AccountRole) => ({
  ...{ account: role, name: role, keyScope: null, keyId: null },
  grants: [{ role, areas: [], department: null }],
});

test.each<[AccountRole, string]>([
  ["clerk", "/reports"],
  ["approver", "/reports"],
  ["verifier", "/verification"],
  ["coordinator", "/review"],
  ["leader", "/"],
  ["assessor", "/"],
  ["admin", "/accounts"],
  ["security", "/accounts"],
  ["auditor", "/audit"],
])("%s begins at %s, unless a page was wanted", (role, desk) => {
  expect(landingOf(actorAs(role), undefined)).toBe(desk);
  expect(landingOf(actorAs(role), "/targets/T03?lang=en")).toBe("/targets/T03?lang=en");
});

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example",
  "javascript:alert(1)",
  "/\t/elsewhere.example",
  "",
  undefined,
])("no link leads elsewhere: %s", (next) => {
  expect(ownAddress(next)).toBeUndefined();
});
