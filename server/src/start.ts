import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { makeApp } from "./app.ts";
import type { Context } from "./context.ts";
import { answerKept } from "./fast-path.ts";
import { problemText } from "./text/problems.ts";

/** The server of a context, not yet listening. */
export function makeServer(context: Context): Server {
  const listener = getRequestListener(makeApp(context).fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
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

/** A request that is no HTTP, or too long to be read, gets a problem document as well. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const isLong = error.code === "HPE_HEADER_OVERFLOW";
  const [status, code] = isLong
    ? ["431 Request Header Fields Too Large", "too-long"]
    : ["400 Bad Request", "unreadable"];
  const { title, detail } = problemText("zh-CN", code);
  const problem = { type: `urn:yuanbiao:problem:${code}`, title, status: Number.parseInt(status, 10), code, detail };
  const body = JSON.stringify(problem);
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
