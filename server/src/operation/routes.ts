import type { Context } from "../context.ts";
import { makeRouter, readRoute } from "../route.ts";
import { readOperation } from "./read.ts";
import { OperationView } from "./shape.ts";

const read = readRoute({
  path: "/api/operation",
  summary: "运行状态: version, engine, sizes, the last backup, jobs, failed sign-ins",
  ...{ tag: "operation", right: "operation.read", answer: OperationView, query: {}, params: {} },
});

export function operationRoutes(context: Context) {
  return makeRouter().openapi(read, async (request) => request.json(await readOperation(context), 200));
}
