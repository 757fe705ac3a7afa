import type { AppType } from "@yuanbiao/server/app";
import { hc } from "hono/client";
import i18next from "i18next";

export const { api } = hc<AppType>(location.origin, { headers: () => ({ "Accept-Language": i18next.language }) });

/** The JSON of a good answer of a route. */
export type Read<Route extends (...parts: never[]) => Promise<unknown>> = Good<Awaited<ReturnType<Route>>>;
type Good<Response> = Extract<Response, { ok: true }> extends { json(): Promise<infer Answer> } ? Answer : never;
export type ItemOf<List extends { items: unknown[] }> = List["items"][number];

export type Summary = Read<typeof api.summary.$get>;
export type Standing = Summary["gaps"][number];
export type IncomparableTarget = Summary["incomparables"][number];
export type Missing = Summary["missing"][number];
export type TargetRef = Missing["target"];
export type Change = Summary["changes"][number];
export type FigureConflict = Summary["conflicts"][number];
export type Progress = ItemOf<Read<typeof api.progress.$get>>;
export type Observation = ItemOf<Read<typeof api.observations.$get>>;
export type Versions = Read<(typeof api.observations)[":id"]["versions"]["$get"]>;
export type Series = Read<typeof api.series.$get>;
export type Target = ItemOf<Read<typeof api.targets.$get>>;
export type Citation = Target["citation"];
export type Owes = NonNullable<Target["owes"]>;
export type Area = ItemOf<Read<typeof api.areas.$get>>;
export type Indicator = ItemOf<Read<typeof api.indicators.$get>>;
export type Caliber = ItemOf<Read<typeof api.calibers.$get>>;
export type Department = ItemOf<Read<typeof api.departments.$get>>;
export type Task = ItemOf<Read<typeof api.tasks.$get>>;
export type ReportSummary = ItemOf<Read<typeof api.reports.$get>>;
export type Report = Read<(typeof api.reports)[":id"]["$get"]>;
export type LineItem = Report["lineItems"][number];
export type Finding = Report["findings"][number];
export type Evidence = Report["evidence"][number];
export type ReportEvent = Report["thread"][number];
export type Effect = Read<(typeof api.reports)[":id"]["effect"]["$post"]>;
export type Round = Read<(typeof api.rounds)[":code"]["$get"]>;
export type Ref = Owes["department"];
export type Status = Progress["status"];

interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** A refusal of the server (a problem document) or of the network, with the number under which the log has it. */
export class ApiError extends Error {
  readonly status: number;
  readonly requestId: string | null;
  readonly code: string | null;
  readonly faults: readonly Fault[];
  /** How many there are beyond those. */
  readonly more: number;

  constructor(message: string, status: number, { requestId, problem }: { requestId: string | null; problem: Told }) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.requestId = requestId;
    this.code = problem.code ?? null;
    this.faults = problem.errors ?? [];
    this.more = problem.more ?? 0;
  }
}

/** What is wrong with one field of what was sent, in the server's own words. */
export interface Fault {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** The parts of a problem document (RFC 9457) that are said to the reader. */
interface Told {
  readonly detail?: string;
  readonly title?: string;
  readonly code?: string;
  readonly errors?: readonly Fault[];
  readonly more?: number;
}

const textOf = (problem: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(problem, name);
  return typeof value === "string" ? value : undefined;
};

function faultOf(item: unknown): Fault[] {
  if (typeof item !== "object" || item === null) return [];
  const code = textOf(item, "code") ?? "";
  return [{ field: textOf(item, "field") ?? "", code, detail: textOf(item, "detail") ?? code }];
}

/** A problem document as an error; one that is none still says the status. */
export function errorOf(problem: unknown, status: number, requestId: string | null): ApiError {
  const told = toldBy(problem);
  return new ApiError(told.detail ?? told.title ?? String(status), status, { requestId, problem: told });
}

function toldBy(problem: unknown): Told {
  if (typeof problem !== "object" || problem === null) return {};
  const errors: unknown = Reflect.get(problem, "errors");
  const more: unknown = Reflect.get(problem, "more");
  const parts = { detail: textOf(problem, "detail"), title: textOf(problem, "title"), code: textOf(problem, "code") };
  return {
    ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
    errors: Array.isArray(errors) ? errors.flatMap(faultOf) : [],
    more: typeof more === "number" ? more : 0,
  };
}

interface Refusable {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  json(): Promise<unknown>;
}

const isGood = <Answer extends Refusable>(response: Answer): response is Extract<Answer, { ok: true }> => response.ok;

/** Lets an answer pass; a refusal becomes an error with the server's own sentence. */
export async function good<Answer extends Refusable>(pending: Promise<Answer>): Promise<Extract<Answer, { ok: true }>> {
  const response = await pending;
  if (isGood(response)) return response;
  const problem: unknown = await response.json().catch(() => undefined);
  throw errorOf(problem, response.status, response.headers.get("x-request-id"));
}

type Paging = { limit: string; cursor?: string };

/** Every page of a list; at most as many as a city has, not a nation. */
export async function readAll<Item>(readPage: (at: Paging) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await readPage(cursor === null ? { limit: "1000" } : { limit: "1000", cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

/** What the reads take: the three times, the city, and whom or what they are about. */
type Times = { asOf?: string; publishedBy?: string; on?: string };
type About = { area?: string; indicator?: string; city?: string };
type AsOf = { asOf?: string };
type InCity = { asOf?: string; city?: string };

export const until = (signal: AbortSignal) => ({ init: { signal } });

export const readSummary = async (query: Times & { city?: string; since?: string }, signal: AbortSignal) =>
  (await good(api.summary.$get({ param: {}, query }, until(signal)))).json();

export const readSeries = async (query: Times & { area: string; indicator: string }, signal: AbortSignal) =>
  (await good(api.series.$get({ param: {}, query }, until(signal)))).json();

export const readTarget = async (id: string, query: { on?: string; asOf?: string }, signal: AbortSignal) =>
  (await good(api.targets[":id"].$get({ param: { id }, query }, until(signal)))).json();

export const readVersions = async (id: string, query: AsOf, signal: AbortSignal) =>
  (await good(api.observations[":id"].versions.$get({ param: { id }, query }, until(signal)))).json();

export const readProgress = (query: Times & About, signal: AbortSignal) =>
  readAll(async (at) =>
    (await good(api.progress.$get({ param: {}, query: { ...query, ...at } }, until(signal)))).json(),
  );

export const readObservations = (query: Omit<Times, "on"> & About, signal: AbortSignal) =>
  readAll(async (at) =>
    (await good(api.observations.$get({ param: {}, query: { ...query, ...at } }, until(signal)))).json(),
  );

export type ExportNote = Parameters<typeof api.exports.$post>[0]["json"];

/** Leaves in the trail that a table is saved as a file. */
export const noteExport = async (json: ExportNote) =>
  (await good(api.exports.$post({ param: {}, query: {}, header: {}, json }))).json();

export type NewDocument = Parameters<typeof api.documents.$post>[0]["json"];

export const readDocuments = (signal: AbortSignal) =>
  readAll(async (at) => (await good(api.documents.$get({ param: {}, query: at }, until(signal)))).json());

export const addDocument = async (json: NewDocument) =>
  (await good(api.documents.$post({ param: {}, query: {}, header: {}, json }))).json();

export const readAreas = (query: InCity, signal: AbortSignal) =>
  readAll(async (at) => (await good(api.areas.$get({ param: {}, query: { ...query, ...at } }, until(signal)))).json());

export const readArea = async (code: string, query: AsOf, signal: AbortSignal) =>
  (await good(api.areas[":code"].$get({ param: { code }, query }, until(signal)))).json();

export const readIndicators = (query: AsOf, signal: AbortSignal) =>
  readAll(async (at) =>
    (await good(api.indicators.$get({ param: {}, query: { ...query, ...at } }, until(signal)))).json(),
  );

export const readCalibers = (query: AsOf, signal: AbortSignal) =>
  readAll(async (at) =>
    (await good(api.calibers.$get({ param: {}, query: { ...query, ...at } }, until(signal)))).json(),
  );

export const readDepartments = (query: InCity, signal: AbortSignal) =>
  readAll(async (at) =>
    (await good(api.departments.$get({ param: {}, query: { ...query, ...at } }, until(signal)))).json(),
  );

export const readTasks = (query: InCity & { area?: string }, signal: AbortSignal) =>
  readAll(async (at) => (await good(api.tasks.$get({ param: {}, query: { ...query, ...at } }, until(signal)))).json());
