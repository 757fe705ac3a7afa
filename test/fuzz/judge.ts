import { type Actor, may } from "@yuanbiao/core/access";
import { languages } from "@yuanbiao/server/language";
import { securityHeaders } from "@yuanbiao/server/security";
import { Problem } from "@yuanbiao/server/shape";
import { problemText } from "@yuanbiao/server/text/problems";
import { partsOf } from "../support/parts.ts";
import { leaked } from "./canary.ts";
import type { Plan } from "./plan.ts";
import type { FuzzedRoute } from "./routes.ts";
import type { Came, Sent } from "./send.ts";
import type { World } from "./world.ts";

/** What only an inside would say: drivers, statements, frames of a stack, folders, hashes of passwords. */
const insides: readonly RegExp[] = [
  /SQLITE_|SqliteError|PostgresError|DrizzleQueryError|DatabaseError|ECONNREFUSED|ENOENT|EACCES/,
  /syntax error at|duplicate key value|violates \w+ constraint|constraint failed|no such (?:table|column)|relation "/,
  /\n\s+at \S+ \(|node:internal|node_modules|\.ts:\d+|ZodError|TypeError|RangeError|\[object Object\]/,
  /\$argon2id|select "|insert into "|update "\w+" set|\/tmp\/yuanbiao/,
];
const texts = /^(application\/(problem\+)?json|application\/x-ndjson|text\/)/;
const packed = /^application\/(zip|vnd\.openxmlformats)/;
const known = /^(application\/|image\/|text\/(html|css|javascript))/;
const isHtml = (path: string): boolean => path.startsWith("/api/docs");
/** A file is shown within a page of ours, and as nothing but a picture or a sheet: it has headers of its own. */
const isShown = (path: string): boolean => path.startsWith("/api/evidence/");

const general = languages.map((language) => problemText(language, "").detail);
/** Whether a code has a sentence of its own; two of them say no more than that something is amiss. */
const isWorded = (code: string, detail: string): boolean =>
  ["bad-parameter", "bad-value"].includes(code) || !general.includes(detail);

function problemFaults({ status, headers, text }: Came): string[] {
  if (status < 400) return [];
  if (!(headers.get("content-type") ?? "").startsWith("application/problem+json")) return ["no problem document"];
  try {
    const problem = Problem.parse(JSON.parse(text));
    const said = [problem, ...(problem.errors ?? [])].filter(({ code, detail }) => !isWorded(code, detail));
    const wordless = said.map(({ code }) => `code without words: ${code}`);
    return problem.status === status ? wordless : [...wordless, `problem of ${problem.status}`];
  } catch {
    return ["no problem document"];
  }
}

function headerFaults({ status, headers }: Came, path: string): string[] {
  const lacking = Object.entries(securityHeaders).flatMap(([name, value]) =>
    headers.get(name) === value || ((isHtml(path) || isShown(path)) && headers.has(name)) ? [] : [`lacks ${name}`],
  );
  const injected = headers.has("x-injected") ? ["a header was injected"] : [];
  const type = headers.get("content-type") ?? "";
  const odd = status !== 304 && !known.test(type) ? [`type ${type}`] : [];
  const html = type.startsWith("text/html") && !isHtml(path) ? ["answers with HTML"] : [];
  return [...lacking, ...injected, ...odd, ...html];
}

/** Whether one of the routes that a request may have met lets this asker in. */
function hasRight(actor: Actor | null, routes: readonly FuzzedRoute[], { method, address }: Sent): boolean {
  const { pathname } = new URL(address, "http://localhost");
  const met = routes.filter(
    ({ method: own, path }) => own === method && new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname),
  );
  return met.some(({ right }) => {
    if (right === "everybody") return true;
    // One's own session is everybody's who signed in, without a role too; no key has one.
    if (right === "session.own" && actor !== null && actor.keyScope === null) return true;
    return may(actor, right);
  });
}

/** What of an inside a text tells. */
export const insideOf = (text: string): string[] => insides.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);

/** What an answer says in words: its text, or those of the parts of an Office file or an archive. */
function wordsOf({ status, headers, text, bytes }: Came): string {
  const type = headers.get("content-type") ?? "";
  if (texts.test(type)) return text;
  if (status !== 200 || !packed.test(type)) return "";
  const parts = partsOf(bytes, "").filter(({ name }) => /\.(xml|json|txt|csv)$/.test(name));
  return parts.map((part) => Buffer.from(part.bytes).toString("utf8")).join("\n");
}

function leaks(came: Came, { secrets, actor }: { secrets: readonly string[]; actor: Actor | null }): string[] {
  const headers = [...came.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const said = `${headers}\n${wordsOf(came)}`;
  const inside = insideOf(said);
  const kept = secrets.filter((secret) => said.includes(secret)).map((secret) => `a secret (${secret.slice(0, 6)}…)`);
  return [...inside, ...kept, ...leaked(said, actor)].map((what) => `tells ${what}`);
}

/** Everything that is amiss with an answer by itself; what it did to the store is looked at apart. */
export async function judge(world: World, plan: Plan, { sent, came }: { sent: Sent; came: Came }): Promise<string[]> {
  const { people, sources, faults } = world;
  // Whoever says something else than their key or session is nobody.
  const actor = plan.headers.authorization === undefined ? await people.actorOf(plan.asker) : null;
  const isDone = came.status >= 200 && came.status < 400;
  const own = actor?.account;
  const others = people.secrets.filter((secret) => !Object.values(sent.headers).includes(secret));
  return [
    ...(came.status >= 500 ? [`status ${came.status}: ${faults.at(-1)?.slice(0, 1500) ?? ""}`] : []),
    ...problemFaults(came),
    ...headerFaults(came, plan.route.path),
    ...leaks(came, { secrets: others, actor }),
    ...(isDone && !hasRight(actor, sources.described.routes, sent) ? [`${own ?? "nobody"} has no right to this`] : []),
  ];
}
