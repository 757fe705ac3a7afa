import { getPolicy } from "@yuanbiao/db/queries/account";
import type { Context } from "../context.ts";
import { paging } from "../parameters.ts";
import { makeRouter, readRoute } from "../route.ts";
import { askerOf } from "../variables.ts";
import { versionedWriteRoute } from "../write-route.ts";
import { listFailures, setPolicy } from "./manage.ts";
import { FailureList, PolicyBody, PolicyView } from "./shape.ts";

const read = readRoute({
  ...{ path: "/api/policy", summary: "安全策略: sessions, locks, passwords", answer: PolicyView },
  ...{ tag: "accounts", right: "policy.read", query: {}, params: {} },
});
const set = versionedWriteRoute({
  ...{ method: "put", path: "/api/policy", summary: "sets the 安全策略", body: PolicyBody, answer: PolicyView },
  ...{ tag: "accounts", right: "policy.manage", params: {} },
});
const failures = readRoute({
  ...{ path: "/api/policy/sign-in-failures", summary: "sign-ins that failed, the newest first", answer: FailureList },
  ...{ tag: "accounts", right: "policy.read", query: paging, params: {} },
});

export function policyRoutes(context: Context) {
  return makeRouter()
    .openapi(read, async (request) => request.json(await getPolicy(context.store), 200))
    .openapi(set, async (request) => {
      const { "if-match": version } = request.req.valid("header");
      const wanted = { version, policy: request.req.valid("json") };
      return request.json(await setPolicy(context, askerOf(request), wanted), 200);
    })
    .openapi(failures, async (request) => request.json(await listFailures(context, request.req.valid("query")), 200));
}
