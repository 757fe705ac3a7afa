import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A proxy that sends each request to the next of several servers, as the proxy of an installation does. */
export interface Balancer {
  readonly origin: string;
  /** The servers that requests are sent to from now on. */
  lead(origins: readonly string[]): void;
  close(): void;
}

export async function startBalancer(origins: readonly string[]): Promise<Balancer> {
  let targets = [...origins];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    turn += 1;
    const target = targets[turn % targets.length];
    if (target === undefined) outgoing.writeHead(502).end();
    else forward(target, incoming, outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    lead(next) {
      targets = [...next];
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A server that falls in the middle of a request leaves 502 behind: whoever asked does not know what came of it. */
function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming;
  const sent = ask(new URL(url ?? "/", target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
    answer.on("error", () => outgoing.destroy());
  });
  sent.on("error", () => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end();
  });
  incoming.pipe(sent);
}
