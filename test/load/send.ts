import { setTimeout as sleep } from "node:timers/promises";

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
  readonly body: unknown;
  readonly headers: Headers;
  /** How often it had to be sent. */
  readonly sent: number;
}

/** Said where a client stops waiting for a server that is gone for good. */
export class GaveUp extends Error {}

const pause = 50;
const again = new Set([502, 503, 507]);

function initOf({ method, cookie, body, form, version, key, prefer }: Sending): RequestInit {
  const headers = new Headers({ cookie });
  if (version !== undefined) headers.set("if-match", String(version));
  if (key !== undefined) headers.set("idempotency-key", key);
  if (prefer !== undefined) headers.set("prefer", prefer);
  if (form !== undefined) return { method, headers, body: form() };
  if (body === undefined) return { method, headers };
  headers.set("content-type", "application/json");
  return { method, headers, body: JSON.stringify(body) };
}

/** Sends until there is an answer that says what came of it, as a careful client does; nobody waits for longer than `seconds`. */
export async function sendUntilAnswered(
  target: Target,
  sending: Sending,
  { seconds = 300, isOver = () => false }: { seconds?: number; isOver?: () => boolean } = {},
): Promise<Answered> {
  const deadline = performance.now() + seconds * 1000;
  for (let sent = 1; ; sent += 1) {
    const begin = performance.now();
    const answer = await sendOnce(target, sending).catch(() => undefined);
    target.onAnswer?.(sending, answer?.status ?? 0, performance.now() - begin);
    if (answer !== undefined && !again.has(answer.status)) return { ...answer, sent };
    if (isOver() || performance.now() > deadline) throw new GaveUp(`${sending.method} ${sending.path}`);
    await sleep(pause);
  }
}

async function sendOnce(target: Target, sending: Sending): Promise<Omit<Answered, "sent">> {
  const response = await fetch(target.origin + sending.path, {
    ...initOf(sending),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
