import { Refusal } from "./errors.ts";

/** One page of a list that is in memory, in its stated order. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export function malformedCursor(): Refusal {
  return new Refusal(400, "malformed-cursor", [{ field: "cursor", code: "malformed-cursor" }]);
}

/** A cursor is the key of the last item of a page, so that a list that grows does not shift under its reader. */
export function makeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** Reads the parts of a cursor that `makeCursor` made; anything else is refused. */
export function parseCursor(cursor: string, parts: number): string[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw malformedCursor();
  }
  if (!Array.isArray(key) || key.length !== parts || !key.every((part) => typeof part === "string"))
    throw malformedCursor();
  return key;
}

/** Cuts the page after a cursor out of a sorted list; the cursor's item must still be in the list. */
export function pageOf<T>(
  list: readonly T[],
  keyOf: (item: T) => string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Page<T> {
  let start = 0;
  if (cursor !== undefined) {
    const [key] = parseCursor(cursor, 1);
    start = list.findIndex((item) => keyOf(item) === key) + 1;
    if (start === 0) throw malformedCursor();
  }
  const items = list.slice(start, start + limit);
  const last = items.at(-1);
  const isMore = start + limit < list.length;
  return { items, nextCursor: isMore && last !== undefined ? makeCursor([keyOf(last)]) : null };
}
