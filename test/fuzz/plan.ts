import fc from "fast-check";
import { type FileKind, fileKinds } from "./files.ts";
import { hostileText, hostileValue, type Mutation, mutate, mutation } from "./hostile.ts";
import type { FuzzedRoute, Interface } from "./routes.ts";
import type { Sample, Samples } from "./sample.ts";
import { type Knowledge, valuesFor } from "./schema.ts";

export type PlannedBody =
  | { readonly kind: "none" }
  | { readonly kind: "text"; readonly type: string; readonly text: string }
  | { readonly kind: "form"; readonly fields: readonly (readonly [string, string])[]; readonly file: PlannedFile };
export interface PlannedFile {
  readonly content: FileKind | null;
  readonly name: string;
}

/** A request as it will be sent; the version and the form of an upload are looked up when it is. */
export interface Plan {
  readonly route: FuzzedRoute;
  readonly asker: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly ifMatch: "right" | "none" | string;
  readonly body: PlannedBody;
  readonly isBySocket: boolean;
}

export interface Sources {
  readonly described: Interface;
  readonly knowledge: Knowledge;
  readonly samples: Samples;
  /** Real values of the parameters of a path. */
  valuesOf(path: string): Readonly<Record<string, readonly string[]>>;
  readonly askers: readonly string[];
  /** Who has a right, as the store was made. */
  holdersOf(route: FuzzedRoute): readonly string[];
}

const kept = <T>(value: T): fc.Arbitrary<T> => fc.constant(value);
const maybe = <T>(weight: number, arbitrary: fc.Arbitrary<T>, usual: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 100 - weight, arbitrary: kept(usual) }, { weight, arbitrary });

function textsOf(values: readonly string[] | undefined): fc.Arbitrary<string> {
  if (values === undefined || values.length === 0) return hostileText;
  return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: hostileText });
}

function paramsOf({ path }: FuzzedRoute, { valuesOf }: Sources): fc.Arbitrary<Record<string, string>> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const values = valuesOf(path);
  return fc.record(Object.fromEntries(names.map((name) => [name, textsOf(values[name])])));
}

const asText = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

/** Pairs of a query: some of the parameters, now and then one twice or one that is none. */
function queryOf({ parameters }: FuzzedRoute, { knowledge }: Sources): fc.Arbitrary<[string, string][]> {
  const own = parameters.filter((parameter) => parameter.in === "query");
  const pair = own.map(({ name, schema, required }) => {
    const value = valuesFor(schema, knowledge, { name, depth: 0 }).map((one): [string, string][] => [
      [name, asText(one)],
    ]);
    return fc.oneof({ weight: required ? 9 : 2, arbitrary: value }, { weight: required ? 1 : 5, arbitrary: kept([]) });
  });
  const known = fc.tuple(...pair).map((found) => found.flat());
  const twice = known.map((found) => [...found, ...found.slice(0, 1)]);
  const strange = fc
    .tuple(known, hostileText, hostileText)
    .map(([found, a, b]): [string, string][] => [...found, [a, b]]);
  return fc.oneof({ weight: 20, arbitrary: known }, { weight: 1, arbitrary: twice }, { weight: 1, arbitrary: strange });
}

const junk = [
  ...["", "{", "[]", "null", '"x"', "{}{}", '{"a":1,"a":2}', '{"__proto__":{"polluted":1}}', "\u{feff}{}", "<a/>"],
  ...['{"comment":"\\u0000"}', '{"comment":"\\ud800"}', `${"[".repeat(20_000)}`, `${'{"a":'.repeat(5000)}1`, "1e999"],
  ...[`{"a":"${"x".repeat(1_100_000)}"}`],
];
/** The first: none at all. */
const types = [
  "",
  "application/json",
  "application/json; charset=utf-16",
  "Application/JSON",
  "text/plain",
  "text/html",
];
const otherTypes = [
  ...types,
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/xml",
];

const json = (text: string, type = "application/json"): PlannedBody => ({ kind: "text", type, text });
const jsonOf = (value: unknown): PlannedBody => json(JSON.stringify(value) ?? "null");
const mutated = (value: unknown, mutations: readonly Mutation[]): unknown => mutations.reduce(mutate, value);

function textBody(sample: unknown, arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<PlannedBody> {
  const nearly = fc.array(mutation, { minLength: 1, maxLength: 2 }).map((off) => jsonOf(mutated(sample, off)));
  const odd = fc.oneof(
    hostileValue.map(jsonOf),
    fc.constantFrom(...junk).map((text) => json(text)),
    fc.constantFrom(...otherTypes).map((type) => json(JSON.stringify(sample), type)),
  );
  return fc.oneof(
    { weight: 40, arbitrary: kept(jsonOf(sample)) },
    { weight: 38, arbitrary: nearly },
    { weight: 12, arbitrary: arbitrary.map(jsonOf) },
    { weight: 10, arbitrary: odd },
  );
}

function formBody({ form = {}, file = "form" }: Sample): fc.Arbitrary<PlannedBody> {
  const usual = Object.entries(form);
  const off = fc
    .tuple(fc.nat(20), hostileText)
    .map(([at, text]): [string, string][] =>
      usual.map(([name, value], index) => [name, index === at % Math.max(1, usual.length) ? text : value]),
    );
  const more = fc.tuple(hostileText, hostileText).map((pair): [string, string][] => [...usual, pair]);
  const twice = kept([...usual, ...usual.slice(0, 1)]);
  const kinds: fc.Arbitrary<FileKind | null> = maybe(30, fc.constantFrom(...fileKinds, null), file);
  const named = fc.record({ content: kinds, name: maybe(40, hostileText, "文件.xlsx") });
  const fields = fc.oneof({ weight: 5, arbitrary: kept(usual) }, { weight: 3, arbitrary: off }, more, twice);
  return fc.tuple(fields, named).map(([pairs, one]): PlannedBody => ({ kind: "form", fields: pairs, file: one }));
}

const noBody: fc.Arbitrary<PlannedBody> = kept({ kind: "none" });

function bodyOf({ body, method }: FuzzedRoute, sample: Sample, { knowledge }: Sources): fc.Arbitrary<PlannedBody> {
  if (body === null) return method === "GET" ? noBody : kept(json("{}"));
  const isForm = body.type === "multipart/form-data";
  const own = isForm ? formBody(sample) : textBody(sample.body ?? {}, valuesFor(body.schema, knowledge));
  return isForm ? maybe(5, kept(json("{}", "multipart/form-data")), { kind: "none" as const }).chain(() => own) : own;
}

const headerText = hostileText.filter((text) => /^[\x20-\x7e]{0,5000}$/.test(text));
const otherHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 20, arbitrary: kept({}) },
  { weight: 3, arbitrary: kept({ "accept-language": "en" }) },
  fc
    .constantFrom("accept-language", "if-none-match", "accept", "x-forwarded-for", "x-request-id", "accept-encoding")
    .chain((name) => headerText.map((text) => ({ [name]: text }))),
  kept({ prefer: "respond-async" }),
  fc.constantFrom("https://evil.example", "null").map((origin) => ({ origin })),
  headerText.map((text) => ({ "x-http-method-override": "DELETE", range: text })),
  fc.constantFrom("Basic YTph", "Bearer yb_x", "Bearer ").map((authorization) => ({ authorization })),
);
const keys: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 12, arbitrary: kept({}) },
  { weight: 2, arbitrary: fc.constantFrom("k1", "k2").map((key) => ({ "idempotency-key": key })) },
  headerText.map((key) => ({ "idempotency-key": key })),
);
const versions: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: kept("right") },
  { weight: 2, arbitrary: fc.constantFrom("none", "0", "1", '"1"', "999999999", "9999999999", "*", 'W/"1"') },
  headerText,
);

/** A request of a route: as a sample says it, or with each of its parts off now and then. */
function planOf(route: FuzzedRoute, sources: Sources): fc.Arbitrary<Plan> {
  const samples = sources.samples[route.name] ?? [];
  const holders = sources.holdersOf(route);
  const anybody = fc.constantFrom(...sources.askers);
  const someHolder = holders.length === 0 ? anybody : fc.constantFrom(...holders);
  const free: fc.Arbitrary<Sample | null> = kept(null);
  const chosen = samples.length === 0 ? free : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...samples) }, free);
  return chosen.chain((sample) => {
    const usual = sample ?? samples[0] ?? { who: "leader" };
    const asker = fc.oneof(
      { weight: sample === null ? 0 : 10, arbitrary: kept(usual.who) },
      { weight: 4, arbitrary: someHolder },
      { weight: 3, arbitrary: anybody },
    );
    const params = paramsOf(route, sources);
    const query = queryOf(route, sources);
    return fc.record({
      ...{ route: kept(route), asker, ifMatch: versions, body: bodyOf(route, usual, sources) },
      params: sample?.params === undefined ? params : maybe(15, params, { ...sample.params }),
      query: sample?.query === undefined ? query : maybe(30, query, Object.entries(sample.query)),
      headers: fc.tuple(otherHeaders, keys).map(([some, key]) => ({ ...some, ...key })),
      isBySocket: fc.integer({ min: 0, max: 19 }).map((draw) => draw === 0),
    });
  });
}

/** Routes whose answers take long to make are asked less often, those that need a certain state more. */
const weightOf = ({ path, name }: FuzzedRoute): number => {
  if (/report\.docx|archive\.zip|ranking\.xlsx|audit\/verify|change-password|second-factor\/[ed]/.test(path)) return 2;
  return /what-if|analysis|try-out|reset-password|sign-in/.test(name) ? 3 : name.startsWith("GET ") ? 5 : 8;
};

/** Requests of every route. */
export function plans(sources: Sources): fc.Arbitrary<Plan> {
  const { routes } = sources.described;
  return fc.oneof(...routes.map((route) => ({ weight: weightOf(route), arbitrary: planOf(route, sources) })));
}
