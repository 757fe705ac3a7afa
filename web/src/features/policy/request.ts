import type { SecurityPolicy } from "@yuanbiao/core/security-policy";
import { api, good, type ItemOf, type Read, until } from "../../api.ts";

export type Policy = Read<typeof api.policy.$get>;
export type SignInFailure = ItemOf<Read<(typeof api.policy)["sign-in-failures"]["$get"]>>;

export const readPolicy = async (signal: AbortSignal) =>
  (await good(api.policy.$get({ param: {}, query: {} }, until(signal)))).json();

export const setPolicy = async (version: number, json: SecurityPolicy) =>
  (await good(api.policy.$put({ param: {}, query: {}, header: { "if-match": String(version) }, json }))).json();

/** A page of them; the first one has no cursor: "". */
export const readFailures = async (cursor: string, signal: AbortSignal) => {
  const query = { limit: "100", ...(cursor === "" ? {} : { cursor }) };
  return (await good(api.policy["sign-in-failures"].$get({ param: {}, query }, until(signal)))).json();
};
