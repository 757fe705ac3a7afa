import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { makeApp } from "./app.ts";
import type { Context } from "./context.ts";
import { answerKept } from "./fast-path.ts";
import { isLoopback, securityHeaders } from "./security.ts";
import { problemText } from "./text/problems.ts";

/** The server of a context, not yet listening. */
export function makeServer(context: Context): Server {
  const listener = getRequestListener(makeApp(context).fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    if (!isNamedAsLoopback(request.headers.host)) {
      response.writeHead(421, { ...securityHeaders, "content-type": "application/problem+json; charset=utf-8" });
      response.end(problemBody(421, "misdirected"));
      return;
    }
    answerKept(context, request, response)
      .then((isAnswered) => (isAnswered ? undefined : listener(request, response)))
      .catch((error: unknown) => {
        context.logger.error({ err: error });
        response.destroy();
      });
  });
  server.on("clientError", refuseUnreadable);
  return server;
}

/** Whether a request was meant for this machine: a page of elsewhere must not reach it under a name of its own. */
function isNamedAsLoopback(host: string | undefined): boolean {
  const name = (host ?? "").replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return isLoopback(name);
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
