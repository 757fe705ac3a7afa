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
  const office = may(actor, "report.accept") ? officeTasks : [];
  const review = await Promise.all(office.map((task) => readReports(task, signal)));
  const taken = may(actor, "line.verify") ? await readReports({ turn: "verifier" }, signal) : [];
  return {
    ...nothing,
    review: new Set(review.flat().map(({ id }) => id)).size,
    verification: taken.length,
  };
}

/** What waits for the office: to be reviewed, to be adopted, to be answered. */
const officeTasks = [{ turn: "office" }, { turn: "adoption" }, { asking: "true" }] as const;

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
