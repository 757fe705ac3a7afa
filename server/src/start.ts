import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { makeApp } from "./app.ts";
import type { Context } from "./context.ts";
import { answerKept } from "./fast-path.ts";

/** The server of a context, not yet listening. */
export function makeServer(context: Context): Server {
  const listener = getRequestListener(makeApp(context).fetch, { overrideGlobalObjects: false });
  return createServer((request, response) => {
    answerKept(context, request, response)
      .then((isAnswered) => (isAnswered ? undefined : listener(request, response)))
      .catch((error: unknown) => {
        context.logger.error({ err: error });
        response.destroy();
      });
  });
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
