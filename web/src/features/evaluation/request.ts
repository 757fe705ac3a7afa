import { api, good, type ItemOf, type Read, readAll, until } from "../../api.ts";
import { fetchLater } from "../../later.ts";

const one = api.evaluations[":id"];
const at = (id: string) => ({ param: { id }, query: {} });

/** Which assessment, and the version that was seen. */
export interface At {
  readonly id: string;
  readonly version: number;
}
const seen = ({ id, version }: At) => ({ ...at(id), header: { "if-match": String(version) } });

export type EvaluationSummary = ItemOf<Read<typeof api.evaluations.$get>>;
export type Evaluation = Read<typeof one.$get>;
export type Stage = Evaluation["stage"];
export type Step = Evaluation["steps"][number];
export type Results = Read<typeof one.results.$get>;
export type Result = Results["items"][number];
export type Refusal = Results["refusals"][number];
export type Criterion = Results["criteria"][number];
export type Standing = Read<(typeof one.areas)[":area"]["$get"]>;
export type ScoreLine = Standing["lines"][number];
export type Differences = Read<typeof one.comparison.$get>;
export type Analysis = Read<typeof one.analysis.$get>;
export type WhatIf = Read<(typeof one)["what-if"]["$post"]>;
export type Supposition = Parameters<(typeof one)["what-if"]["$post"]>[0]["json"];
export type NewEvaluation = Parameters<typeof api.evaluations.$post>[0]["json"];
export type Content = Parameters<typeof one.$put>[0]["json"];
export type Move = Parameters<typeof one.stage.$post>[0]["json"];
export type Statement = Parameters<typeof one.statements.$post>[0]["json"];
export type SchemeSummary = ItemOf<Read<typeof api.schemes.$get>>;

export const readEvaluations = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.evaluations.$get({ param: {}, query: page }, until(signal)))).json());

export const readEvaluation = async (id: string, signal: AbortSignal) =>
  (await good(one.$get(at(id), until(signal)))).json();

/** A run's name in both languages, for who changes it; English is "" where it says the same. */
export async function readBothNames(id: string, signal: AbortSignal) {
  const nameIn = async (language: string): Promise<string> => {
    const options = { headers: { "Accept-Language": language }, init: { signal } };
    return (await (await good(one.$get(at(id), options))).json()).name;
  };
  const [name, english] = [await nameIn("zh-CN"), await nameIn("en")];
  return { name, nameEn: english === name ? "" : english };
}

/** The ranking with everything that stands against it, all pages of it. */
export async function readResults(id: string, signal: AbortSignal): Promise<Results> {
  const read = async (page: { limit: string; cursor?: string }) =>
    (await good(one.results.$get({ param: { id }, query: page }, until(signal)))).json();
  const first = await read({ limit: "1000" });
  const items = [...first.items];
  let cursor = first.nextCursor;
  while (cursor !== null) {
    const next = await read({ limit: "1000", cursor });
    items.push(...next.items);
    cursor = next.nextCursor;
  }
  return { ...first, items, nextCursor: null };
}

export const readStanding = async (id: string, area: string, signal: AbortSignal) =>
  (await good(one.areas[":area"].$get({ param: { id, area }, query: {} }, until(signal)))).json();

export const readComparison = async (id: string, other: string, signal: AbortSignal) =>
  (await good(one.comparison.$get({ param: { id }, query: { with: other } }, until(signal)))).json();

export const readRevisions = async (id: string, signal: AbortSignal) =>
  (await good(one.revisions.$get(at(id), until(signal)))).json();

export const readAnalysis = async (id: string, spread: string, signal: AbortSignal) =>
  (await good(one.analysis.$get({ param: { id }, query: { spread } }, until(signal)))).json();

export const makeEvaluation = async (json: NewEvaluation) =>
  (await good(api.evaluations.$post({ param: {}, query: {}, header: {}, json }))).json();

export const editEvaluation = async (run: At, json: Content) => (await good(one.$put({ ...seen(run), json }))).json();

export const moveStage = async (run: At, json: Move) => (await good(one.stage.$post({ ...seen(run), json }))).json();

export const sealRun = async (run: At) =>
  (await good(one.seal.$post({ ...seen(run), json: {} }, { fetch: fetchLater }))).json();

export const publishRun = async (run: At, objectionsUntil: string, note: string | null) =>
  (await good(one.publish.$post({ ...seen(run), json: { objectionsUntil, note } }))).json();

export const replaceRun = async (run: At, id: string, reason: string) =>
  (await good(one.replacement.$post({ ...seen(run), json: { id, reason } }))).json();

export const fileStatement = async (id: string, json: Statement) =>
  (await good(one.statements.$post({ ...at(id), header: {}, json }))).json();

export const signOff = async (id: string, note: string | null) =>
  (await good(one["sign-off"].$post({ ...at(id), header: {}, json: { note } }))).json();

/** What would differ; stores nothing. */
export const askWhatIf = async (id: string, json: Supposition) =>
  (await good(one["what-if"].$post({ ...at(id), header: {}, json }))).json();

/** Schemes by which a year can be assessed. */
export const readSchemes = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.schemes.$get({ param: {}, query: page }, until(signal)))).json());

export const readScheme = async (code: string, signal: AbortSignal) =>
  (await good(api.schemes[":code"].$get({ param: { code }, query: {} }, until(signal)))).json();

const place = (id: string, part: string): string => `/api/evaluations/${encodeURIComponent(id)}/${part}`;
export const noticeAddress = (id: string): string => place(id, "report.docx");
export const rankingAddress = (id: string): string => place(id, "ranking.xlsx");
export const archiveAddress = (id: string): string => place(id, "archive.zip");
export const statementAddress = (id: string, area: string): string =>
  place(id, `areas/${encodeURIComponent(area)}/statement.docx`);
