import { createRootRoute, createRoute, lazyRouteComponent, retainSearchParams } from "@tanstack/react-router";
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

export const routeTree = rootRoute.addChildren([overview, areas, area, indicators, indicator, targets, target, tasks]);
