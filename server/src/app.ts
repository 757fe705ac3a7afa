import { requestId } from "hono/request-id";
import { areaRoutes } from "./area/routes.ts";
import { caliberRoutes } from "./caliber/routes.ts";
import type { Context } from "./context.ts";
import { departmentRoutes } from "./department/routes.ts";
import { docsRoutes } from "./docs/routes.ts";
import { documentRoutes } from "./document/routes.ts";
import { Refusal } from "./errors.ts";
import { healthRoutes } from "./health/routes.ts";
import { hotReads } from "./hot-reads.ts";
import { indicatorRoutes } from "./indicator/routes.ts";
import { observationRoutes } from "./observation/routes.ts";
import { pageRoutes } from "./pages/routes.ts";
import { asRefusal, problemResponse } from "./problem.ts";
import { progressRoutes } from "./progress/routes.ts";
import { makeRouter } from "./route.ts";
import { securityHeaders } from "./security.ts";
import { seriesRoutes } from "./series/routes.ts";
import { summaryRoutes } from "./summary/routes.ts";
import { targetRoutes } from "./target/routes.ts";
import { taskRoutes } from "./task/routes.ts";

/** The routes of the interface, chained so that their types reach the page's client. */
function apiRoutes(context: Context) {
  return makeRouter()
    .route("/", healthRoutes(context))
    .route("/", areaRoutes(context))
    .route("/", indicatorRoutes(context))
    .route("/", caliberRoutes(context))
    .route("/", documentRoutes(context))
    .route("/", departmentRoutes(context))
    .route("/", taskRoutes(context))
    .route("/", targetRoutes(context))
    .route("/", observationRoutes(context))
    .route("/", progressRoutes(context))
    .route("/", seriesRoutes(context))
    .route("/", summaryRoutes(context));
}

/** What the page's client is typed by. */
export type AppType = ReturnType<typeof apiRoutes>;

const hot = [
  "areas",
  "indicators",
  "calibers",
  "documents",
  "departments",
  "tasks",
  "targets",
  "observations",
  "progress",
  "series",
  "summary",
];

const documentation = [
  ["/api/openapi.json", "this description", "application/json"],
  ["/api/docs", "this description, to read", "text/html"],
] as const;

/** The whole server as one function from request to response. */
export function makeApp(context: Context) {
  const app = makeRouter();
  app.use(requestId({ limitLength: 64, generator: () => crypto.randomUUID() }));
  app.use(async (request, next) => {
    const begin = performance.now();
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!request.res.headers.has(name)) request.header(name, value);
    }
    const { method, path } = request.req;
    const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
    context.logger.info({
      requestId: request.get("requestId"),
      method,
      path,
      status: request.res.status,
      milliseconds,
    });
  });
  const kept = hotReads(context, async (request) => app.fetch(request));
  // A pattern with /* also matches the address before it: each noun has one, so that no answer is kept twice over.
  for (const noun of hot) app.use(`/api/${noun}/*`, kept);
  app.route("/", apiRoutes(context));
  for (const [path, summary, type] of documentation) {
    app.openAPIRegistry.registerPath({
      method: "get",
      path,
      summary,
      tags: ["documentation"],
      responses: { 200: { description: summary, content: { [type]: { schema: { type: "string" } } } } },
    });
  }
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "园标 Yuanbiao",
      version: context.version,
      description: "Policy targets and the figures that reach them",
    },
  });
  app.route("/", docsRoutes());
  const paths = new Set(app.routes.filter(({ method }) => method === "GET").map(({ path }) => path));
  for (const path of paths) {
    app.all(path, (request) => {
      request.header("allow", "GET, HEAD");
      return problemResponse(request, new Refusal(405, "method-not-allowed"));
    });
  }
  app.notFound((request) => problemResponse(request, new Refusal(404, "not-found")));
  app.onError((error, request) => {
    const refusal = asRefusal(error);
    if (refusal.status === 500) context.logger.error({ requestId: request.get("requestId"), err: error });
    return problemResponse(request, refusal);
  });
  if (context.pages !== null) app.route("/", pageRoutes(context.pages));
  return app;
}
