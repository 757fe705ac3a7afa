import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { makeRouter, readRoute } from "../route.ts";
import { Health, Ready } from "./shape.ts";

const open = { tag: "operation", query: {}, right: "everybody", params: {} } as const;

const read = readRoute({
  path: "/api/health",
  summary: "whether this process lives; it is not to be restarted for a database that is away",
  answer: Health,
  ...open,
});
const ready = readRoute({
  path: "/api/ready",
  summary: "whether this process is to be sent requests: its database answers, and it is not about to end",
  answer: Ready,
  ...open,
});

export function healthRoutes({ store, version, isDemo, life }: Context) {
  return makeRouter()
    .openapi(read, (request) =>
      request.json({ status: "ok" as const, version, engine: store.engine, demo: isDemo }, 200),
    )
    .openapi(ready, async (request) => {
      if (life.isStopping) throw new Refusal(503, "stopping");
      await store.readVersion();
      return request.json({ status: "ready" as const }, 200);
    });
}
