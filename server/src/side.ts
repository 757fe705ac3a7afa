import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Visit } from "./door.ts";
import { give } from "./give.ts";
import type { Who } from "./identity.ts";
import type { FromSide, KeptBody, Renewal, SideRequest, ToSide } from "./side-message.ts";

/**
 * A second thread with the same interface: what takes long (assessments, papers, jobs) is done there, and this thread
 * goes on answering everybody else.
 */
export interface Side {
  /** Whether it can take a request at this moment. */
  isReady(): boolean;
  /** Hands a request over; false where this thread must answer it itself. */
  answer(request: IncomingMessage, response: ServerResponse, from: From): Promise<boolean>;
  /** Has a kept answer made again, when there is time. */
  renew(renewal: Renewal): void;
  /** Bytes that its heap holds; null while it cannot be asked. */
  heapUsed(): Promise<number | null>;
  /** Says that there is a job to be done. */
  nudge(): void;
  /** Lets it put down what it is doing, and ends it. */
  stop(): Promise<void>;
}

/** What the thread cannot find out by itself. */
export interface SideGiven {
  readonly secret: string;
  readonly origin: string;
  readonly isDemo: boolean;
}

/** Where a request comes from, and who asks where that was found already. */
interface From {
  readonly visit: Visit;
  readonly who?: Who | null | undefined;
}

interface SideOptions {
  readonly given: SideGiven;
  /** Takes an answer that the thread has made for all who ask. */
  readonly onKept: (key: string, body: KeptBody) => void;
  /** Takes the lines that the thread would log. */
  readonly log: (line: string) => void;
  /** Answers who asked a thread that fell. */
  readonly refuse: (response: ServerResponse) => void;
  /** Is told where the thread ended by itself; a new one is on its way. */
  readonly onFall: (error: unknown) => void;
  /** The thread itself; a test gives one that falls. */
  readonly makeWorker?: (given: SideGiven) => Worker;
}

const megabyte = 1024 * 1024;
/**
 * Below two gigabytes the engine lets a heap grow to twice what it held after the last clearing, above to four times. What
 * this thread makes again and again is soon given up, and the pages that it once took are not given back.
 */
const mostHeapMegabytes = 2000;

function sideThread(given: SideGiven): Worker {
  const own = getHeapStatistics().heap_size_limit / megabyte;
  const resourceLimits = { maxOldGenerationSizeMb: Math.floor(Math.min(own, mostHeapMegabytes)) };
  return new Worker(new URL("./side-thread.ts", import.meta.url), { workerData: given, resourceLimits });
}

const mostBodyBytes = 1024 * 1024;
const mostWaiting = 200;
const restMilliseconds = 1000;
const stopMilliseconds = 8000;
/** Who asks for numbers does not wait until a long query is done. */
const patienceMilliseconds = 1000;
/**
 * Assessments, whose answers but the first two rest on a run; what is computed over targets and their figures, which that thread has at
 * hand, as it makes them again at each change; and every file that is made for its reader.
 */
const long =
  /^\/api\/(evaluations|announcements|summary|progress|series)(\/|\?|$)|^\/api\/[^?]*\.(docx|xlsx|zip)(\?|$)/;

/** The list of assessments, and one without its results: read as they stand. */
const stored = /^\/api\/evaluations(\/[^/?]+)?(\?|$)/;

/** Whether a request is one that may take long. */
export function isLong({ method, url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">): boolean {
  if (!long.test(url) || (method === "GET" && stored.test(url))) return false;
  const type = headers["content-type"] ?? "";
  return !type.startsWith("multipart/") && Number(headers["content-length"] ?? 0) <= mostBodyBytes;
}

export function startSide(options: SideOptions): Side {
  const { given, log, onFall, onKept, refuse, makeWorker = sideThread } = options;
  const waiting = new Map<number, ServerResponse>();
  let worker: Worker | undefined;
  let isReady = false;
  let isStopping = false;
  let onStopped: (() => void) | undefined;
  let lastId = 0;

  const hear = (message: FromSide): void => {
    if (message.kind === "ready") isReady = true;
    else if (message.kind === "log") log(message.line);
    else if (message.kind === "kept") onKept(message.key, message.body);
    else if (message.kind === "stopped") onStopped?.();
    else {
      const response = waiting.get(message.id);
      waiting.delete(message.id);
      if (response !== undefined && !response.destroyed) give(response, message);
    }
  };
  const fall = (error: unknown): void => {
    isReady = false;
    for (const response of waiting.values()) refuse(response);
    waiting.clear();
    if (isStopping) return;
    onFall(error);
    setTimeout(start, restMilliseconds);
  };
  const start = (): void => {
    const made = makeWorker(given);
    let isOver = false;
    const once = (error: unknown): void => {
      if (isOver) return;
      isOver = true;
      fall(error);
    };
    made.on("message", hear);
    made.on("error", once);
    made.on("exit", (code) => once(new Error(`the side thread ended with ${code}`)));
    worker = made;
  };
  start();

  return {
    isReady: () => isReady,
    async answer(request, response, { visit, who = null }) {
      if (!isReady || waiting.size >= mostWaiting) return false;
      const body = await bodyOf(request);
      if (body === undefined) {
        response.writeHead(413, { connection: "close" }).end();
        return true;
      }
      lastId += 1;
      const id = lastId;
      waiting.set(id, response);
      response.on("close", () => waiting.delete(id));
      const sent: SideRequest = { kind: "request", id, ...headOf(request), body, ...visit, who };
      worker?.postMessage(sent);
      return true;
    },
    renew: (renewal) => {
      if (isReady) worker?.postMessage({ kind: "renew", ...renewal } satisfies ToSide);
    },
    async heapUsed() {
      if (!isReady || worker === undefined) return null;
      const heap = worker.getHeapStatistics().then(
        (statistics) => statistics.used_heap_size,
        () => null,
      );
      return Promise.race([heap, sleep(patienceMilliseconds, null, { ref: false })]);
    },
    nudge: () => worker?.postMessage({ kind: "nudge" } satisfies ToSide),
    async stop() {
      isStopping = true;
      if (!isReady) return void (await worker?.terminate());
      const stopped = new Promise<void>((resolve) => {
        onStopped = resolve;
        setTimeout(resolve, stopMilliseconds).unref();
      });
      worker?.postMessage({ kind: "stop" } satisfies ToSide);
      await stopped;
      await worker?.terminate();
    },
  };
}

function headOf({ method = "GET", url = "/", rawHeaders }: IncomingMessage) {
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.push([rawHeaders[at] ?? "", rawHeaders[at + 1] ?? ""]);
  return { method, url, headers };
}

/** The body of a request, null where it has none, undefined where it is longer than is taken here. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null | undefined> {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > mostBodyBytes) return undefined;
    parts.push(bytes);
  }
  return length === 0 ? null : new Uint8Array(Buffer.concat(parts));
}
