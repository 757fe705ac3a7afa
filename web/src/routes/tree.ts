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

export const routeTree = rootRoute.addChildren([overview]);
