import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { useAct } from "./query.ts";
import { type Evaluation, replaceRun } from "./request.ts";

/** The code proposed for the run after: lz-2018 → lz-2018-2 → lz-2018-3. */
export function nextCode({ id, assessment }: Pick<Evaluation, "id" | "assessment">): string {
  const count = id.startsWith(`${assessment}-`) ? Number(id.slice(assessment.length + 1)) : 1;
  return `${assessment}-${Number.isInteger(count) ? count + 1 : 2}`;
}

/** A new run for one whose numbers changed after 公示. */
export function ReplaceDialog({ evaluation, onClose }: { evaluation: Evaluation; onClose: () => void }) {
  const { say } = useText();
  const navigate = useNavigate();
  const [id, setId] = useState(nextCode(evaluation));
  const [reason, setReason] = useState("");
  const act = useAct(() => replaceRun(evaluation, id.trim(), reason.trim()));
  const open = () =>
    void navigate({ to: "/evaluations/$evaluation", params: { evaluation: id.trim() }, search: { view: "process" } });
  return (
    <Dialog
      title={say("evaluation.dialog.replaceTitle")}
      action={say("evaluation.next.replace")}
      isReady={id.trim() !== "" && reason.trim() !== ""}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: open })}
    >
      <p>{say("evaluation.dialog.replaceText")}</p>
      <TextField
        label={say("evaluation.dialog.replaceId")}
        most={64}
        value={id}
        error={toldOf(act.error, "id")}
        onChange={setId}
      />
      <TextArea label={say("evaluation.dialog.replaceReason")} value={reason} most={4000} onChange={setReason} />
    </Dialog>
  );
}
