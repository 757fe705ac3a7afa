import { type FormEvent, useState } from "react";
import type { Target } from "../../api.ts";
import { toldOf } from "../../fault.ts";
import { withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { Notice } from "../../ui/notice.tsx";
import { settleDocument } from "../../ui/settle-document.ts";
import { type Division, useDivision } from "./division.ts";
import { PlanBasis } from "./plan-basis.tsx";
import { differingParts, draftPlan, type PlanDraft, planBody, readParts } from "./plan-draft.ts";
import { PlanGrid } from "./plan-grid.tsx";
import { AddPeriod, SubAreas } from "./plan-tools.tsx";
import { isStale, useOfficeWrite, useSentence } from "./query.ts";
import { type Managed, writePlan } from "./request.ts";
import "./plan.css";

interface EditorParts {
  readonly target: Target;
  readonly managed: Managed;
  readonly today: string;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The plan as it is being written, and how it is saved. */
function usePlan({ target, managed, today, onSaved }: Omit<EditorParts, "onClose">) {
  const { unit } = target.indicator;
  const [draft, setDraft] = useState<PlanDraft>(() => draftPlan(target, managed, today));
  const change = (changed: Partial<PlanDraft>) => setDraft({ ...draft, ...changed });
  const saving = useOfficeWrite(async () => {
    const document = await settleDocument(draft);
    // A second try must not register the same document again.
    change({ document });
    return writePlan(managed, planBody(draft, document, unit));
  }, onSaved);
  const { parts, isSound } = readParts(draft, unit);
  const isReady = isSound && draft.document !== "" && (parts.length > 0 || managed.parts.length > 0);
  return { draft, setDraft, change, saving, isReady, isEmptied: parts.length === 0 && managed.parts.length > 0 };
}

/** Writes the plan: figures by period and sub-area, what it was adopted by, the shape of the path between them. */
export function PlanEditor({ target, managed, today, onSaved, onClose }: EditorParts) {
  const { say } = useText();
  const plan = usePlan({ target, managed, today, onSaved });
  const { draft, setDraft, change, saving, isReady } = plan;
  const division = useDivision(target, managed);
  const { areas, addsUp } = division;
  const overlap = division.overlapOf(draft.areas);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !saving.isPending) saving.mutate();
  };
  return (
    <form className="plan" onSubmit={save}>
      <SubAreas areas={areas} chosen={draft.areas} onChange={(chosen) => change({ areas: chosen })} />
      <PlanGrid
        target={target}
        draft={draft}
        areas={areas}
        addsUp={addsUp && overlap === null}
        error={saving.error}
        onChange={setDraft}
      />
      <Adding isDivided={draft.areas.length > 0} addsUp={addsUp} overlap={overlap} />
      <AddPeriod draft={draft} due={target.due} today={today} onChange={setDraft} />
      <PlanBasis target={target} draft={draft} error={saving.error} onChange={change} />
      {plan.isEmptied && <p className="quiet">{say("decision.plan.emptied")}</p>}
      <PlanFault error={saving.error} />
      {isStale(saving.error) && <Theirs draft={draft} managed={managed} target={target} />}
      <div className="plan-foot">
        {draft.document === "" && <span className="quiet">{say("decision.plan.documentNeeded")}</span>}
        <button type="button" className="button" onClick={onClose}>
          {say("page.back")}
        </button>
        <button type="submit" className="button button-primary" disabled={!isReady || saving.isPending}>
          {say("decision.plan.save")}
        </button>
      </div>
    </form>
  );
}

interface AddingParts extends Pick<Division, "addsUp"> {
  readonly isDivided: boolean;
  readonly overlap: ReturnType<Division["overlapOf"]>;
}

/** Why the sub-areas' figures are not added up, where they are not. */
function Adding({ isDivided, addsUp, overlap }: AddingParts) {
  const { say } = useText();
  return (
    <>
      {isDivided && !addsUp && <p className="quiet">{say("decision.plan.notAdding")}</p>}
      {addsUp && overlap !== null && <p className="quiet">{say("decision.plan.overlap", overlap)}</p>}
    </>
  );
}

function PlanFault({ error }: { error: Error | null }) {
  const sentence = useSentence(error);
  if (sentence === undefined) return null;
  return (
    <div className="dialog-error" role="alert">
      <p>{[sentence, toldOf(error, "parts")].filter((part) => part !== undefined).join(" ")}</p>
    </div>
  );
}

interface TheirParts {
  readonly draft: PlanDraft;
  readonly managed: Managed;
  readonly target: Target;
}

/** What somebody else saved in between and is written otherwise here. */
function Theirs({ draft, managed, target }: TheirParts) {
  const { say, language } = useText();
  const { unit } = target.indicator;
  const words = differingParts(draft, managed, unit).map(({ period, area, value }) =>
    say("decision.plan.theirPart", {
      period: periodName(period, language),
      area: area?.name ?? target.area.name,
      value: withUnit(value, unit, language),
    }),
  );
  if (words.length === 0) return null;
  return (
    <Notice kind="warn" isLive>
      {say("decision.plan.theirs", { parts: words.join(say("page.list")) })}
    </Notice>
  );
}
