import { useText } from "../../text/text.ts";
import { Tag } from "../../ui/page.tsx";
import { countWithin, useEditing } from "./editing.ts";

/** How much of what is in a place does not hold, or is 待核. */
export function Standing({ place }: { place: string }) {
  const editing = useEditing();
  const { say } = useText();
  const { faults, marks } = countWithin(editing, place);
  return (
    <span className="scheme-standing">
      {faults > 0 && <span className="scheme-faulty">{say("scheme.faults.count", { count: faults })}</span>}
      {marks > 0 && <Tag kind="warn">{say("scheme.mark.count", { count: marks })}</Tag>}
    </span>
  );
}
