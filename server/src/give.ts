import { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { bytesOf } from "./body-bytes.ts";

/** A finished answer. */
export interface Finished {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
  readonly body: Uint8Array;
}

export function give(response: ServerResponse, { status, headers, body }: Finished): void {
  const named: Record<string, string | string[]> = {};
  for (const [name, value] of headers) {
    const known = named[name];
    named[name] = known === undefined ? value : [known, value].flat();
  }
  if (body.length > 0) named["content-length"] = String(body.length);
  response.writeHead(status, named).end(body);
}

/**
 * Sends an answer in JSON in one piece, and gives what tells the listener so; all others go on as they are. The listener
 * would read it as a stream, piece by piece, and wait a turn of the clock for its end.
 */
export async function giveJson(answer: Response, outgoing: unknown): Promise<Response> {
  const type = answer.headers.get("content-type") ?? "";
  if (!/^application\/(problem\+)?json/.test(type) || !(outgoing instanceof ServerResponse)) return answer;
  const body = await bytesOf(answer);
  if (!outgoing.destroyed) give(outgoing, { status: answer.status, headers: answer.headers, body });
  return RESPONSE_ALREADY_SENT;
}
