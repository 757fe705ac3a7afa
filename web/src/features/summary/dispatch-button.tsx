import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";
import { paperAddress } from "../../ui/paper-address.ts";
import { PaperButton } from "../../ui/paper-button.tsx";

/** 调度表 of what is looked at: the city, the day, what was known and published. */
export function DispatchButton() {
  const { say } = useText();
  return (
    <PaperButton
      address={paperAddress("/api/progress/dispatch.docx", useCut())}
      label={say("summary.counts.dispatch")}
    />
  );
}
