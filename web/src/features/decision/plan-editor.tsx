import { useQuery } from "@tanstack/react-query";
import { findOverlap } from "@yuanbiao/core/area";
import { pathShapes } from "@yuanbiao/core/target";
import { type FormEvent, useState } from "react";
import { type Ref, readArea, readAreas, readIndicators, type Target } from "../../api.ts";
import { toldOf } from "../../fault.ts";
import { withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { DocumentFields } from "../../ui/document-fields.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { settleDocument } from "../../ui/settle-document.ts";
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

interface Division {
  readonly areas: Ref[];
  readonly addsUp: boolean;
  /** Two of the chosen areas of which one lies within the other. */
  readonly overlapOf: (chosen: readonly string[]) => { readonly inner: string; readonly outer: string } | null;
}

/** The areas that a target may be divided among, and whether their figures add up to its own. */
function useDivision({ area, indicator }: Target, { parts }: Managed): Division {
  const { language } = useText();
  const all = useQuery({
    queryKey: ["areas", language, {}],
    queryFn: ({ signal }) => readAreas({}, signal),
  });
  const whole = useQuery({
    queryKey: ["area", language, area.code, {}],
    queryFn: ({ signal }) => readArea(area.code, {}, signal),
  });
  const indicators = useQuery({
    queryKey: ["indicators", language, {}],
    queryFn: ({ signal }) => readIndicators({}, signal),
  });
  const members = (whole.data?.members ?? []).filter(({ to }) => to === null).map((member) => member.area);
  const planned = parts.flatMap((part) => (part.area === null ? [] : [part.area]));
  const areas = new Map([...members, ...planned].map((one) => [one.code, one]));
  const rollUp = indicators.data?.find(({ code }) => code === indicator.code)?.rollUp;
  const memberships = (all.data ?? []).flatMap(({ code, parents }) =>
    parents.map((parent) => ({ area: code, parent: parent.area.code })),
  );
  const nameOf = (code: string): string => areas.get(code)?.name ?? code;
  return {
    areas: [...areas.values()],
    addsUp: rollUp === "sum" || rollUp === "union",
    overlapOf: (chosen) => {
      const overlap = findOverlap(chosen, memberships);
      return overlap === null ? null : { inner: nameOf(overlap[0]), outer: nameOf(overlap[1]) };
    },
  };
}

/** Writes the plan: figures by period and sub-area, what it was adopted by, the shape of the path between them. */
export function PlanEditor({ target, managed, today, onSaved, onClose }: EditorParts) {
  const { say } = useText();
  const [draft, setDraft] = useState<PlanDraft>(() => draftPlan(target, managed, today));
  const { areas, addsUp, overlapOf } = useDivision(target, managed);
  const overlap = overlapOf(draft.areas);
  const { unit } = target.indicator;
  const change = (changed: Partial<PlanDraft>) => setDraft({ ...draft, ...changed });
  const saving = useOfficeWrite(async () => {
    const document = await settleDocument(draft, null);
    // A second try must not register the same document again.
    change({ document });
    return writePlan(managed, planBody(draft, document, unit));
  }, onSaved);
  const sentence = useSentence(saving.error);
  const { parts, isSound } = readParts(draft, unit);
  const isReady = isSound && draft.document !== "" && (parts.length > 0 || managed.parts.length > 0);
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
        onChange={(next) => setDraft(next)}
      />
      {draft.areas.length > 0 && !addsUp && <p className="quiet">{say("decision.plan.notAdding")}</p>}
      {addsUp && overlap !== null && <p className="quiet">{say("decision.plan.overlap", overlap)}</p>}
      <AddPeriod draft={draft} due={target.due} today={today} onChange={setDraft} />
      <div className="fields">
        <DocumentFields
          label={say("decision.plan.document")}
          draft={draft}
          error={toldOf(saving.error, "document")}
          onChange={change}
        />
        <TextField
          label={say("decision.clause")}
          most={200}
          value={draft.clause}
          error={toldOf(saving.error, "clause")}
          onChange={(clause) => change({ clause })}
        />
        <ChoiceField
          label={say("decision.plan.shape")}
          hint={target.path?.kind === "document" ? say("decision.plan.shapeUnused") : undefined}
          value={draft.shape}
          options={pathShapes.map((value) => ({ value, label: say(`code.pathShape.${value}`) }))}
          onChange={(shape) => change({ shape })}
        />
      </div>
      {parts.length === 0 && managed.parts.length > 0 && <p className="quiet">{say("decision.plan.emptied")}</p>}
      {sentence !== undefined && (
        <div className="dialog-error" role="alert">
          <p>{[sentence, toldOf(saving.error, "parts")].filter((part) => part !== undefined).join(" ")}</p>
        </div>
      )}
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
