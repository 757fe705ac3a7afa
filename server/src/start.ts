import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { noteVisit } from "./admit.ts";
import { makeApp } from "./app.ts";
import type { Context } from "./context.ts";
import { receive, type VisitRefusal } from "./door.ts";
import { answerKept } from "./fast-path.ts";
import { headersFor } from "./security.ts";
import { problemText } from "./text/problems.ts";

interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** The server of a context, not yet listening; over TLS where a certificate is given. */
export function makeServer(context: Context, tls: Tls | null = null): Server {
  const listener = getRequestListener(makeApp(context).fetch, { overrideGlobalObjects: false });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const visit = receive(context.door, request.headers, request.socket.remoteAddress);
    if (typeof visit === "string") {
      refuseVisit(context, visit, response);
      return;
    }
    answerKept(context, request, response)
      .then((isAnswered) => {
        if (isAnswered) return undefined;
        noteVisit(request, visit);
        return listener(request, response);
      })
      .catch((error: unknown) => {
        context.logger.error({ err: error });
        response.destroy();
      });
  };
  const server = tls === null ? createServer(answer) : createTlsServer({ ...tls, minVersion: "TLSv1.2" }, answer);
  server.on("clientError", refuseUnreadable);
  return server;
}

const visitStatuses = { misdirected: 421, "not-by-proxy": 403, "clear-text": 403 } as const;

/** A request that did not come as it should gets a problem document, and nothing of it is looked at. */
function refuseVisit({ door }: Context, code: VisitRefusal, response: ServerResponse): void {
  const status = visitStatuses[code];
  const type = "application/problem+json; charset=utf-8";
  response.writeHead(status, { ...headersFor(door.isSecure), "content-type": type });
  response.end(problemBody(status, code));
}

function problemBody(status: number, code: string): string {
  const { title, detail } = problemText("zh-CN", code);
  return JSON.stringify({ type: `urn:yuanbiao:problem:${code}`, title, status, code, detail, instance: "" });
}

/** A request that is no HTTP, or too long to be read, gets a problem document as well. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const isLong = error.code === "HPE_HEADER_OVERFLOW";
  const [status, code] = isLong
    ? ["431 Request Header Fields Too Large", "too-long"]
    : ["400 Bad Request", "unreadable"];
  const body = problemBody(Number.parseInt(status, 10), code);
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/problem+json; charset=utf-8\r\n`;
  socket.end(`${head}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
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
