import { isQuantity } from "@yuanbiao/core/quantity";
import { useId, useState } from "react";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ChoiceField, TextArea } from "../../ui/field.tsx";
import { useAct, useResults } from "./query.ts";
import { type Criterion, type Evaluation, fileStatement, signOff } from "./request.ts";

interface DialogParts {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** Which of the reader's own areas; not asked where there is one. */
function AreaChoice({
  evaluation,
  area,
  onChange,
}: { area: string; onChange: (code: string) => void } & Pick<DialogParts, "evaluation">) {
  const { say } = useText();
  if (evaluation.mine.length < 2) return null;
  return (
    <ChoiceField
      label={say("evaluation.dialog.area")}
      value={area}
      options={evaluation.mine.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={onChange}
    />
  );
}

function useArea({ mine }: Evaluation) {
  const [area, setArea] = useState(mine[0]?.code ?? "");
  return { area, setArea, name: mine.find(({ code }) => code === area)?.name ?? area };
}

/** 自评: a park's own view of its points, with what it wants to say. */
export function SelfDialog({ evaluation, onClose }: DialogParts) {
  const { say } = useText();
  const { area, setArea, name } = useArea(evaluation);
  const [note, setNote] = useState("");
  const [points, setPoints] = useState<Readonly<Record<string, string>>>({});
  const criteria = useResults(evaluation.id).data?.criteria ?? [];
  const filled = Object.entries(points).flatMap(([code, text]) => (text.trim() === "" ? [] : [[code, text.trim()]]));
  const isGood = filled.every(([, text]) => isQuantity(text ?? ""));
  const act = useAct(() =>
    fileStatement(evaluation.id, {
      ...{ kind: "self-assessed", area, note: orNull(note), points: Object.fromEntries(filled) },
    }),
  );
  return (
    <Dialog
      title={say("evaluation.dialog.selfTitle")}
      action={say("evaluation.dialog.selfAction")}
      isReady={isGood && (filled.length > 0 || note.trim() !== "")}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      <AreaChoice evaluation={evaluation} area={area} onChange={setArea} />
      <p>{say("evaluation.dialog.selfText", { area: name })}</p>
      <div className="members">
        {criteria.map((criterion) => (
          <SelfPoint
            key={criterion.code}
            criterion={criterion}
            text={points[criterion.code] ?? ""}
            onChange={(text) => setPoints({ ...points, [criterion.code]: text })}
          />
        ))}
      </div>
      <TextArea label={say("evaluation.dialog.selfNote")} value={note} most={4000} onChange={setNote} />
    </Dialog>
  );
}

interface PointParts {
  readonly criterion: Criterion;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function SelfPoint({ criterion: { name }, text, onChange }: PointParts) {
  const { say } = useText();
  const id = useId();
  const isBad = text.trim() !== "" && !isQuantity(text.trim());
  return (
    <div className="self-points">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        className="input"
        inputMode="decimal"
        value={text}
        aria-invalid={isBad}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="field-error">{isBad && say("evaluation.dialog.bad")}</span>
    </div>
  );
}

/** 反馈核对: a park has seen the figures that it is scored by. */
export function ConfirmDialog({ evaluation, onClose }: DialogParts) {
  const { say } = useText();
  const { area, setArea, name } = useArea(evaluation);
  const [note, setNote] = useState("");
  const act = useAct(() => fileStatement(evaluation.id, { kind: "confirmed", area, note: orNull(note), points: {} }));
  return (
    <Dialog
      title={say("evaluation.dialog.confirmTitle")}
      action={say("evaluation.dialog.confirmAction")}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      <AreaChoice evaluation={evaluation} area={area} onChange={setArea} />
      <p>{say("evaluation.dialog.confirmText", { area: name })}</p>
      <TextArea label={say("evaluation.dialog.note")} value={note} most={4000} onChange={setNote} />
    </Dialog>
  );
}

/** 部门核定: a department stands by the figures of its indicators. */
export function SignDialog({ evaluation, onClose }: DialogParts) {
  const { say } = useText();
  const [note, setNote] = useState("");
  const act = useAct(() => signOff(evaluation.id, orNull(note)));
  return (
    <Dialog
      title={say("evaluation.dialog.signTitle")}
      action={say("evaluation.dialog.signAction")}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      <p>{say("evaluation.dialog.signText")}</p>
      <TextArea label={say("evaluation.dialog.note")} value={note} most={4000} onChange={setNote} />
    </Dialog>
  );
}
