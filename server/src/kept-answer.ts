import type { Context as Request, TypedResponse } from "hono";
import { noteBytes } from "./body-bytes.ts";
import type { Variables } from "./variables.ts";

const comma = Buffer.from(",");
const texts = new WeakMap<object, Buffer>();

/** The JSON of something that never changes: written once, for as long as it is kept. */
function textOf(item: object): Buffer {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const made = Buffer.from(JSON.stringify(item));
  texts.set(item, made);
  return made;
}

/** Answers with bytes that are kept for all who ask: made once, they go through no stream. */
function answerWith<Answer extends object>(
  request: Request<Variables>,
  bytes: Buffer<ArrayBuffer>,
  answer: Answer,
): Response & TypedResponse<Answer, 200, "json"> {
  const response = request.body(bytes, 200, { "content-type": "application/json" });
  noteBytes(response, bytes);
  return Object.assign(response, { _data: answer, _status: 200 as const, _format: "json" as const });
}

/** Answers with what is kept until something of it changes. */
export function keptAnswer<Answer extends object>(request: Request<Variables>, answer: Answer) {
  return answerWith(request, Buffer.from(JSON.stringify(answer)), answer);
}

/**
 * Answers with a list whose items are kept from one answer to the next: of hundreds of rows, those of one area have
 * changed, and only they are written anew.
 */
export function keptList<Item extends object, Rest extends object>(
  request: Request<Variables>,
  items: Item[],
  rest: Rest,
) {
  const parts = items.flatMap((item, at) => (at === 0 ? [textOf(item)] : [comma, textOf(item)]));
  const tail = JSON.stringify(rest).slice(1);
  const bytes = Buffer.concat([Buffer.from('{"items":['), ...parts, Buffer.from(tail === "}" ? "]}" : `],${tail}`)]);
  return answerWith<{ items: Item[] } & Rest>(request, bytes, { items, ...rest });
}
