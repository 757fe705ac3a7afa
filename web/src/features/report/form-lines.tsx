import { type ReactNode, useMemo } from "react";
import type { Finding, Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { type Beside, usefulBesides } from "./change.ts";
import type { Drafts } from "./draft.ts";
import { findingsAt } from "./finding-text.ts";
import { FormLine } from "./form-line.tsx";
import type { LineActions } from "./line-actions.ts";
import { countFiles } from "./line-evidence.tsx";
import { isChangedSince } from "./since-return.ts";
import "./form.css";

interface LinesParts {
  readonly report: Report;
  readonly drafts: Drafts;
  readonly isAsked: boolean;
  readonly actions: LineActions;
  /** What is shown under the line with the cursor. */
  readonly below: { readonly indicator: string; readonly panel: ReactNode } | null;
}

const nothingFound: readonly Finding[] = [];

/** The lines of the form under their headings. */
export function FormLines({ report, drafts, isAsked, actions, below }: LinesParts) {
  const { period, lineItems, findings, evidence, thread } = report;
  const shownBeside = useMemo(() => usefulBesides(period, lineItems), [period, lineItems]);
  const clips = useMemo(() => countFiles({ evidence }), [evidence]);
  const found = useMemo(
    () => new Map(lineItems.map(({ indicator: { code } }) => [code, findingsAt(findings, code)])),
    [lineItems, findings],
  );
  return (
    <div className={`form-lines form-beside-${shownBeside.length}`}>
      <FormHead shownBeside={shownBeside} />
      <ol>
        {lineItems.map((line) => {
          const { code } = line.indicator;
          const draft = drafts.get(code);
          return draft === undefined ? null : (
            <FormLine
              key={code}
              line={line}
              draft={draft}
              lines={lineItems}
              findings={found.get(code) ?? nothingFound}
              isAsked={isAsked}
              isChanged={line.review === "returned" && isChangedSince(line, thread)}
              actions={actions}
              shownBeside={shownBeside}
              clips={clips.get(code) ?? 0}
              below={below?.indicator === code ? below.panel : null}
            />
          );
        })}
      </ol>
    </div>
  );
}

function FormHead({ shownBeside }: { shownBeside: readonly Beside[] }) {
  const { say } = useText();
  const heads = ["indicator", "state", "value", ...shownBeside, "explanation"] as const;
  return (
    <div className="form-line form-head" aria-hidden="true">
      {heads.map((head) => (
        <span key={head} className={`form-head-${head}`}>
          {say(`report.form.${head}`)}
        </span>
      ))}
    </div>
  );
}
