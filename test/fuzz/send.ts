import { contentOf, tamper } from "./files.ts";
import type { Plan, PlannedBody, PlannedFile } from "./plan.ts";
import { versionOf } from "./versions.ts";
import type { World } from "./world.ts";

/** What came back, as far as it is judged. */
export interface Came {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** A request as it went out, to be told where something is amiss. */
export interface Sent {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** A text as its bytes say it: half a character has none, and stands as a mark. */
const whole = (text: string): string => Buffer.from(text).toString("utf8");
const escaped = (text: string): string => encodeURIComponent(whole(text));

function addressOf({ route, params, query }: Plan): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => escaped(params[name] ?? ""));
  const pairs = query.map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

/** The form that an upload wants, as its asker gets it from beside the address. */
async function formOf(world: World, address: string, headers: Record<string, string>): Promise<Uint8Array> {
  const name = address.startsWith("/api/rounds/") ? "workbook.xlsx" : "template.xlsx";
  const { authorization, cookie } = headers;
  const known = { ...(authorization !== undefined && { authorization }), ...(cookie !== undefined && { cookie }) };
  const response = await world.ask(address.replace(/upload.*$/, name), { headers: known });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : new Uint8Array();
}

async function bytesOf(
  world: World,
  { content, name }: PlannedFile,
  { address, headers }: { address: string; headers: Record<string, string> },
): Promise<Uint8Array> {
  if (content === null) return new Uint8Array();
  if (content !== "form" && content !== "tampered") return contentOf(content);
  const form = await formOf(world, address, headers);
  return content === "form" ? form : tamper(form, name);
}

/** A file name as the header of a form's part can say it: browsers escape these themselves. */
const part = (text: string): string => whole(text.replace(/[\r\n\0]/g, " "));

async function bodyOf(
  world: World,
  body: PlannedBody,
  { address, headers }: { address: string; headers: Record<string, string> },
): Promise<RequestInit> {
  if (body.kind === "none") return {};
  if (body.kind === "text") {
    // A text would be given a type; bytes are not.
    if (body.type === "") return { body: Buffer.from(body.text) };
    headers["content-type"] = body.type;
    return { body: body.text };
  }
  const form = new FormData();
  const { content, name } = body.file;
  if (content !== null) {
    const bytes = await bytesOf(world, body.file, { address, headers });
    form.set("file", new File([new Uint8Array(bytes)], part(name)));
  }
  for (const [field, value] of body.fields) form.append(part(field), whole(value));
  return { body: form };
}

async function headersOf(world: World, plan: Plan): Promise<Record<string, string>> {
  const { asker, headers, ifMatch, route, params } = plan;
  const own = await world.people.headersOf(asker);
  const needsVersion = route.parameters.some(({ name }) => name === "if-match");
  const [account = ""] = asker.split(":");
  const isRight = needsVersion && ifMatch === "right";
  const version = isRight ? String(await versionOf(world.context.store, route.path, params, account)) : ifMatch;
  const match = needsVersion && ifMatch !== "none" ? { "if-match": version } : {};
  return { ...own, ...headers, ...match };
}

/** Sends a planned request, in the process or over a socket. */
export async function send(world: World, plan: Plan): Promise<{ readonly sent: Sent; readonly came: Came }> {
  const address = addressOf(plan);
  const headers = await headersOf(world, plan);
  const { method } = plan.route;
  const init = { method, ...(await bodyOf(world, plan.body, { address, headers })), headers };
  const response = plan.isBySocket
    ? await fetch(`http://127.0.0.1:${world.port}${address}`, init)
    : await world.ask(address, init);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = plan.body.kind === "none" ? null : JSON.stringify(plan.body).slice(0, 4000);
  const told = Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== "cookie" && name !== "authorization"),
  );
  const text = Buffer.from(bytes).toString("utf8");
  return {
    sent: { method, address, headers: told, body },
    came: { status: response.status, headers: response.headers, text, bytes },
  };
}
