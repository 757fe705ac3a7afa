import { useText } from "../../text/text.ts";
import { Notice } from "../../ui/notice.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { RefusalSection } from "./refusal-section.tsx";
import type { WhatIf } from "./request.ts";

interface ResultParts {
  readonly evaluation: string;
  readonly answer: WhatIf;
}

/** What would differ, under its own label. */
export function WhatIfResult({ evaluation, answer: { label, refusals, items } }: ResultParts) {
  const { say } = useText();
  return (
    <div className="what-if-result" role="status">
      <Notice kind="warn">
        <p>
          <strong>{label}</strong>
        </p>
        {refusals.length > 0 && <p>{say("evaluation.whatIf.refused", { count: refusals.length })}</p>}
        {refusals.length === 0 && (
          <p>
            {items.length === 0
              ? say("evaluation.whatIf.same")
              : say("evaluation.whatIf.areas", { count: items.length })}
          </p>
        )}
      </Notice>
      {refusals.length > 0 && <RefusalSection refusals={refusals} />}
      {refusals.length === 0 && items.length > 0 && (
        <DifferenceTable
          name={label}
          evaluation={evaluation}
          items={items}
          heads={{ before: say("evaluation.whatIf.before"), after: say("evaluation.whatIf.after") }}
        />
      )}
    </div>
  );
}
