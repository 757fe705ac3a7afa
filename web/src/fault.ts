import { ApiError } from "./api.ts";

/** What the server says of one field, all of it; undefined where it says nothing. */
export function toldOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const told = error.faults.filter((fault) => fault.field === field).map(({ detail }) => detail);
  return told.length === 0 ? undefined : told.join(" ");
}
