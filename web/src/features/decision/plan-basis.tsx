import { pathShapes } from "@yuanbiao/core/target";
import type { Target } from "../../api.ts";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { DocumentFields } from "../../ui/document-fields.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import type { PlanDraft } from "./plan-draft.ts";

interface BasisParts {
  readonly target: Target;
  readonly draft: PlanDraft;
  readonly error: Error | null;
  readonly onChange: (changed: Partial<PlanDraft>) => void;
}

/** What a plan was adopted by, and the shape of the path between its figures. */
export function PlanBasis({ target, draft, error, onChange }: BasisParts) {
  const { say } = useText();
  return (
    <div className="fields">
      <DocumentFields
        label={say("decision.plan.document")}
        draft={draft}
        error={toldOf(error, "document")}
        onChange={onChange}
      />
      <TextField
        label={say("decision.clause")}
        most={200}
        value={draft.clause}
        error={toldOf(error, "clause")}
        onChange={(clause) => onChange({ clause })}
      />
      <ChoiceField
        label={say("decision.plan.shape")}
        hint={target.path?.kind === "document" ? say("decision.plan.shapeUnused") : undefined}
        value={draft.shape}
        options={pathShapes.map((value) => ({ value, label: say(`code.pathShape.${value}`) }))}
        onChange={(shape) => onChange({ shape })}
      />
    </div>
  );
}
