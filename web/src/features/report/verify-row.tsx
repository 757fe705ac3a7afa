import { type KeyboardEvent, useRef, useState } from "react";
import { ApiError } from "../../api.ts";
import { grouped } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { useHeld } from "../../ui/leave-guard.tsx";
import { Tag } from "../../ui/page.tsx";
import { changeWords } from "./change.ts";
import { useHear, useStep } from "./query.ts";
import { type Verified, verify } from "./request.ts";
import { isStored, readVerified, sameText, type VerifyLine } from "./verification.ts";

const at = ({ report, line }: VerifyLine) => ({
  id: report.id,
  indicator: line.indicator.code,
  version: line.verification?.version ?? 0,
});

/** One area's figure: reported, and beside it what the department says. */
export function VerifyRow({ report, line }: VerifyLine) {
  const { say, language } = useText();
  const row = useRef<HTMLTableRowElement>(null);
  const { verification, indicator, state, value } = line;
  const same = sameText(line, () => say("report.lineState.not-applicable"));
  const [stored] = useState(() => ({
    text: verification === null ? "" : sameText(verification, () => say("report.lineState.not-applicable")),
    reason: verification?.reason ?? "",
  }));
  const [text, setText] = useState(stored.text);
  const [reason, setReason] = useState(stored.reason);
  useHeld(text !== stored.text || reason !== stored.reason);
  const [isAsked, setAsked] = useState(false);
  const step = useStep(report.id, (verified: Verified) => verify(at({ report, line }), verified));
  const reading = readVerified(line, text, reason);
  const save = (typed: string, why: string) => {
    const result = readVerified(line, typed, why);
    setAsked(true);
    if (result.kind !== "verified" || step.isPending) return;
    if (!isStored(line, result.verified)) step.mutate(result.verified);
    nextField(row.current)?.focus();
  };
  // Why an earlier figure differed says nothing of the same one.
  const saveSame = () => {
    setText(same);
    setReason("");
    save(same, "");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== "=" && event.key !== "Enter")) return;
    event.preventDefault();
    if (event.key === "=") saveSame();
    else save(text, reason);
  };
  const name = report.area.name;
  const whose = { indicator: indicator.name, area: name };
  const told = isAsked && reading.kind !== "verified" ? say(faults[reading.kind]) : toldBy(step.error, say);
  return (
    <tr ref={row}>
      <th scope="row">{name}</th>
      <td className="numeric verify-reported" data-head={say("review.verify.reported")}>
        {state === "value" && value !== null ? grouped(value) : say(`report.lineState.${state}`)}
      </td>
      <td className="numeric" data-head={say("review.previous")}>
        {changeWords(value, line.previous, indicator.unit, language) ?? say("page.none")}
      </td>
      <td data-head={say("review.verify.value")}>
        <span className="verify-entry">
          <input
            className="input form-input verify-value"
            inputMode="decimal"
            autoComplete="off"
            aria-label={say("review.verify.valueOf", whose)}
            aria-invalid={told !== undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <button
            type="button"
            className="button-quiet"
            aria-label={say("review.verify.sameOf", whose)}
            onClick={saveSame}
          >
            {say("review.verify.same")}
          </button>
        </span>
      </td>
      <td data-head={say("review.verify.reason")}>
        <input
          className="input verify-reason"
          aria-label={say("review.verify.reasonOf", whose)}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            save(text, reason);
          }}
        />
      </td>
      <td>
        <button type="button" className="button" disabled={step.isPending} onClick={() => save(text, reason)}>
          {say("review.verify.save")}
        </button>{" "}
        {verification !== null && (
          <Tag kind={verification.stands ? "accent" : "warn"}>
            {say(verification.stands ? "review.verify.saved" : "review.verify.before")}
          </Tag>
        )}{" "}
        {line.adopted?.stands === true && <Tag>{say("review.verify.adopted")}</Tag>}
        {told !== undefined && (
          <p className="field-error" role="alert">
            {told}
          </p>
        )}
      </td>
    </tr>
  );
}

const faults = {
  missing: "review.verify.valueNeeded",
  unreadable: "review.verify.valueNeeded",
  "reason-needed": "review.verify.reasonNeeded",
} as const;

function toldBy(error: Error | null, say: ReturnType<typeof useText>["say"]): string | undefined {
  if (error === null) return undefined;
  return error instanceof ApiError && error.status === 412 ? say("review.verify.stale") : error.message;
}

function nextField(row: HTMLTableRowElement | null): HTMLInputElement | null {
  return row?.nextElementSibling?.querySelector<HTMLInputElement>(".verify-value") ?? null;
}

/** What is left of an indicator, taken as it was reported, one after the other. */
export function VerifyAll({ lines }: { lines: readonly VerifyLine[] }) {
  const { say } = useText();
  const [first] = lines;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const hear = useHear();
  if (first === undefined || lines.length < 2) return null;
  const saveAll = async () => {
    setBusy(true);
    setError(undefined);
    for (const one of lines) {
      const { state, value } = one.line;
      if (state !== "value" && state !== "not-applicable") continue;
      try {
        hear(await verify(at(one), { state, value, reason: null }));
      } catch (fault) {
        setError(fault instanceof Error ? fault.message : String(fault));
        break;
      }
    }
    setBusy(false);
  };
  return (
    <>
      {error !== undefined && <span className="field-error">{error}</span>}
      <button type="button" className="button" disabled={isBusy} onClick={() => void saveAll()}>
        {say("review.verify.all", { count: lines.length })}
      </button>
    </>
  );
}
