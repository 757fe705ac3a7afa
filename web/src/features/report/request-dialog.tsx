import { revisionReasons } from "@yuanbiao/core/observation";
import { type RequestKind, requestKinds } from "@yuanbiao/core/report";
import { useState } from "react";
import type { Report } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { dayName } from "../../text/time.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { useStep } from "./query.ts";
import { ask } from "./request.ts";

/** What a park may ask for a report as it stands. */
export function requestsFor({ may, state, roundState }: Report): RequestKind[] {
  if (!may.request) return [];
  const isOwed = state === "draft" || state === "returned";
  const fits: Readonly<Record<RequestKind, boolean>> = {
    extension: isOwed && roundState === "open",
    // What was given back or is being corrected may be filed after the close without asking.
    supplement: state === "draft" && roundState === "closed",
    correction: state === "accepted" || state === "locked",
  };
  return requestKinds.filter((kind) => fits[kind]);
}

type ReasonCode = (typeof revisionReasons)[number];

/** 延期, 补报, 更正: what is asked, until when or for which lines, and why. */
export function RequestDialog({ report, kind, onClose }: { report: Report; kind: RequestKind; onClose: () => void }) {
  const { say, language } = useText();
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const [indicators, setIndicators] = useState<readonly string[]>([]);
  const [changeReason, setChangeReason] = useState<ReasonCode>("reporting-error");
  const isCorrection = kind === "correction";
  const asked = {
    ...{ kind, reason: reason.trim(), until: isCorrection ? null : until },
    indicators: isCorrection ? [...indicators] : [],
    changeReason: isCorrection ? changeReason : null,
  };
  const step = useStep(report.id, () => ask(report, asked));
  const isReady = asked.reason !== "" && (isCorrection ? indicators.length > 0 : until > report.dueOn);
  return (
    <Dialog
      title={say(`report.request.title.${kind}`)}
      action={say("report.request.action")}
      isReady={isReady}
      isBusy={step.isPending}
      error={step.error?.message}
      onClose={onClose}
      onAction={() => step.mutate(undefined, { onSuccess: onClose })}
    >
      {isCorrection ? (
        <>
          <LineChoice report={report} chosen={indicators} onChange={setIndicators} />
          <ChoiceField
            label={say("report.request.changeReason")}
            value={changeReason}
            options={revisionReasons.map((value) => ({ value, label: say(`code.change.${value}`) }))}
            onChange={setChangeReason}
          />
        </>
      ) : (
        <TextField
          type="date"
          label={say(kind === "extension" ? "report.request.until" : "report.request.untilSupplement")}
          hint={say("report.request.untilHint", { day: dayName(report.dueOn, language) })}
          value={until}
          onChange={setUntil}
        />
      )}
      <TextArea label={say("report.request.reason")} value={reason} most={1000} onChange={setReason} />
    </Dialog>
  );
}

interface ChoiceParts {
  readonly report: Report;
  readonly chosen: readonly string[];
  readonly onChange: (indicators: readonly string[]) => void;
}

function LineChoice({ report, chosen, onChange }: ChoiceParts) {
  const { say } = useText();
  return (
    <fieldset className="line-choice">
      <legend className="field-label">{say("report.request.lines")}</legend>
      {report.lineItems.map(({ indicator: { code, name } }) => (
        <label key={code} className="line-choice-item">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={() => onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
