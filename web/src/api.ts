import type { AreaList } from "@yuanbiao/server/area/shape";
import type { CaliberList } from "@yuanbiao/server/caliber/shape";
import type { DepartmentList } from "@yuanbiao/server/department/shape";
import type { DocumentList } from "@yuanbiao/server/document/shape";
import type { IndicatorList } from "@yuanbiao/server/indicator/shape";
import type { ObservationList, ObservationVersions } from "@yuanbiao/server/observation/shape";
import type { ProgressList } from "@yuanbiao/server/progress/shape";
import type { SeriesView } from "@yuanbiao/server/series/shape";
import type { Problem } from "@yuanbiao/server/shape";
import type { SummaryView } from "@yuanbiao/server/summary/shape";
import type { TargetList, TargetView } from "@yuanbiao/server/target/shape";
import type { TaskList } from "@yuanbiao/server/task/shape";
import i18next from "i18next";

export type Summary = (typeof SummaryView)["_output"];
export type Standing = Summary["gaps"][number];
export type Missing = Summary["missing"][number];
export type TargetRef = Missing["target"];
export type Change = Summary["changes"][number];
export type FigureConflict = Summary["conflicts"][number];
export type Progress = (typeof ProgressList)["_output"]["items"][number];
export type Observation = NonNullable<Progress["actual"]>;
export type Versions = (typeof ObservationVersions)["_output"];
export type Series = (typeof SeriesView)["_output"];
export type Target = (typeof TargetView)["_output"];
export type Citation = Target["citation"];
export type Owes = NonNullable<Target["owes"]>;
export type Area = (typeof AreaList)["_output"]["items"][number];
export type Indicator = (typeof IndicatorList)["_output"]["items"][number];
export type Caliber = (typeof CaliberList)["_output"]["items"][number];
export type Department = (typeof DepartmentList)["_output"]["items"][number];
export type PolicyDocument = (typeof DocumentList)["_output"]["items"][number];
export type Task = (typeof TaskList)["_output"]["items"][number];
export type Ref = Owes["department"];
export type Status = Progress["status"];

export type Query = Readonly<Record<string, string>>;
interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** A refusal of the server (a problem document) or of the network, with the number under which the log has it. */
export class ApiError extends Error {
  readonly status: number;
  readonly requestId: string | null;

  constructor(message: string, status: number, requestId: string | null) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.requestId = requestId;
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const problem: Partial<(typeof Problem)["_output"]> = await response.json().catch(() => ({}));
  const detail = problem.detail ?? problem.title ?? response.statusText;
  return new ApiError(detail, response.status, response.headers.get("x-request-id"));
}

async function read<Answer>(path: string, query: Query, signal: AbortSignal): Promise<Answer> {
  const search = new URLSearchParams(query).toString();
  const address = search === "" ? path : `${path}?${search}`;
  const response = await fetch(address, { signal, headers: { "Accept-Language": i18next.language } });
  if (!response.ok) throw await refusal(response);
  return response.json();
}

/** Every page of a list; at most as many as a city has, not a nation. */
async function readAll<Item>(path: string, query: Query, signal: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const at: Query = cursor === null ? { limit: "1000" } : { limit: "1000", cursor };
    const page: Page<Item> = await read(path, { ...query, ...at }, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

export const readSummary = (query: Query, signal: AbortSignal) => read<Summary>("/api/summary", query, signal);
export const readSeries = (query: Query, signal: AbortSignal) => read<Series>("/api/series", query, signal);
export const readTarget = (id: string, query: Query, signal: AbortSignal) =>
  read<Target>(`/api/targets/${encodeURIComponent(id)}`, query, signal);
export const readVersions = (id: string, query: Query, signal: AbortSignal) =>
  read<Versions>(`/api/observations/${encodeURIComponent(id)}/versions`, query, signal);
export const readProgress = (query: Query, signal: AbortSignal) =>
  readAll<Progress>("/api/progress", query, signal);
export const readObservations = (query: Query, signal: AbortSignal) =>
  readAll<Observation>("/api/observations", query, signal);
export const readTargets = (query: Query, signal: AbortSignal) => readAll<Target>("/api/targets", query, signal);
export const readAreas = (query: Query, signal: AbortSignal) => readAll<Area>("/api/areas", query, signal);
export const readIndicators = (query: Query, signal: AbortSignal) =>
  readAll<Indicator>("/api/indicators", query, signal);
export const readCalibers = (query: Query, signal: AbortSignal) => readAll<Caliber>("/api/calibers", query, signal);
export const readDepartments = (query: Query, signal: AbortSignal) =>
  readAll<Department>("/api/departments", query, signal);
export const readDocuments = (query: Query, signal: AbortSignal) =>
  readAll<PolicyDocument>("/api/documents", query, signal);
export const readTasks = (query: Query, signal: AbortSignal) => readAll<Task>("/api/tasks", query, signal);
