import { ApiError, type Fault } from "../../api.ts";

/** The try-out names the check's fields below `check`. */
const fieldOf = ({ field }: Fault): string => field.replace(/^check\./, "");

/** What the server says of a field itself; undefined where it says nothing. */
export type Told = (field: string) => string | undefined;

function wordsOf(error: Error | null, fits: (field: string) => boolean): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const words = new Set(error.faults.filter((fault) => fits(fieldOf(fault))).map(({ detail }) => detail));
  return words.size === 0 ? undefined : [...words].join(" ");
}

export const toldAt =
  (error: Error | null): Told =>
  (field) =>
    wordsOf(error, (found) => found === field);

/** What the server says of a field and of all below it. */
export const toldBelow = (error: Error | null, field: string): string | undefined =>
  wordsOf(error, (found) => found === field || found.startsWith(`${field}.`));

export const isStale = (error: Error | null): boolean => error instanceof ApiError && error.status === 412;
