import type { Context } from "@yuanbiao/server/context";
import type { People } from "./people.ts";
import type { Sources } from "./plan.ts";
import type { FuzzedRoute } from "./routes.ts";
import type { Sample } from "./sample.ts";
import type { Schema } from "./schema.ts";
import { versionOf } from "./versions.ts";
import type { Ask } from "./world.ts";

/** Fields whose texts are no words: days, numbers and names of things. */
const fixed =
  /(On|By|Until|From|To)$|^(day|until|period|value|username|password|currentPassword|newPassword|token|code|state|account|scheme|text|judges|reports?|evidence|indicators?|page|from|to|text|decidedBy)$/;
const worded = new Set(["decidedBy", "confirmedBy"]);
const isFixed = (name: string): boolean => fixed.test(name) && !worded.has(name);
const isText = ({ type, pattern, enum: options, format }: Schema): boolean =>
  (type === "string" || (Array.isArray(type) && type.includes("string"))) &&
  pattern === undefined &&
  options === undefined &&
  format === undefined;

/** A store whose every text that somebody can write says what was given. */
export interface Poisoned {
  /** The fields that were written, as `POST /api/rounds name`. */
  readonly written: ReadonlySet<string>;
  /** Fields that take words and were never taken. */
  readonly refused: ReadonlySet<string>;
}

interface Poison {
  readonly text: string;
  readonly named: Readonly<Record<string, Schema>>;
  readonly found: Set<string>;
}

function poisoned(value: unknown, schema: Schema | undefined, { text, named, found }: Poison, name = ""): unknown {
  const own = schema?.$ref === undefined ? schema : named[schema.$ref.split("/").at(-1) ?? ""];
  if (own === undefined) return value;
  if (Array.isArray(value)) return value.map((part) => poisoned(part, own.items, { text, named, found }, name));
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(([field, part]) => [
      field,
      poisoned(part, own.properties?.[field], { text, named, found }, field),
    ]);
    return Object.fromEntries(fields);
  }
  if (!isText(own) || isFixed(name) || (typeof value !== "string" && value !== null)) return value;
  found.add(name);
  return text.slice(0, own.maxLength ?? 1000);
}

const isFormText = (name: string): boolean => name === "note" || name === "issuer";

function formOf({ form = {} }: Sample, text: string): FormData {
  const made = new FormData();
  made.set("file", new File(["%PDF-1.7\n", text], `${text.replaceAll("/", "")}.pdf`));
  for (const [name, value] of Object.entries(form)) made.set(name, isFormText(name) ? text : value);
  return made;
}

const isAside = ({ path, method, body }: FuzzedRoute): boolean =>
  method === "GET" || body === null || /^\/api\/(auth|policy|jobs)|upload$|\/(publish|seal|state)$/.test(path);

interface Ground {
  readonly context: Context;
  readonly people: People;
  readonly sources: Sources;
  readonly ask: Ask;
}

/** Sends what the samples of a route say with a text in every field that takes words; gives the fields that took it. */
async function poisonRoute(ground: Ground, route: FuzzedRoute, texts: readonly string[]) {
  const { context, people, sources, ask } = ground;
  const [written, tried] = [new Set<string>(), new Set<string>()];
  for (const [at, sample] of (sources.samples[route.name] ?? []).slice(0, mostSamples).entries()) {
    const text = texts[at % texts.length] ?? "";
    const found = new Set<string>();
    const isForm = route.body?.type === "multipart/form-data";
    const body = poisoned(sample.body, route.body?.schema, { text, named: sources.described.named, found });
    if (isForm) for (const name of ["file name", ...Object.keys(sample.form ?? {}).filter(isFormText)]) found.add(name);
    if (found.size === 0) continue;
    const params = sample.params ?? {};
    const address = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    const version = await versionOf(context.store, route.path, params, sample.who);
    const type: Record<string, string> = isForm ? {} : { "content-type": "application/json" };
    const headers = { ...(await people.headersOf(sample.who)), ...type, "if-match": String(version) };
    const sent = isForm ? formOf(sample, text) : JSON.stringify(body);
    const { ok } = await ask(address, { method: route.method, headers, body: sent });
    for (const name of found) (ok ? written : tried).add(`${route.name} ${name}`);
  }
  return { written, tried };
}

const isStep = ({ path }: FuzzedRoute): boolean => path.endsWith("/stage");
const mostSamples = 6;

/** Writes texts into every field of every route that takes words, as people who may do so. */
export async function poison(ground: Ground, texts: readonly string[]): Promise<Poisoned> {
  const [written, refused] = [new Set<string>(), new Set<string>()];
  const routes = ground.sources.described.routes.filter((one) => !isAside(one));
  // A run that has gone on takes no statements any more.
  for (const route of routes.toSorted((a, b) => Number(isStep(a)) - Number(isStep(b)))) {
    const found = await poisonRoute(ground, route, texts);
    for (const name of found.written) written.add(name);
    for (const name of found.tried) refused.add(name);
  }
  for (const name of written) refused.delete(name);
  return { written, refused };
}
