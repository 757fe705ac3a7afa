import { evidenceKinds, mostEvidenceBytes } from "@yuanbiao/core/evidence";
import { toldOf } from "../../fault.ts";
import { useText } from "../../text/text.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { FileField } from "../../ui/file-field.tsx";
import type { DecisionDraft } from "./decision-draft.ts";
import type { Managed } from "./request.ts";

const accepted = ".pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.docx,.xlsx,.pptx";
/** A signed sheet belongs to a report, not to a judgement. */
const kinds = evidenceKinds.filter((kind) => kind !== "seal");

interface FileParts {
  readonly managed: Managed;
  readonly draft: DecisionDraft;
  readonly isTooLarge: boolean;
  readonly error: Error | null;
  readonly onChange: (changed: Partial<DecisionDraft>) => void;
}

/** The files that are there, to be taken or left, and one more. */
export function DecisionFiles({ managed, draft, isTooLarge, error, onChange }: FileParts) {
  const { say } = useText();
  const told = [isTooLarge ? say("report.evidence.tooLarge") : undefined, toldOf(error, "file")];
  const fault = [...told, toldOf(error, "evidence")].find((text) => text !== undefined);
  return (
    <>
      {managed.evidence.length > 0 && <HeldFiles managed={managed} chosen={draft.evidence} onChange={onChange} />}
      <FileField
        label={say("decision.file")}
        accept={accepted}
        hint={say("report.evidence.limit", { size: `${Math.floor(mostEvidenceBytes / 1_000_000)} MB` })}
        file={draft.file}
        onFile={(file) => onChange({ file })}
      />
      {fault !== undefined && <p className="field-error">{fault}</p>}
      {draft.file !== null && (
        <ChoiceField
          label={say("report.evidence.kindLabel")}
          value={draft.kind}
          options={kinds.map((value) => ({ value, label: say(`report.evidence.kind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      )}
    </>
  );
}

interface HeldParts extends Pick<FileParts, "managed" | "onChange"> {
  readonly chosen: readonly string[];
}

function HeldFiles({ managed, chosen, onChange }: HeldParts) {
  const { say } = useText();
  const toggled = (id: string) => (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="decision-files">
      <legend className="field-label">{say("decision.files")}</legend>
      {managed.evidence.map(({ id, fileName }) => (
        <label key={id} className="decision-file">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => onChange({ evidence: toggled(id) })} />
          <span className="break">{fileName}</span>
        </label>
      ))}
    </fieldset>
  );
}
