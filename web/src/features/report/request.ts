import type { Turn } from "@yuanbiao/core/adoption";
import type { ReportState, RequestKind } from "@yuanbiao/core/report";
import { api, good, readAll, until } from "../../api.ts";
import { paperAddress } from "../../ui/paper-address.ts";

/** What is written into a line. */
export interface Content {
  readonly state: "empty" | "value" | "not-reported" | "not-applicable";
  readonly value: string | null;
  readonly explanation: string | null;
  readonly enterprises: number | null;
}

/** Content of one line, and the version that its writer saw. */
export interface Edit {
  readonly indicator: string;
  readonly content: Content;
  readonly version: number;
}

/** Which report, and the version that was seen. */
export interface At {
  readonly id: string;
  readonly version: number;
}

const match = (version: number) => ({ "if-match": String(version) });
const at = (id: string) => ({ param: { id }, query: {} });
const seen = ({ id, version }: At) => ({ ...at(id), header: match(version) });

const one = api.reports[":id"];

interface Wanted {
  readonly round?: string;
  readonly state?: ReportState;
  readonly turn?: Turn;
  readonly asking?: "true";
}

export const readReports = (query: Wanted, signal: AbortSignal) =>
  readAll(async (page) =>
    (await good(api.reports.$get({ param: {}, query: { ...query, ...page } }, until(signal)))).json(),
  );

export const readReport = async (id: string, signal: AbortSignal) =>
  (await good(one.$get(at(id), until(signal)))).json();

/** One line by its own address, several as a block: all or none. */
export async function saveEdits(id: string, edits: readonly Edit[]) {
  const [first, ...others] = edits;
  if (first === undefined) throw new Error("nothing to save");
  if (others.length > 0) {
    const lines = edits.map(({ indicator, version, content }) => ({ indicator, version, ...content }));
    return (await good(one.lines.$patch({ ...at(id), header: {}, json: { lines } }))).json();
  }
  const line = { param: { id, indicator: first.indicator }, query: {}, header: match(first.version) };
  return (await good(one.lines[":indicator"].$put({ ...line, json: first.content }))).json();
}

export const readEffect = async (id: string, edit: Omit<Edit, "version">, signal: AbortSignal) =>
  (await good(one.effect.$post({ ...at(id), header: {}, json: edit }, until(signal)))).json();

export const submit = async (report: At, comment: string) =>
  (await good(one.submit.$post({ ...seen(report), json: { comment } }))).json();

export const approve = async (report: At, comment: string) =>
  (await good(one.approve.$post({ ...seen(report), json: { comment } }))).json();

export const accept = async (report: At, comment: string) =>
  (await good(one.accept.$post({ ...seen(report), json: { comment } }))).json();

export const acceptLines = async (report: At, indicators: readonly string[]) =>
  (await good(one["accept-lines"].$post({ ...seen(report), json: { indicators: [...indicators] } }))).json();

/** A return of all (a reason alone) or of lines, each with its reason. */
export interface Returned {
  readonly reason: string;
  readonly lines: readonly { readonly indicator: string; readonly reason: string }[];
}

export const sendBack = async (report: At, { reason, lines }: Returned) =>
  (await good(one.return.$post({ ...seen(report), json: { reason, lines: [...lines] } }))).json();

export const comment = async (id: string, said: string) =>
  (await good(one.comments.$post({ ...at(id), header: {}, json: { comment: said } }))).json();

/** What a park asks of the office. */
export interface Asked {
  readonly kind: RequestKind;
  readonly reason: string;
  readonly until: string | null;
  readonly indicators: string[];
  readonly changeReason:
    | "policy"
    | "caliber"
    | "reporting-error"
    | "verification"
    | "census"
    | "boundary"
    | "other"
    | null;
}

export const ask = async (report: At, asked: Asked) =>
  (await good(one.request.$post({ ...seen(report), json: asked }))).json();

export const grant = async (report: At, said: string) =>
  (await good(one.grant.$post({ ...seen(report), json: { comment: said } }))).json();

export const refuse = async (report: At, said: string) =>
  (await good(one.refuse.$post({ ...seen(report), json: { comment: said } }))).json();

/** A department's own figure beside the reported one. */
export interface Verified {
  readonly state: "value" | "not-applicable";
  readonly value: string | null;
  readonly reason: string | null;
}

export async function verify(line: { id: string; indicator: string; version: number }, verified: Verified) {
  const { id, indicator, version } = line;
  const route = one.lines[":indicator"].verification;
  return (
    await good(route.$put({ param: { id, indicator }, query: {}, header: match(version), json: verified }))
  ).json();
}

/** Which of a line's figures counts. */
export interface Adopted {
  readonly indicator: string;
  readonly basis: "reported" | "verified";
}

export const adopt = async (report: At, lines: readonly Adopted[], reason: string) =>
  (await good(one.adopt.$post({ ...seen(report), json: { lines: [...lines], reason } }))).json();

/** The code for the sheet that is going to be signed and sealed: it stands for the report as it now is. */
export const makePrint = async (id: string) =>
  (await good(one.prints.$post({ ...at(id), header: {}, json: {} }))).json();

export const withdrawEvidence = async (file: At) =>
  (await good(api.evidence[":id"].$delete({ ...seen(file), json: {} }))).json();

const place = (id: string, part: string): string => `/api/reports/${encodeURIComponent(id)}/${part}`;
export const evidenceAddress = (id: string): string => place(id, "evidence");
export const templateAddress = (id: string): string => place(id, "template.xlsx");
/** 核定表 of a report, as it is looked at. */
export const verificationAddress = ({ id, asOf = null }: { id: string; asOf?: string | null }): string =>
  paperAddress(place(id, "verification.docx"), { asOf: asOf ?? undefined });
export const uploadAddress = (id: string): string => place(id, "upload");
export const contentAddress = (id: string): string => `/api/evidence/${encodeURIComponent(id)}/content`;
export const workbookAddress = (round: string): string => `/api/rounds/${encodeURIComponent(round)}/workbook.xlsx`;
export const importAddress = (round: string): string => `/api/rounds/${encodeURIComponent(round)}/upload`;
