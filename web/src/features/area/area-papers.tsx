import { useCut } from "../../paths.ts";
import { useText } from "../../text/text.ts";
import { paperAddress } from "../../ui/paper-address.ts";
import { PaperButton } from "../../ui/paper-button.tsx";

interface PaperParts {
  readonly area: string;
  /** Without any of its own there may still be parts of a plan that are laid on it, to be signed for. */
  readonly hasTargets: boolean;
}

/** 调度表 and 责任书 of an area, as it is looked at. */
export function AreaPapers({ area, hasTargets }: PaperParts) {
  const { say } = useText();
  const { on, asOf, publishedBy } = useCut();
  return (
    <>
      {hasTargets && (
        <PaperButton
          address={paperAddress("/api/progress/dispatch.docx", { area, on, asOf, publishedBy })}
          label={say("area.papers.dispatch")}
        />
      )}
      <PaperButton
        address={paperAddress("/api/targets/pledge.docx", { area, asOf })}
        label={say("area.papers.pledge")}
      />
    </>
  );
}
