import { api, good, type ItemOf, type Read, until } from "../../api.ts";

export type AuditEntry = ItemOf<Read<typeof api.audit.$get>>;
export type AuditCheck = Read<typeof api.audit.verify.$post>;

/** What the trail is asked for; a name that is not there asks for all. */
export interface AuditFilter {
  readonly from?: string;
  readonly to?: string;
  readonly actor?: string;
  readonly action?: string;
  readonly area?: string;
  readonly subject?: string;
  readonly result?: "done" | "denied" | "failed";
}

/** A page of the trail, the newest first; the first one has no cursor: "". */
export const readTrail = async (filter: AuditFilter, cursor: string, signal: AbortSignal) => {
  const query = { ...filter, limit: "200", ...(cursor === "" ? {} : { cursor }) };
  return (await good(api.audit.$get({ param: {}, query }, until(signal)))).json();
};

export const verifyTrail = async () =>
  (await good(api.audit.verify.$post({ param: {}, query: {}, header: {}, json: {} }))).json();
