import type { Context } from "../context.ts";
import { paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { noBody, writeRoute } from "../write-route.ts";
import { createKey, listKeyViews, revokeKey } from "./manage.ts";
import { KeyId, KeyList, KeyView, NewKeyBody, NewKeyView } from "./shape.ts";

const manage = { tag: "accounts", right: "key.manage" } as const;
const own = { tag: "accounts", right: "key.own" } as const;
const toEnd = { method: "post", params: { id: KeyId }, body: noBody, answer: KeyView } as const;

const list = readRoute({
  ...{ path: "/api/keys", summary: "接口密钥 for data exchange, by id; without versions", answer: KeyList },
  ...{ query: paging, params: {} },
  ...manage,
});
const revoke = writeRoute({
  ...{ path: "/api/keys/{id}/revoke", summary: "ends a key at once" },
  ...toEnd,
  ...manage,
});
const create = writeRoute({
  ...{ method: "post", path: "/api/keys", summary: "makes a key of one's own, which is shown once", params: {} },
  ...{ body: NewKeyBody, answer: NewKeyView, isAnswerSecret: true },
  ...own,
});
const listOwn = readRoute({
  ...{ path: "/api/keys/own", summary: "one's own 接口密钥, by id", answer: KeyList },
  ...{ query: paging, params: {} },
  ...own,
});
const revokeOwn = writeRoute({
  ...{ path: "/api/keys/own/{id}/revoke", summary: "ends a key of one's own at once" },
  ...toEnd,
  ...own,
});

export function keyRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => request.json(await listKeyViews(context, request.req.valid("query")), 200))
    .openapi(revoke, async (request) =>
      request.json(await revokeKey(context, askerOf(request), request.req.valid("param")), 200),
    )
    .openapi(create, async (request) =>
      request.json(await createKey(context, askerOf(request), request.req.valid("json")), 200),
    )
    .openapi(listOwn, async (request) => {
      const { account } = askerOf(request).actor;
      return request.json(await listKeyViews(context, { account, ...request.req.valid("query") }), 200);
    })
    .openapi(revokeOwn, async (request) => {
      const asker = askerOf(request);
      const { account } = asker.actor;
      return request.json(await revokeKey(context, asker, { account, ...request.req.valid("param") }), 200);
    });
}
