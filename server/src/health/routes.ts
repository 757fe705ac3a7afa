import type { Context } from "../context.ts";
import { makeRouter, readRoute } from "../route.ts";
import { Health } from "./shape.ts";

const read = readRoute({
  path: "/api/health",
  summary: "whether the server and its database answer",
  tag: "operation",
  answer: Health,
  query: {},
  right: "everybody",
  params: {},
});

export function healthRoutes({ store, version, isDemo }: Context) {
  return makeRouter().openapi(read, async (request) => {
    await store.readVersion();
    return request.json({ status: "ok" as const, version, engine: store.engine, demo: isDemo }, 200);
  });
}
