import { api, good, readAll, until } from "../../api.ts";

const one = api.rounds[":code"];
const at = (code: string) => ({ param: { code }, query: {} });
const seen = (code: string, version: number) => ({ ...at(code), header: { "if-match": String(version) } });

/** What is written to make or change a round. */
export type RoundBody = Parameters<typeof api.rounds.$post>[0]["json"];

export const readRounds = (query: { city?: string }, signal: AbortSignal) =>
  readAll(async (page) =>
    (await good(api.rounds.$get({ param: {}, query: { ...query, ...page } }, until(signal)))).json(),
  );

export const readRound = async (code: string, signal: AbortSignal) =>
  (await good(one.$get(at(code), until(signal)))).json();

export const makeRound = async (body: RoundBody) =>
  (await good(api.rounds.$post({ param: {}, query: {}, header: {}, json: body }))).json();

export async function editRound({ code, ...body }: RoundBody, version: number) {
  return (await good(one.$put({ ...seen(code, version), json: body }))).json();
}

export const moveRound = async (code: string, version: number, state: "open" | "closed" | "archived") =>
  (await good(one.state.$put({ ...seen(code, version), json: { state } }))).json();

/** What a round says in one language; an answer says it in the language that is asked for. */
async function readWords(code: string, language: string, signal: AbortSignal) {
  const headers = { "Accept-Language": language };
  const { name, instructions } = await (await good(one.$get(at(code), { headers, init: { signal } }))).json();
  return { name, instructions };
}

/** Name and instructions of a round in both languages, for who changes them; English is null where it says the same. */
export async function readBothWords(code: string, signal: AbortSignal) {
  const [zh, en] = [await readWords(code, "zh-CN", signal), await readWords(code, "en", signal)];
  return {
    name: zh.name,
    nameEn: en.name === zh.name ? null : en.name,
    instructions: zh.instructions,
    instructionsEn: en.instructions === zh.instructions ? null : en.instructions,
  };
}
