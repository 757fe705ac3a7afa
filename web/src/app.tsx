import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { ApiError } from "./api.ts";
import { parseSearch, stringifySearch } from "./paths.ts";
import { routeTree } from "./routes/tree.ts";
import { startText } from "./text/text.ts";
import { Failure, NotFound } from "./ui/state.tsx";
import { isAnythingUnsaved } from "./unsaved.ts";

startText("zh-CN");

/**
 * Where a session is over, or a password must be changed first, the frame of the page learns of it and leads there; but not
 * away from what somebody is typing: that page says itself that it could not store it, and where to sign in beside it.
 */
function noteRefusal(error: Error): void {
  if (!(error instanceof ApiError)) return;
  if (error.code === "signed-out" && !isAnythingUnsaved()) queries.setQueryData(["session"], null);
  if (error.code === "password-change-required") void queries.invalidateQueries({ queryKey: ["session"] });
}

/** A refusal is not asked again; a network that fails is, twice. */
const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noteRefusal }),
  mutationCache: new MutationCache({ onError: noteRefusal }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
      refetchOnWindowFocus: false,
    },
  },
});

const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
