/** JSON with the keys of every object in order, so that equal contents give equal text (and an equal hash). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** A copy with its keys in order: a replacer would be asked for every number and text, which costs four times as much. */
function ordered(value: unknown): unknown {
  if (!isRecord(value)) return value;
  if (Array.isArray(value)) return value.map(ordered);
  if (value instanceof Date) return value.toJSON();
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key])]),
  );
}
