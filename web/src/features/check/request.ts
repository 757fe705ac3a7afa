import { api, good, type ItemOf, type Read, readAll, until } from "../../api.ts";

const one = api.checks[":code"];

export type Check = ItemOf<Read<typeof api.checks.$get>>;
export type CheckBody = Parameters<typeof api.checks.$post>[0]["json"];
const tryOutRoute = api.checks["try-out"];
export type TryOut = Read<(typeof tryOutRoute)["$post"]>;
export type Tried = TryOut["reports"][number];

export const readChecks = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.checks.$get({ param: {}, query: page }, until(signal)))).json());

/** Makes a check (no version was seen), or a new version of the one that was seen. */
export async function writeCheck(version: number | null, json: CheckBody): Promise<Check> {
  if (version === null) return (await good(api.checks.$post({ param: {}, query: {}, header: {}, json }))).json();
  const { code, ...content } = json;
  const header = { "if-match": String(version) };
  return (await good(one.$put({ param: { code }, query: {}, header, json: content }))).json();
}

export const tryCheck = async (city: string, check: CheckBody) =>
  (await good(tryOutRoute.$post({ param: {}, query: {}, header: {}, json: { check, city } }))).json();
