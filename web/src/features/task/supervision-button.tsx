import type { Ref } from "../../api.ts";
import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";
import { paperAddress } from "../../ui/paper-address.ts";
import { PaperButton } from "../../ui/paper-button.tsx";

/** 督办单 to a unit, for what is overdue or behind today. */
export function SupervisionButton({ unit }: { unit: Ref }) {
  const { say } = useText();
  const { city } = useCut();
  return (
    <PaperButton
      address={paperAddress("/api/tasks/supervision.docx", { department: unit.code, city })}
      label={say("task.supervision", { name: unit.name })}
    />
  );
}
