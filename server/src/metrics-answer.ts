import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "./context.ts";
import { headersFor } from "./security.ts";

/** Answers who has the token; for everybody else there is nothing here. */
export async function tellMetrics(
  context: Context,
  { request, response, token }: { request: IncomingMessage; response: ServerResponse; token: string },
): Promise<void> {
  const headers = headersFor(context.door.isSecure);
  if (!isSame(request.headers.authorization ?? "", `Bearer ${token}`)) {
    response.writeHead(404, headers).end();
    return;
  }
  try {
    const { type, text } = await context.metrics.tell();
    response.writeHead(200, { ...headers, "content-type": type, "cache-control": "no-store" }).end(text);
  } catch (error) {
    context.logger.error({ err: error });
    response.writeHead(503, headers).end();
  }
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
