import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** Where to send; it changes when a server is started anew. */
export interface Target {
  origin: string;
  /** Is told of every answer, and of every time that none came (status 0). */
  readonly onAnswer?: (sending: Sending, status: number, milliseconds: number) => void;
}

export interface Sending {
  readonly method: string;
  readonly path: string;
  readonly cookie: string;
  readonly body?: unknown;
  readonly form?: () => FormData;
  readonly version?: number;
  /** Makes a repeated request one. */
  readonly key?: string;
  readonly prefer?: string;
}

export interface Answered {
  readonly status: number;
  /** Unpacked and read when somebody looks at it: five hundred people do that on machines of their own. */
  readonly body: unknown;
  readonly headers: Headers;
  /** How often it had to be sent. */
  readonly sent: number;
}

/** Said where a client stops waiting for a server that is gone for good. */
export class GaveUp extends Error {}

const pause = 50;
const again = new Set([502, 503, 507]);

/** A request as it is put on the wire. */
interface Wire {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

async function wireOf({ cookie, body, form, version, key, prefer }: Sending): Promise<Wire> {
  const headers: Record<string, string> = { cookie, "accept-encoding": "br, gzip" };
  if (version !== undefined) headers["if-match"] = String(version);
  if (key !== undefined) headers["idempotency-key"] = key;
  if (prefer !== undefined) headers["prefer"] = prefer;
  if (form !== undefined) {
    const encoded = new Response(form());
    const type = encoded.headers.get("content-type") ?? "";
    return { headers: { ...headers, "content-type": type }, body: Buffer.from(await encoded.arrayBuffer()) };
  }
  if (body === undefined) return { headers, body };
  return { headers: { ...headers, "content-type": "application/json" }, body: Buffer.from(JSON.stringify(body)) };
}

/** Sends until there is an answer that says what came of it, as a careful client does; nobody waits for longer than `seconds`. */
export async function sendUntilAnswered(
  target: Target,
  sending: Sending,
  { seconds = 300, isOver = () => false }: { seconds?: number; isOver?: () => boolean } = {},
): Promise<Answered> {
  const deadline = performance.now() + seconds * 1000;
  for (let sent = 1; ; sent += 1) {
    const wire = await wireOf(sending);
    const begin = performance.now();
    const came = await exchange(target.origin, sending, wire).catch(() => undefined);
    target.onAnswer?.(sending, came?.status ?? 0, (came?.at ?? performance.now()) - begin);
    if (came !== undefined && !again.has(came.status)) return answeredBy(came, sent);
    if (isOver() || performance.now() > deadline) throw new GaveUp(`${sending.method} ${sending.path}`);
    await sleep(pause);
  }
}

const agent = new Agent({ keepAlive: true });
const mostMilliseconds = 20_000;

/** What came over the wire, and when its last byte did: to unpack it is the reader's own time. */
interface Came {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly at: number;
}

function exchange(origin: string, { method, path }: Sending, { headers, body }: Wire): Promise<Came> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(body.length) };
    const signal = AbortSignal.timeout(mostMilliseconds);
    const sent = request(origin + path, { method, agent, signal, headers: { ...headers, ...length } });
    sent.on("error", reject);
    sent.on("response", (response) => {
      const parts: Buffer[] = [];
      response.on("error", reject);
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const { statusCode: status = 0, headersDistinct } = response;
        const found = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        );
        resolve({ status, headers: new Headers(found), bytes: Buffer.concat(parts), at: performance.now() });
      });
    });
    sent.end(body);
  });
}

function answeredBy(came: Came, sent: number): Answered {
  const { status, headers } = came;
  let seen: { readonly body: unknown } | undefined;
  return {
    ...{ status, headers, sent },
    get body() {
      seen ??= { body: bodyOf(came) };
      return seen.body;
    },
  };
}

function bodyOf({ headers, bytes }: Came): unknown {
  const encoding = headers.get("content-encoding");
  const plain = encoding === "br" ? brotliDecompressSync(bytes) : encoding === "gzip" ? gunzipSync(bytes) : bytes;
  const isJson = (headers.get("content-type") ?? "").includes("json");
  return isJson ? JSON.parse(plain.toString()) : plain.toString();
}
