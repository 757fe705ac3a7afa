import type { MiddlewareHandler, Context as Request } from "hono";
import { requestId } from "hono/request-id";
import { accountRoutes } from "./account/routes.ts";
import { admit } from "./admit.ts";
import { areaRoutes } from "./area/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import { authRoutes } from "./auth/routes.ts";
import { noteJson } from "./body-bytes.ts";
import { bridgeRoutes } from "./bridge/routes.ts";
import { caliberRoutes } from "./caliber/routes.ts";
import { recordRead, systemArea } from "./change.ts";
import { withoutOutside } from "./characters.ts";
import { checkRoutes } from "./check/routes.ts";
import type { Context } from "./context.ts";
import { decisionRoutes } from "./decision/routes.ts";
import { departmentRoutes } from "./department/routes.ts";
import { docsRoutes } from "./docs/routes.ts";
import { documentRoutes } from "./document/routes.ts";
import { Refusal } from "./errors.ts";
import { evaluationPaperRoutes } from "./evaluation/paper-routes.ts";
import { evaluationReadRoutes, evaluationWriteRoutes } from "./evaluation/routes.ts";
import { evidenceRoutes } from "./evidence/routes.ts";
import { exportRoutes } from "./export/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import { hotReads } from "./hot-reads.ts";
import { indicatorRoutes } from "./indicator/routes.ts";
import { jobRoutes } from "./job/routes.ts";
import { keyRoutes } from "./key/routes.ts";
import { letterRoutes } from "./letter/routes.ts";
import { logLine } from "./log-line.ts";
import { objectionRoutes } from "./objection/routes.ts";
import { observationRoutes } from "./observation/routes.ts";
import { operationRoutes } from "./operation/routes.ts";
import { pageRoutes } from "./pages/routes.ts";
import { panelRoutes } from "./panel/routes.ts";
import { policyRoutes } from "./policy/routes.ts";
import { asRefusal, problemResponse } from "./problem.ts";
import { progressRoutes } from "./progress/routes.ts";
import { reportRoutes } from "./report/routes.ts";
import { roundRoutes } from "./round/routes.ts";
import { makeRouter } from "./route.ts";
import { schemeRoutes } from "./scheme/routes.ts";
import { scoringRoutes } from "./scoring/routes.ts";
import { headersFor } from "./security.ts";
import { seriesRoutes } from "./series/routes.ts";
import { summaryRoutes } from "./summary/routes.ts";
import { targetRoutes } from "./target/routes.ts";
import { taskRoutes } from "./task/routes.ts";
import type { Variables } from "./variables.ts";

/** The routes of the interface, chained so that their types reach the page's client. */
function apiRoutes(context: Context) {
  return makeRouter()
    .route("/", healthRoutes(context))
    .route("/", authRoutes(context))
    .route("/", accountRoutes(context))
    .route("/", keyRoutes(context))
    .route("/", jobRoutes(context))
    .route("/", policyRoutes(context))
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
    .route("/", summaryRoutes(context))
    .route("/", roundRoutes(context))
    .route("/", reportRoutes(context))
    .route("/", evidenceRoutes(context))
    .route("/", checkRoutes(context))
    .route("/", scoringRoutes())
    .route("/", schemeRoutes(context))
    .route("/", evaluationReadRoutes(context))
    .route("/", evaluationWriteRoutes(context))
    .route("/", evaluationPaperRoutes(context))
    .route("/", panelRoutes(context))
    .route("/", objectionRoutes(context))
    .route("/", auditRoutes(context))
    .route("/", operationRoutes(context))
    .route("/", exportRoutes(context))
    .route("/", letterRoutes(context))
    .route("/", bridgeRoutes(context))
    .route("/", decisionRoutes(context));
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

const description = [
  "Policy targets and the figures that reach them.",
  "Every route says in x-right who may use it; everybody needs no sign-in.",
  "Sign in by POST /api/auth/sign-in/username (a cookie), or send a key: Authorization: Bearer yb_….",
  "Every read of figures and definitions takes asOf; accounts, sessions and keys have no versions: their history is the audit trail.",
].join(" ");

const documentation = [
  ["/api/openapi.json", "this description", "application/json"],
  ["/api/docs", "this description, to read", "text/html"],
] as const;

/** Notes every request in the log, and adds the headers that every answer carries. */
function watch(context: Context): MiddlewareHandler<Variables> {
  const { logger, door } = context;
  const headers = Object.entries(headersFor(door.isSecure));
  return async (request, next) => {
    const begin = performance.now();
    noteJson(request);
    await next();
    if (request.get("isRenewal") === true) return;
    for (const [name, value] of headers) {
      if (!request.res.headers.has(name)) request.res.headers.set(name, value);
    }
    const { method, path } = request.req;
    const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
    const account = request.get("identity")?.actor.account;
    const { status } = request.res;
    const requestId = request.get("requestId");
    logger.info(logLine(context, { requestId, method, path, account, status, milliseconds }));
  };
}

/** Describes what is no route of a noun: the description itself and the page that shows it. */
function describe(app: ReturnType<typeof makeRouter>, version: string): void {
  for (const [path, summary, type] of documentation) {
    app.openAPIRegistry.registerPath({
      method: "get",
      path,
      summary,
      tags: ["documentation"],
      "x-right": "everybody",
      responses: { 200: { description: summary, content: { [type]: { schema: { type: "string" } } } } },
    });
  }
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: { title: "园标 Yuanbiao", version, description },
  });
}

/** Answers other methods on known addresses with 405 and what they take instead. */
function refuseOtherMethods(app: ReturnType<typeof makeRouter>): void {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of app.routes) {
    if (method === "ALL") continue;
    const taken = methods.get(path) ?? new Set();
    methods.set(path, taken.add(method));
  }
  // The narrower address first: a parameter would also match a name that has a route of its own.
  const parameters = ([path]: readonly [string, unknown]): number => path.split(":").length;
  for (const [path, taken] of [...methods].sort((a, b) => parameters(a) - parameters(b))) {
    const allow = [...(taken.has("GET") ? ["GET", "HEAD"] : []), ...[...taken].filter((method) => method !== "GET")];
    app.all(path, (request) => {
      request.header("allow", allow.join(", "));
      return problemResponse(request, new Refusal(405, "method-not-allowed"));
    });
  }
}

/** Answers what was thrown; an attempt that was denied to an account stands in the trail. */
async function answerFault(context: Context, error: unknown, request: Request<Variables>): Promise<Response> {
  const refusal = asRefusal(error, context.store);
  if (refusal.status >= 500) context.logger.error({ requestId: request.get("requestId"), err: error });
  if (refusal.status >= 503) request.header("retry-after", "5");
  const asker = request.get("asker");
  if (refusal.code === "forbidden" && asker !== undefined && asker !== null) {
    const { method, path } = request.req;
    const entry = {
      area: systemArea,
      action: "denied",
      subject: `${method} ${withoutOutside(path)}`,
      result: "denied",
    } as const;
    try {
      await recordRead(context, asker, entry);
    } catch (trouble) {
      // It is refused all the same; that it cannot be recorded is what the reader is told.
      context.logger.error({ requestId: request.get("requestId"), err: trouble });
      return problemResponse(request, asRefusal(trouble, context.store));
    }
  }
  return problemResponse(request, refusal);
}

/** The whole server as one function from request to response. */
export function makeApp(context: Context) {
  const app = makeRouter();
  app.use(requestId({ limitLength: 64, generator: () => crypto.randomUUID() }));
  app.use(watch(context));
  app.use("/api/*", admit(context));
  const kept = hotReads(context, async (request) => app.fetch(request));
  // A pattern with /* also matches the address before it: each noun has one, so that no answer is kept twice over.
  for (const noun of hot) app.use(`/api/${noun}/*`, kept);
  app.route("/", apiRoutes(context));
  describe(app, context.version);
  app.route("/", docsRoutes());
  refuseOtherMethods(app);
  app.notFound((request) => problemResponse(request, new Refusal(404, "not-found")));
  app.onError((error, request) => answerFault(context, error, request));
  if (context.pages !== null) app.route("/", pageRoutes(context.pages));
  return app;
}
