import type { LineItem, Report } from "../../api.ts";
import { grouped } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { Original } from "../../ui/original.tsx";
import { Tag } from "../../ui/page.tsx";
import { changeWords } from "./change.ts";
import { standingVerification } from "./review.ts";
import { cameUnchanged } from "./since-return.ts";

export function Reported({ line: { state, value, suppressed } }: { line: LineItem }) {
  const { say } = useText();
  if (suppressed) return <span className="quiet">{say("code.suppressed")}</span>;
  return <>{state === "value" && value !== null ? grouped(value) : say(`report.lineState.${state}`)}</>;
}

/** What it said when the report was sent before, where it says something else now; or that it came back as it was. */
export function Before({ line, report }: { line: LineItem; report: Report }) {
  const { say } = useText();
  const { before, state, value } = line;
  if (cameUnchanged(line, report)) return <span className="review-change">{say("review.cameUnchanged")}</span>;
  if (before === null || (before.state === state && before.value === value)) return null;
  const shown = before.value === null ? say(`report.lineState.${before.state}`) : grouped(before.value);
  return <span className="review-change review-before">{say("review.before", { value: shown })}</span>;
}

export function Verified({ line: { verification, value, indicator } }: { line: LineItem }) {
  const { say, language } = useText();
  if (verification === null) return <>{say("page.none")}</>;
  const change =
    verification.value === value ? undefined : changeWords(verification.value, value, indicator.unit, language);
  return (
    <>
      {verification.value === null ? say("report.lineState.not-applicable") : grouped(verification.value)}
      {change !== undefined && <span className="review-change">{change}</span>}
      <span className="review-change">
        {verification.department.name} <Original>{verification.by}</Original>
      </span>
      {!verification.stands && <span className="review-change">{say("review.verify.before")}</span>}
      {verification.reason !== null && (
        <span className="review-change">
          {`${say("review.reason")}${say("page.colon")}`}
          <Original>{verification.reason}</Original>
        </span>
      )}
    </>
  );
}

/** An earlier figure, and how what is reported differs from it; what the department found by its own way too. */
export function Beside({ head, line, from }: { head: string; line: LineItem; from: string | null }) {
  const { say, language } = useText();
  const { value, indicator } = line;
  const changeOf = (figure: string | null) => changeWords(figure, from, indicator.unit, language);
  const found = standingVerification(line)?.value ?? value;
  const change = changeOf(value);
  const otherChange = found === value ? undefined : changeOf(found);
  return (
    <td className="numeric review-beside" data-head={head}>
      {change ?? ""}
      {otherChange !== undefined && <span className="review-change">{`${say("review.verified")} ${otherChange}`}</span>}
      <span className="review-change">{from === null ? say("page.none") : grouped(from)}</span>
    </td>
  );
}

export function Adopted({ line: { adopted } }: { line: LineItem }) {
  const { say } = useText();
  if (adopted === null) return null;
  const basis = say(adopted.basis === "verified" ? "review.adopt.verifiedWord" : "review.adopt.reportedWord");
  const value = adopted.value === null ? say("report.lineState.not-applicable") : grouped(adopted.value);
  if (!adopted.stands) return <Tag kind="warn">{say("review.adopt.before", { value })}</Tag>;
  return <Tag kind="accent">{say("review.adopt.done", { basis, value })}</Tag>;
}
