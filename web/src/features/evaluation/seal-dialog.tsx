import { ApiError } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useAct } from "./query.ts";
import { type Evaluation, sealRun } from "./request.ts";

/** So many reasons are said in the dialog; the results view has them all. */
const mostSaid = 30;

/** Seals a run; where it is refused, the reasons are said at once. */
export function SealDialog({ evaluation, onClose }: { evaluation: Evaluation; onClose: () => void }) {
  const { say } = useText();
  const act = useAct(() => sealRun(evaluation));
  return (
    <Dialog
      title={say("evaluation.dialog.sealTitle")}
      action={say("evaluation.dialog.sealAction")}
      isBusy={act.isPending}
      error={act.error === null ? undefined : <SealRefused error={act.error} />}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      <p>{say("evaluation.dialog.sealText", { count: evaluation.members.length })}</p>
    </Dialog>
  );
}

function SealRefused({ error }: { error: Error }) {
  const { say } = useText();
  if (!(error instanceof ApiError) || error.faults.length === 0) return <>{error.message}</>;
  const { faults, more } = error;
  const left = Math.max(0, faults.length - mostSaid) + more;
  return (
    <>
      <p>{say("evaluation.dialog.sealRefused", { count: faults.length + more })}</p>
      <ul className="seal-faults">
        {faults.slice(0, mostSaid).map(({ field, code, detail }) => (
          <li key={`${field} ${code} ${detail}`}>{detail}</li>
        ))}
      </ul>
      {left > 0 && <p>{say("evaluation.dialog.sealMore", { count: left })}</p>}
    </>
  );
}
