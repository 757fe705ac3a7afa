import type { Scheme } from "@yuanbiao/core/scheme";
import { api, good, type ItemOf, type Read, readAll, until } from "../../api.ts";

const one = api.schemes[":code"];
const at = (code: string) => ({ param: { code }, query: {} });
const seen = (code: string, version: number) => ({ ...at(code), header: { "if-match": String(version) } });

export type SchemeSummary = ItemOf<Read<typeof api.schemes.$get>>;
export type SchemeView = Read<typeof one.$get>;
export type Comparison = Read<typeof one.comparison.$get>;
export type DraftBody = Parameters<typeof api.schemes.$post>[0]["json"];
export type ImportBody = Parameters<typeof api.schemes.import.$post>[0]["json"];
export type Preview = Read<typeof api.scoring.preview.$post>;
export type PreviewBody = Parameters<typeof api.scoring.preview.$post>[0]["json"];

export const readSchemes = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.schemes.$get({ param: {}, query: page }, until(signal)))).json());

export const readScheme = async (code: string, signal: AbortSignal) =>
  (await good(one.$get(at(code), until(signal)))).json();

export const draftScheme = async (json: DraftBody) =>
  (await good(api.schemes.$post({ param: {}, query: {}, header: {}, json }))).json();

export const importScheme = async (json: ImportBody) =>
  (await good(api.schemes.import.$post({ param: {}, query: {}, header: {}, json }))).json();

export const saveScheme = async (scheme: Scheme, version: number) =>
  (await good(one.$put({ ...seen(scheme.code, version), json: { scheme } }))).json();

export const publishScheme = async (code: string, version: number) =>
  (await good(one.publish.$post({ ...seen(code, version), json: {} }))).json();

export const readComparison = async (code: string, other: string, signal: AbortSignal) =>
  (await good(one.comparison.$get({ param: { code }, query: { with: other } }, until(signal)))).json();

export const previewScore = async (json: PreviewBody) =>
  (await good(api.scoring.preview.$post({ param: {}, query: {}, header: {}, json }))).json();

export const fileAddress = (code: string): string => `/api/schemes/${encodeURIComponent(code)}/scheme.json`;

/** What stands against a scheme, each fault with its place, in the server's words; stores nothing. */
export const checkScheme = async (scheme: Scheme, signal: AbortSignal) =>
  (await good(api.schemes.check.$post({ param: {}, query: {}, header: {}, json: { scheme } }, until(signal)))).json();
export type ToldFault = Pick<Read<typeof api.schemes.check.$post>["faults"][number], "path" | "detail">;
