import { createRootRoute, createRoute, lazyRouteComponent, retainSearchParams } from "@tanstack/react-router";
import { parseSignIn } from "../features/auth/landing.ts";
import { kept, parseView } from "../paths.ts";
import { OverviewPage } from "./overview.tsx";
import { RootLayout } from "./root.tsx";

const rootRoute = createRootRoute({
  component: RootLayout,
  validateSearch: parseView,
  search: { middlewares: [retainSearchParams([...kept])] },
});

const getParentRoute = () => rootRoute;

/** The overview comes with the first load; every other page loads when it is opened. */
const overview = createRoute({ getParentRoute, path: "/", component: OverviewPage });
const areas = createRoute({
  getParentRoute,
  path: "/areas",
  component: lazyRouteComponent(() => import("./areas.tsx"), "AreasPage"),
});
const area = createRoute({
  getParentRoute,
  path: "/areas/$area",
  component: lazyRouteComponent(() => import("./area.tsx"), "AreaPage"),
});
const indicators = createRoute({
  getParentRoute,
  path: "/indicators",
  component: lazyRouteComponent(() => import("./indicators.tsx"), "IndicatorsPage"),
});
const indicator = createRoute({
  getParentRoute,
  path: "/indicators/$indicator",
  component: lazyRouteComponent(() => import("./indicator.tsx"), "IndicatorPage"),
});
const targets = createRoute({
  getParentRoute,
  path: "/targets",
  component: lazyRouteComponent(() => import("./targets.tsx"), "TargetsPage"),
});
const target = createRoute({
  getParentRoute,
  path: "/targets/$target",
  component: lazyRouteComponent(() => import("./target.tsx"), "TargetPage"),
});
const tasks = createRoute({
  getParentRoute,
  path: "/tasks",
  component: lazyRouteComponent(() => import("./tasks.tsx"), "TasksPage"),
});

const reports = createRoute({
  getParentRoute,
  path: "/reports",
  component: lazyRouteComponent(() => import("./reports.tsx"), "ReportsPage"),
});
const report = createRoute({
  getParentRoute,
  path: "/reports/$report",
  component: lazyRouteComponent(() => import("./report.tsx"), "OneReportPage"),
});
const review = createRoute({
  getParentRoute,
  path: "/review",
  component: lazyRouteComponent(() => import("./review.tsx"), "ReviewPage"),
});
const verification = createRoute({
  getParentRoute,
  path: "/verification",
  component: lazyRouteComponent(() => import("./verification.tsx"), "VerificationPage"),
});
const rounds = createRoute({
  getParentRoute,
  path: "/rounds",
  component: lazyRouteComponent(() => import("./rounds.tsx"), "RoundsPage"),
});
const newRound = createRoute({
  getParentRoute,
  path: "/rounds/new",
  component: lazyRouteComponent(() => import("./round.tsx"), "NewRoundPage"),
});
const round = createRoute({
  getParentRoute,
  path: "/rounds/$round",
  component: lazyRouteComponent(() => import("./round.tsx"), "OneRoundPage"),
});

const signIn = createRoute({
  getParentRoute,
  path: "/sign-in",
  validateSearch: parseSignIn,
  component: lazyRouteComponent(() => import("./sign-in.tsx"), "SignInPage"),
});
const ownAccount = createRoute({
  getParentRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("./account.tsx"), "OwnAccountPage"),
});
const accounts = createRoute({
  getParentRoute,
  path: "/accounts",
  component: lazyRouteComponent(() => import("./accounts.tsx"), "AccountsPage"),
});
const audit = createRoute({
  getParentRoute,
  path: "/audit",
  component: lazyRouteComponent(() => import("./audit.tsx"), "AuditPage"),
});
const operation = createRoute({
  getParentRoute,
  path: "/operation",
  component: lazyRouteComponent(() => import("./operation.tsx"), "OperationPage"),
});
const letters = createRoute({
  getParentRoute,
  path: "/letters",
  component: lazyRouteComponent(() => import("./letters.tsx"), "LettersPage"),
});
const checks = createRoute({
  getParentRoute,
  path: "/checks",
  component: lazyRouteComponent(() => import("./checks.tsx"), "ChecksPage"),
});

const schemes = createRoute({
  getParentRoute,
  path: "/schemes",
  component: lazyRouteComponent(() => import("./schemes.tsx"), "SchemesPage"),
});
const scheme = createRoute({
  getParentRoute,
  path: "/schemes/$scheme",
  component: lazyRouteComponent(() => import("./scheme.tsx"), "OneSchemePage"),
});

const evaluations = createRoute({
  getParentRoute,
  path: "/evaluations",
  component: lazyRouteComponent(() => import("./evaluations.tsx"), "EvaluationsPage"),
});
const evaluation = createRoute({
  getParentRoute,
  path: "/evaluations/$evaluation",
  component: lazyRouteComponent(() => import("./evaluation.tsx"), "OneEvaluationPage"),
});
const evaluationArea = createRoute({
  getParentRoute,
  path: "/evaluations/$evaluation/areas/$area",
  component: lazyRouteComponent(() => import("./evaluation-area.tsx"), "EvaluationAreaPage"),
});
const panels = createRoute({
  getParentRoute,
  path: "/panels",
  component: lazyRouteComponent(() => import("./panels.tsx"), "PanelsPage"),
});

const tracking = [overview, areas, area, indicators, indicator, targets, target, tasks] as const;
const reporting = [reports, report, review, verification, rounds, newRound, round] as const;
const people = [signIn, ownAccount, accounts, audit, operation, letters, checks] as const;
const assessing = [schemes, scheme, evaluations, evaluation, evaluationArea, panels] as const;
export const routeTree = rootRoute.addChildren([...tracking, ...reporting, ...people, ...assessing]);
