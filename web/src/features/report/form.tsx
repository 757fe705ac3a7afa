import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { Section } from "../../ui/page.tsx";
import { useWide } from "../../ui/wide.ts";
import { blockingLines, blocksOf } from "./blocks.ts";
import { type Drafts, restoreFields } from "./draft.ts";
import { EffectPanel } from "./effect-panel.tsx";
import { FormFoot } from "./form-foot.tsx";
import { FormLines } from "./form-lines.tsx";
import { type Attaching, LineEvidence } from "./line-evidence.tsx";
import type { Pasted } from "./paste.ts";
import { PasteNotice } from "./paste-notice.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";
import { useDrafting, useKeeping } from "./use-drafting.ts";
import { focusLine, useLineActions } from "./use-line-actions.ts";

/** Where there is room for it, what a figure does stands at the side of the form. */
const roomForPanel = 1240;

interface Paste {
  readonly result: Pasted;
  readonly before: Drafts;
}

/** Saves what was typed last, for whoever is about to use what the server holds; null while nothing is being typed. */
export interface Settling {
  current: (() => Promise<boolean>) | null;
}

/** The form of a report that is being filled in: keyboard first, saving itself, with the effect of what is typed. */
export function ReportForm({ report, settling }: { report: Report; settling: Settling }) {
  const { say } = useText();
  const drafting = useDrafting(report);
  useKeeping(drafting);
  useEffect(() => {
    settling.current = drafting.flush;
    return () => {
      settling.current = null;
    };
  }, [settling, drafting]);
  const { drafts, saving } = useSyncExternalStore(drafting.subscribe, drafting.get);
  const [current, setCurrent] = useState<string | null>(null);
  const [pasted, setPasted] = useState<Paste | null>(null);
  const [attaching, setAttaching] = useState<Attaching | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [isSubmitting, setSubmitting] = useState(false);
  const isWide = useWide(roomForPanel);
  const actions = useLineActions(drafting, report.lineItems, {
    onFocus: setCurrent,
    onAttach: setAttaching,
    onPasted: (result, before) => setPasted({ result, before }),
  });
  const blocks = useMemo(() => blocksOf(drafts, report), [drafts, report]);
  const line = report.lineItems.find(({ indicator }) => indicator.code === current);
  const draft = current === null ? undefined : drafts.get(current);
  const panel = <EffectPanel report={report} line={line} draft={draft} actions={actions} />;
  const undo = (before: Drafts) => {
    drafting.change((now) => restoreFields(now, before));
    setPasted(null);
  };
  const submit = async () => {
    setAsked(true);
    const isSaved = await drafting.flush();
    const [first] = blockingLines(blocksOf(drafting.get().drafts, drafting.heard() ?? report));
    if (first !== undefined) focusLine(first);
    else if (isSaved) setSubmitting(true);
  };
  return (
    <div className={isWide ? "form-columns" : undefined}>
      <Section title={say("report.form.lines")} note={say("report.form.keys")} className="form-section">
        {pasted !== null && (
          <PasteNotice
            result={pasted.result}
            onLine={focusLine}
            onUndo={() => undo(pasted.before)}
            onClose={() => setPasted(null)}
          />
        )}
        <FormLines
          report={report}
          drafts={drafts}
          isAsked={isAsked}
          actions={actions}
          below={isWide || current === null ? null : { indicator: current, panel }}
        />
        <FormFoot
          report={report}
          saving={saving}
          blocks={blocks}
          onRetry={() => void drafting.flush()}
          onLine={(indicator) => {
            setAsked(true);
            focusLine(indicator);
          }}
          onSubmit={() => void submit()}
        />
      </Section>
      {isWide && <aside className="form-aside">{panel}</aside>}
      {attaching !== null && <LineEvidence report={report} at={attaching} onClose={() => setAttaching(null)} />}
      {isSubmitting && <SubmitDialog report={report} drafts={drafts} onClose={() => setSubmitting(false)} />}
    </div>
  );
}
