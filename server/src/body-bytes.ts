import type { Context as Request } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** The bytes of answers that were at hand when the answer was made: to read them out of its stream again takes a while. */
const known = new WeakMap<Response, Uint8Array<ArrayBuffer>>();

export function noteBytes(answer: Response, bytes: Uint8Array<ArrayBuffer>): void {
  known.set(answer, bytes);
}

/** The bytes of an answer that can still be read afterwards; undefined where only its stream has them. */
export function notedBytes(answer: Response): Uint8Array<ArrayBuffer> | undefined {
  return known.get(answer);
}

/** All that an answer consists of; its stream may have been read. */
export async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  return known.get(answer) ?? new Uint8Array(await answer.arrayBuffer());
}

/** Lets what a route answers in JSON keep its bytes beside it. */
export function noteJson(request: Request): void {
  const json = (answer: unknown, ...[status, headers]: JsonRest): Response => {
    const bytes = Buffer.from(JSON.stringify(answer));
    const response = request.body(bytes, status, { "content-type": "application/json", ...headers });
    noteBytes(response, bytes);
    return response;
  };
  Reflect.set(request, "json", json);
}
type JsonRest = [status?: ContentfulStatusCode, headers?: Record<string, string>];
