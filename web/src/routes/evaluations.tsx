import { useEvaluations } from "../features/evaluation/query.ts";
import { RunList } from "../features/evaluation/run-list.tsx";
import { useObjections } from "../features/objection/query.ts";
import { SignedIn } from "../features/session/signed-in.tsx";
import { Loaded } from "../ui/state.tsx";

export function EvaluationsPage() {
  const runs = useEvaluations();
  const objections = useObjections().data ?? [];
  const open = new Map<string, number>();
  for (const { state, evaluation } of objections) {
    if (state === "open") open.set(evaluation.code, (open.get(evaluation.code) ?? 0) + 1);
  }
  return (
    <SignedIn right="evaluation.read">
      {(actor) => (
        <Loaded query={runs} lines={12} height={480}>
          {(items) => <RunList runs={items} actor={actor} open={open} />}
        </Loaded>
      )}
    </SignedIn>
  );
}
