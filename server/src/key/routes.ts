import type { Context } from "../context.ts";
import { paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { noBody, writeRoute } from "../write-route.ts";
import { createKey, listKeyViews, revokeKey } from "./manage.ts";
import { KeyId, KeyList, KeyView, NewKeyBody, NewKeyView } from "./shape.ts";

const manage = { tag: "accounts", right: "key.manage" } as const;

const list = readRoute({
  ...{ path: "/api/keys", summary: "接口密钥 for data exchange, by id; without versions", answer: KeyList },
  ...{ query: paging, params: {} },
  ...manage,
});
const create = writeRoute({
  ...{ method: "post", path: "/api/keys", summary: "makes a key, which is shown once", params: {} },
  ...{ body: NewKeyBody, answer: NewKeyView, isAnswerSecret: true },
  ...manage,
});
const revoke = writeRoute({
  ...{ method: "post", path: "/api/keys/{id}/revoke", summary: "ends a key at once", params: { id: KeyId } },
  ...{ body: noBody, answer: KeyView },
  ...manage,
});

export function keyRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => request.json(await listKeyViews(context, request.req.valid("query")), 200))
    .openapi(create, async (request) =>
      request.json(await createKey(context, askerOf(request), request.req.valid("json")), 200),
    )
    .openapi(revoke, async (request) =>
      request.json(await revokeKey(context, askerOf(request), request.req.valid("param").id), 200),
    );
}
