import { useQuery } from "@tanstack/react-query";
import { type Actor, may } from "@yuanbiao/core/access";
import { isMine, ownTurns } from "./mine.ts";
import { readReports } from "./request.ts";

/** How much waits for a reader at the places of reporting. */
export interface Todo {
  readonly reports: number;
  readonly review: number;
  readonly verification: number;
}

const nothing: Todo = { reports: 0, review: 0, verification: 0 };

/** A park's people ask for their own reports, office and departments for those that have reached them. */
async function countTodo(actor: Actor, signal: AbortSignal): Promise<Todo> {
  if (ownTurns(actor).length > 0) {
    const own = await readReports({}, signal);
    return { ...nothing, reports: own.filter((report) => isMine(actor, report)).length };
  }
  const submitted = may(actor, "report.accept") ? await readReports({ state: "submitted" }, signal) : [];
  const taken = may(actor, "line.verify") ? await readReports({ state: "accepted" }, signal) : [];
  return {
    ...nothing,
    review: submitted.filter(({ turn }) => turn === "office").length,
    verification: taken.filter(({ turn }) => turn === "verifier").length,
  };
}

const fresh = 60_000;

/** Counts what waits for whoever is signed in; nothing while that is not known. */
export function useTodo(actor: Actor | undefined): Todo {
  const query = useQuery({
    queryKey: ["todo", actor?.account],
    queryFn: ({ signal }) => (actor === undefined ? nothing : countTodo(actor, signal)),
    enabled: actor !== undefined && may(actor, "report.read"),
    staleTime: fresh,
    refetchInterval: 5 * fresh,
  });
  return query.data ?? nothing;
}
