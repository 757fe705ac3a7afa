import type { evidenceKinds } from "@yuanbiao/core/evidence";
import { api, good, type Read, until } from "../../api.ts";
import { sendForm } from "../../upload.ts";

const one = api.decisions[":id"];

export type Managed = Read<typeof one.$get>;
export type DecisionBody = Parameters<typeof one.$put>[0]["json"];
export type PlanBody = Parameters<typeof one.decomposition.$put>[0]["json"];
export type PlanPart = PlanBody["parts"][number];
export type EvidenceKind = (typeof evidenceKinds)[number];
/** A target as its writer saw it. */
type Seen = Pick<Managed, "id" | "version">;

const seen = ({ id, version }: Seen) => ({ param: { id }, query: {}, header: { "if-match": String(version) } });

export const readManaged = async (id: string, signal: AbortSignal) =>
  (await good(one.$get({ param: { id }, query: {} }, until(signal)))).json();

export const writeDecision = async (target: Seen, json: DecisionBody) =>
  (await good(one.$put({ ...seen(target), json }))).json();

export const writePlan = async (target: Seen, json: PlanBody) =>
  (await good(one.decomposition.$put({ ...seen(target), json }))).json();

export const fileAddress = (id: string): string => `/api/evidence/${encodeURIComponent(id)}/content`;

interface NewFile {
  readonly file: File;
  readonly kind: EvidenceKind;
  readonly onSent: (share: number) => void;
}

/** Puts a file beside a target; gives its id. */
export async function addFile(target: string, { file, kind, onSent }: NewFile): Promise<string> {
  const form = new FormData();
  form.set("file", file);
  form.set("kind", kind);
  const address = `/api/decisions/${encodeURIComponent(target)}/evidence`;
  const answer = await sendForm({ address, form, onSent });
  const id: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "id") : undefined;
  if (typeof id !== "string") throw new Error("no id of the file");
  return id;
}
