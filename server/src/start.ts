import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { noteVisit } from "./admit.ts";
import { makeApp } from "./app.ts";
import type { Context } from "./context.ts";
import { receive, type VisitRefusal } from "./door.ts";
import { answerKept } from "./fast-path.ts";
import { giveJson } from "./give.ts";
import { tellMetrics } from "./metrics-answer.ts";
import { headersFor } from "./security.ts";
import { isLong, type Side } from "./side.ts";
import { problemText } from "./text/problems.ts";

interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
}

interface ServerOptions {
  readonly tls?: Tls | null;
  /** The thread that takes what is long; without one everything is answered here. */
  readonly side?: Side | null;
  /** Who has it reads `/metrics`; without one nobody does. */
  readonly metricsToken?: string | null;
}

/**
 * Who sends its head a byte at a time, or takes no part of its answer, must not hold a connection for ever; an upload over
 * a slow line may take its time. Between two requests a proxy in front keeps a connection for a minute.
 */
const patience = {
  headersTimeout: 20_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5000,
};
const silenceMilliseconds = 300_000;
const mostHeaders = 200;

/** The server of a context, not yet listening; over TLS where a certificate is given. */
export function makeServer(
  context: Context,
  { tls = null, side = null, metricsToken = null }: ServerOptions = {},
): Server {
  const app = makeApp(context);
  const listener = getRequestListener(async (request, env) => giveJson(await app.fetch(request, env), env.outgoing), {
    overrideGlobalObjects: false,
  });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const visit = receive(context.door, request.headers, request.socket.remoteAddress);
    if (typeof visit === "string" || !namesPath(request)) {
      refuseVisit(context, typeof visit === "string" ? visit : "unreadable", response);
      return;
    }
    context.metrics.note(request, response);
    if (metricsToken !== null && request.url === "/metrics") {
      void tellMetrics(context, { request, response, token: metricsToken });
      return;
    }
    answerKept(context, request, response)
      .then(async ({ how, who }) => {
        const isFar = how === "long" || (how === "unknown" && isLong(request));
        if (how === "answered" || (isFar && (await side?.answer(request, response, { visit, who })))) return undefined;
        noteVisit(request, { ...visit, ...who });
        return listener(request, response);
      })
      .catch((error: unknown) => {
        context.logger.error({ err: error });
        response.destroy();
      });
  };
  // A request without a Host is refused by the door, with a problem document like the others.
  const ways = { requireHostHeader: false, ...patience };
  const server =
    tls === null ? createServer(ways, answer) : createTlsServer({ ...ways, ...tls, minVersion: "TLSv1.2" }, answer);
  server.setTimeout(silenceMilliseconds);
  server.maxHeadersCount = mostHeaders;
  server.on("checkExpectation", (_request, response) => refuseVisit(context, "unreadable", response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => refuseUnreadable(context, error, socket));
  return server;
}

/** Whether a request asks for an address: `OPTIONS *` asks for none. */
const namesPath = ({ url = "" }: IncomingMessage): boolean => /^(\/|https?:)/.test(url);

const visitStatuses = { misdirected: 421, "not-by-proxy": 403, "clear-text": 403, unreadable: 400 } as const;

/** A request that did not come as it should gets a problem document, and nothing of it is looked at. */
function refuseVisit({ door }: Context, code: VisitRefusal | "unreadable", response: ServerResponse): void {
  const status = visitStatuses[code];
  const type = "application/problem+json; charset=utf-8";
  response.writeHead(status, { ...headersFor(door.isSecure), "content-type": type });
  response.end(problemBody(status, code));
}

/** Who asked a thread that ended is told to ask again. */
export function refuseOverloaded({ door }: Context, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) return;
  const type = "application/problem+json; charset=utf-8";
  response.writeHead(503, { ...headersFor(door.isSecure), "content-type": type, "retry-after": "5" });
  response.end(problemBody(503, "overloaded"));
}

function problemBody(status: number, code: string): string {
  const { title, detail } = problemText("zh-CN", code);
  return JSON.stringify({ type: `urn:yuanbiao:problem:${code}`, title, status, code, detail, instance: "" });
}

/** A request that is no HTTP, or too long to be read, gets a problem document as well. */
function refuseUnreadable({ door }: Context, error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const isLong = error.code === "HPE_HEADER_OVERFLOW";
  const [status, code] = isLong
    ? ["431 Request Header Fields Too Large", "too-long"]
    : ["400 Bad Request", "unreadable"];
  const body = problemBody(Number.parseInt(status, 10), code);
  const type = "application/problem+json; charset=utf-8";
  const ends = { "content-length": String(Buffer.byteLength(body)), connection: "close" };
  const headers = Object.entries({ ...headersFor(door.isSecure), "content-type": type, ...ends });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n${body}`);
}

/** Listens, and gives the port that was taken (one of the system's where 0 was asked for). */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
