import { api, good, type ItemOf, type Read, readAll, until } from "../../api.ts";
import { sendForm } from "../../upload.ts";

export type Objection = ItemOf<Read<typeof api.objections.$get>>;
export type NewObjection = Parameters<typeof api.objections.$post>[0]["json"];
const one = api.objections[":id"];
export type Reply = Parameters<typeof one.reply.$post>[0]["json"];

export interface At {
  readonly id: string;
  readonly version: number;
}
const seen = ({ id, version }: At) => ({
  param: { id },
  query: {},
  header: { "if-match": String(version) },
});

/** Those that the reader may know of, of one assessment or of all. */
export const readObjections = (evaluation: string | undefined, signal: AbortSignal) =>
  readAll(async (page) => {
    const query = { ...(evaluation === undefined ? {} : { evaluation }), ...page };
    return (await good(api.objections.$get({ param: {}, query }, until(signal)))).json();
  });

export const makeObjection = async (json: NewObjection) =>
  (await good(api.objections.$post({ param: {}, query: {}, header: {}, json }))).json();

export const replyTo = async (objection: At, json: Reply) =>
  (await good(one.reply.$post({ ...seen(objection), json }))).json();

export const withdraw = async (objection: At) =>
  (await good(one.withdraw.$post({ ...seen(objection), json: {} }))).json();

/** Puts a file beside an objection, and says how far it is. */
export async function addFile(id: string, file: File, onSent: (share: number) => void): Promise<void> {
  const form = new FormData();
  form.set("file", file);
  form.set("kind", "other");
  await sendForm({ address: `/api/objections/${encodeURIComponent(id)}/evidence`, form, onSent });
}

export const contentAddress = (id: string): string => `/api/evidence/${encodeURIComponent(id)}/content`;
