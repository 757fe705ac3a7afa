import fc from "fast-check";

const bell = String.fromCharCode(7);
const nul = String.fromCharCode(0);
const loneSurrogate = String.fromCharCode(0xd800);

/** Texts that something behind an interface might take for code. None of them holds a word of a leak (judge.ts). */
export const attacks: readonly string[] = [
  ...["' OR '1'='1", "'; DROP TABLE account; --", '" OR 1=1 --', "1) UNION ALL VALUES(1,2,3) --", "%' AND 1=1 --"],
  ...["\r\nx-injected: yes", "%0d%0ax-injected: yes", 'a"; filename="evil.exe', "a\nset-cookie: yuanbiao_session=x"],
  ...[
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/",
    "/etc/passwd",
    "C:\\boot.ini",
    "file:///etc",
  ],
  ...["{{7*7}}", `\${7*7}`, "<%= 7*7 %>", "#{7*7}", "{{constructor.constructor('return 1')()}}"],
  ...["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1"],
  ...["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "<svg/onload=alert(1)>"],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"],
  ...[
    `a${nul}b`,
    nul,
    `${nul}${nul}`,
    `x${nul}`,
    "_x0000_",
    loneSurrogate,
    `${bell}`,
    "\u202Eevil",
    "\uFEFF",
    "\u200b",
    "e\u0301".repeat(50),
    "😀".repeat(20),
  ],
  ...["", " ", "null", "undefined", "NaN", "true", "0", "-1", "[]", "{}", "1e400", "0x10", "９９", "1,000"],
  ...["2026-02-30", "0000-00-00", "9999-12-31", "2026-11-22T00:00:00Z", "+275760-09-13"],
  ...["9".repeat(13), "-9999999999999.999999", "0.0000001", "1e10", "٣", "00007"],
  ...["a".repeat(65), "长".repeat(2001), "x".repeat(70_000), "(a+)+$".repeat(30), ".".repeat(64), "-".repeat(64)],
];

const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
};
const polluting: unknown = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');

/** Values that are no text where one is wanted, and the other way round. */
export const oddities: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, [], {}, [null], [[]], { a: 1 }],
  ...[polluting, nested(60), nested(2000), Array.from({ length: 6000 }, () => "x"), { toString: "x", valueOf: 1 }],
];

export const hostileText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...attacks) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
);
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

export const changes = ["replace", "replace", "replace", "bound", "drop", "add", "double", "wrap", "rename"] as const;
export type Change = (typeof changes)[number];

/** One field of a body off: where (counted along its leaves), how, and by what. */
export interface Mutation {
  readonly at: number;
  readonly change: Change;
  readonly value: unknown;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(60),
  change: fc.constantFrom(...changes),
  value: hostileValue,
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, here: Path = []): Path[] {
  if (typeof value !== "object" || value === null || here.length > 20) return [here];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, [...here, Array.isArray(value) ? Number(key) : key]),
  );
  return here.length === 0 ? inner : [here, ...inner];
}

/** A number one off its bound, a text of one letter more or less. */
function nearby(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "string") return /^-?\d+$/.test(value) ? String(Number(value) - 1) : `${value}x`;
  if (typeof value === "boolean") return !value;
  return value === null ? "" : null;
}

function changed(value: unknown, path: Path, mutation: Mutation): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== "object" || value === null) return altered(value, mutation);
  const entries = Object.entries(value).flatMap(([name, part]): [string, unknown][] => {
    if (name !== String(key)) return [[name, part]];
    if (rest.length > 0) return [[name, changed(part, rest, mutation)]];
    if (mutation.change === "drop") return [];
    if (mutation.change === "rename") return [[typeof mutation.value === "string" ? mutation.value : "renamed", part]];
    return [[name, altered(part, mutation)]];
  });
  if (Array.isArray(value)) return entries.map(([, part]) => part);
  return Object.fromEntries(entries);
}

function altered(value: unknown, { change, value: by }: Mutation): unknown {
  if (change === "bound") return nearby(value);
  if (change === "add" && typeof value === "object" && value !== null && !Array.isArray(value))
    return { ...value, ...fromPairs([["extra", by]]), ...fromPairs([["__proto__", by]]) };
  if (change === "double" && Array.isArray(value)) return [...value, ...value];
  if (change === "wrap") return [value];
  return by;
}

/** Object.fromEntries makes a key of __proto__ an own one, as JSON does. */
const fromPairs = (pairs: readonly (readonly [string, unknown])[]): object => Object.fromEntries(pairs);

/** A body with one field off; what is no object is replaced whole. */
export function mutate(body: unknown, mutation: Mutation): unknown {
  const paths = pathsOf(body);
  const path = paths[mutation.at % Math.max(1, paths.length)] ?? [];
  if (path.length === 0) return mutation.change === "bound" ? body : mutation.value;
  return changed(body, path, mutation);
}
