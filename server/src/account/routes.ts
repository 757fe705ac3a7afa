import type { Context } from "../context.ts";
import { paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { noBody, versionedWriteRoute, writeRoute } from "../write-route.ts";
import { createAccount } from "./create.ts";
import { editAccount, removeSecondFactor, resetPassword, unlockAccount } from "./edit.ts";
import { setGrants } from "./grant.ts";
import * as shape from "./shape.ts";
import { accountView, getAccount, listAccountViews } from "./view.ts";

const one = { tag: "accounts", params: { account: shape.Username } } as const;
const manage = { ...one, right: "account.manage" } as const;

const list = readRoute({
  ...{ path: "/api/accounts", summary: "账号, by user name; without versions: the audit trail is their history" },
  ...{ tag: "accounts", right: "account.read", answer: shape.AccountList, query: paging, params: {} },
});
const read = readRoute({
  ...{ path: "/api/accounts/{account}", summary: "one 账号", answer: shape.AccountView, query: {} },
  ...{ ...one, right: "account.read" },
});
const create = writeRoute({
  ...{ method: "post", path: "/api/accounts", summary: "makes an account; its first password is shown once" },
  ...{ tag: "accounts", right: "account.manage", params: {}, isAnswerSecret: true },
  ...{ body: shape.NewAccountBody, answer: shape.FirstPassword },
});
const edit = versionedWriteRoute({
  ...{ method: "patch", path: "/api/accounts/{account}", summary: "changes or disables an account" },
  ...{ body: shape.AccountChangeBody, answer: shape.AccountView },
  ...manage,
});
const reset = writeRoute({
  ...{ method: "post", path: "/api/accounts/{account}/reset-password", summary: "gives a new first password" },
  ...{ body: noBody, answer: shape.FirstPassword, isAnswerSecret: true },
  ...manage,
});
const unlock = writeRoute({
  ...{ method: "post", path: "/api/accounts/{account}/unlock", summary: "lifts a lock before its time" },
  ...{ body: noBody, answer: shape.AccountView },
  ...manage,
});
const removeFactor = writeRoute({
  ...{ method: "post", path: "/api/accounts/{account}/remove-second-factor", summary: "for a device that was lost" },
  ...{ body: noBody, answer: shape.AccountView },
  ...manage,
});
const grant = versionedWriteRoute({
  ...{ method: "put", path: "/api/accounts/{account}/grants", summary: "gives an account its roles, all of them" },
  ...{ ...one, right: "grant.manage", body: shape.GrantsBody, answer: shape.AccountView },
});

export function accountRoutes(context: Context) {
  return makeRouter()
    .openapi(list, async (request) => request.json(await listAccountViews(context, request.req.valid("query")), 200))
    .openapi(read, async (request) => {
      const row = await getAccount(context, request.req.valid("param").account);
      return request.json(accountView(row, context.clock()), 200);
    })
    .openapi(create, async (request) =>
      request.json(await createAccount(context, askerOf(request), request.req.valid("json")), 200),
    )
    .openapi(edit, async (request) => {
      const { "if-match": version } = request.req.valid("header");
      const wanted = { id: request.req.valid("param").account, version, body: request.req.valid("json") };
      return request.json(await editAccount(context, askerOf(request), wanted), 200);
    })
    .openapi(reset, async (request) =>
      request.json(await resetPassword(context, askerOf(request), request.req.valid("param").account), 200),
    )
    .openapi(unlock, async (request) =>
      request.json(await unlockAccount(context, askerOf(request), request.req.valid("param").account), 200),
    )
    .openapi(removeFactor, async (request) =>
      request.json(await removeSecondFactor(context, askerOf(request), request.req.valid("param").account), 200),
    )
    .openapi(grant, async (request) => {
      const { "if-match": version } = request.req.valid("header");
      const { grants } = request.req.valid("json");
      const wanted = { id: request.req.valid("param").account, version, grants };
      return request.json(await setGrants(context, askerOf(request), wanted), 200);
    });
}
