import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Hono } from "hono";
import { Refusal } from "../errors.ts";
import type { Variables } from "../route.ts";
import { securityHeaders } from "../security.ts";

const folder = join(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"), "..");

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>园标 接口说明 · API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const start = `window.ui = SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null });
`;

const files: Record<string, string> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

/** The documentation's own styles set attributes from script, so this one page allows inline styles. */
const documentationPolicy = securityHeaders["content-security-policy"].replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline'",
);

/** The description of the interface, drawn by files of this installation alone. */
export function docsRoutes() {
  return new Hono<Variables>()
    .get("/api/docs", (request) => {
      request.header("content-security-policy", documentationPolicy);
      return request.html(page);
    })
    .get("/api/docs/start.js", (request) =>
      request.body(start, 200, { "content-type": "text/javascript; charset=utf-8" }),
    )
    .get("/api/docs/:file", async (request) => {
      const file = request.req.param("file");
      const type = files[file];
      if (type === undefined || !Object.hasOwn(files, file)) throw new Refusal(404, "not-found");
      return request.body(new Uint8Array(await readFile(join(folder, file))), 200, { "content-type": type });
    });
}
