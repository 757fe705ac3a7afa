import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { Refusal } from "../errors.ts";
import type { Variables } from "../route.ts";

/** The built page: assets by name for a year, everything else the one document that finds its own way. */
export function pageRoutes(folder: string) {
  return new Hono<Variables>()
    .use("/assets/*", async (request, next) => {
      await next();
      if (request.res.ok) request.header("cache-control", "public, max-age=31536000, immutable");
    })
    .use("/assets/*", serveStatic({ root: folder, precompressed: true }))
    .use("/assets/*", () => {
      throw new Refusal(404, "not-found");
    })
    .get("/mark.svg", serveStatic({ root: folder, path: "mark.svg" }))
    .get("*", async (request) => {
      if (/^\/api(\/|$)/.test(request.req.path)) throw new Refusal(404, "not-found");
      request.header("cache-control", "no-cache");
      return request.html(await readFile(join(folder, "index.html"), "utf8"));
    });
}
