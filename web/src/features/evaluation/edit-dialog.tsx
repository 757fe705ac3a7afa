import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Area } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { blankRun, bodyOf, draftOf, isWritten, type RunDraft } from "./draft.ts";
import { useAct, useAreas, useBothNames, useSchemes } from "./query.ts";
import { type Evaluation, editEvaluation, makeEvaluation } from "./request.ts";
import { RunForm } from "./run-form.tsx";

interface EditParts {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}

/** Changes whom a run is of, or by which scheme, before it is sealed; opens when its names are known in both languages. */
export function EditDialog({ evaluation, onClose }: EditParts) {
  const names = useBothNames(evaluation.id).data;
  const areas = useAreas(true).data;
  if (names === undefined || areas === undefined) return null;
  return <Editing evaluation={evaluation} initial={draftOf(evaluation, names)} areas={areas} onClose={onClose} />;
}

function Editing({ evaluation, initial, areas, onClose }: EditParts & { initial: RunDraft; areas: readonly Area[] }) {
  const { say } = useText();
  const schemes = useSchemes(true).data ?? [];
  const [draft, setDraft] = useState(initial);
  const act = useAct(() => {
    const { name, nameEn, scheme, members } = bodyOf(draft, areas);
    return editEvaluation(evaluation, { name, nameEn, scheme, members });
  });
  return (
    <Dialog
      title={say("evaluation.form.editTitle")}
      action={say("evaluation.form.save")}
      isReady={isWritten(draft)}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() => act.mutate(undefined, { onSuccess: onClose })}
    >
      <RunForm draft={draft} onChange={setDraft} areas={areas} schemes={schemes} isFixed error={act.error} />
    </Dialog>
  );
}

/** The city with most areas. */
function largestCity(areas: readonly Area[]): string {
  const counts = new Map<string, number>();
  for (const { city } of areas) counts.set(city.code, (counts.get(city.code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

/** Begins an assessment of a year. */
export function NewRunDialog({ areas, onClose }: { areas: readonly Area[]; onClose: () => void }) {
  const { say } = useText();
  const navigate = useNavigate();
  const schemes = useSchemes(true).data ?? [];
  const [draft, setDraft] = useState<RunDraft>({ ...blankRun, city: largestCity(areas) });
  const act = useAct(() => makeEvaluation(bodyOf(draft, areas)));
  return (
    <Dialog
      title={say("evaluation.form.title")}
      action={say("evaluation.form.make")}
      isReady={isWritten(draft)}
      isBusy={act.isPending}
      error={act.error?.message}
      onClose={onClose}
      onAction={() =>
        act.mutate(undefined, {
          onSuccess: ({ id }) => void navigate({ to: "/evaluations/$evaluation", params: { evaluation: id } }),
        })
      }
    >
      <RunForm draft={draft} onChange={setDraft} areas={areas} schemes={schemes} isFixed={false} error={act.error} />
    </Dialog>
  );
}
