import type { AccountRole } from "@yuanbiao/core/access";
import { expect, it } from "vitest";
import { placesFor } from "./places.ts";

const placesOf = (role: AccountRole) => {
  const grants = [{ role, areas: ["park"], department: "bureau" }];
  return placesFor({ account: role, name: role, grants, keyScope: null, keyId: null }).map(({ name }) => name);
};

it.each([
  ["clerk", true],
  ["verifier", true],
  ["coordinator", true],
  ["leader", true],
  ["expert", false],
  ["admin", false],
] as const)("the letters are a place of the %s: %s", (role, isThere) => {
  expect(placesOf(role).includes("letters")).toBe(isThere);
});
