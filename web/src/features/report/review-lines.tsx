import { type KeyboardEvent, useRef } from "react";
import type { LineItem, Report } from "../../api.ts";
import { grouped, unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { Original } from "../../ui/original.tsx";
import { Tag } from "../../ui/page.tsx";
import { Clip } from "./clip.tsx";
import { FindingLine } from "./finding-line.tsx";
import { FindingMark } from "./finding-mark.tsx";
import { findingsAt } from "./finding-text.ts";
import { type Basis, standingVerification, usualBasis } from "./review.ts";
import { Adopted, Before, Beside, Reported, Verified } from "./review-cells.tsx";
import "./review-lines.css";

interface LinesParts {
  readonly report: Report;
  readonly chosen: ReadonlySet<string>;
  /** Null where nothing can be done with single lines. */
  readonly onChoose: ((chosen: ReadonlySet<string>) => void) | null;
  readonly bases: ReadonlyMap<string, Basis>;
  /** Null where nothing can be adopted. */
  readonly onBasis: ((indicator: string, basis: Basis) => void) | null;
  /** Shows the files of a line. */
  readonly onFiles: (indicator: string) => void;
  /** The key that returns what is chosen. */
  readonly onReturn: (() => void) | null;
}

/** The lines of a report as its readers see them: reported, verified, last and same period side by side. */
export function ReviewLines(parts: LinesParts) {
  const { report, chosen, onChoose, onReturn } = parts;
  const { say } = useText();
  const table = useRef<HTMLTableElement>(null);
  const toggle = (code: string) => {
    const next = new Set(chosen);
    if (!next.delete(code)) next.add(code);
    onChoose?.(next);
  };
  const all = report.lineItems.map(({ indicator }) => indicator.code);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target instanceof HTMLSelectElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const code = event.target instanceof Element ? event.target.closest("tr")?.dataset["line"] : undefined;
    const by =
      event.key === "j" || event.key === "ArrowDown" ? 1 : event.key === "k" || event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) moveFocus(table.current, code, by);
    else if (event.key === "x" && code !== undefined && onChoose !== null) toggle(code);
    else if (event.key === "r" && onReturn !== null && chosen.size > 0) onReturn();
    else return;
    event.preventDefault();
  };
  return (
    <div className="table-block">
      {onChoose !== null && <p className="section-note">{say("review.linesNote")}</p>}
      <table className="table review-table" ref={table} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">{say("review.lines")}</caption>
        <thead>
          <tr>
            {onChoose !== null && (
              <th scope="col" className="review-check">
                <input
                  type="checkbox"
                  aria-label={say("review.selectAll")}
                  checked={chosen.size === all.length}
                  onChange={() => onChoose(new Set(chosen.size === all.length ? [] : all))}
                />
              </th>
            )}
            <th scope="col">{say("report.form.indicator")}</th>
            <th scope="col" className="numeric">
              {say("review.reported")}
            </th>
            <th scope="col" className="numeric">
              {say("review.verified")}
            </th>
            <th scope="col" className="numeric">
              {say("review.previous")}
            </th>
            <th scope="col" className="numeric">
              {say("review.samePeriod")}
            </th>
            <th scope="col">{say("review.findings")}</th>
            <th scope="col">{say("review.status")}</th>
          </tr>
        </thead>
        <tbody>
          {report.lineItems.map((line) => (
            <ReviewRow key={line.indicator.code} line={line} parts={parts} onToggle={toggle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function moveFocus(table: HTMLTableElement | null, from: string | undefined, by: number): void {
  const rows = [...(table?.querySelectorAll<HTMLElement>("tbody tr") ?? [])];
  const at = rows.findIndex((row) => row.dataset["line"] === from);
  rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}

interface RowParts {
  readonly line: LineItem;
  readonly parts: LinesParts;
  readonly onToggle: (code: string) => void;
}

function ReviewRow({ line, parts: { report, chosen, onChoose, bases, onBasis, onFiles }, onToggle }: RowParts) {
  const { say, language } = useText();
  const { indicator, caliber, department, state, review, returnReason } = line;
  const { code, name, unit } = indicator;
  const files = report.evidence.filter((file) => file.indicator?.code === code).length;
  const findings = state === "empty" ? [] : findingsAt(report.findings, code);
  return (
    <tr data-line={code} tabIndex={-1} className={review === "returned" ? "review-returned" : undefined}>
      {onChoose !== null && (
        <td className="review-check">
          <input
            type="checkbox"
            aria-label={say("review.select", { name })}
            checked={chosen.has(code)}
            onChange={() => onToggle(code)}
          />
        </td>
      )}
      <th scope="row">
        {name}
        <span className="review-caliber">
          {[caliber.name, unitName(unit, language)].filter((part) => part !== "").join(" · ")}
        </span>
        <span className="review-caliber">
          {department === null ? say("review.noOwner") : say("review.owner", { department: department.name })}
        </span>
        {files > 0 && <Clip name={name} count={files} onOpen={() => onFiles(code)} />}
      </th>
      <td className="numeric review-figure" data-head={say("review.reported")}>
        <Reported line={line} />
        <Before line={line} report={report} />
      </td>
      <td className="numeric review-figure" data-head={say("review.verified")}>
        <Verified line={line} />
      </td>
      <Beside head={say("review.previous")} line={line} from={line.previous} />
      <Beside head={say("review.samePeriod")} line={line} from={line.samePeriod} />
      <td className="review-findings">
        {findings.map((finding) => (
          <FindingLine key={finding.check.code + finding.code} finding={finding} lines={report.lineItems} />
        ))}
        {line.explanation !== null && (
          <p>
            {`${say("review.explanation")}${say("page.colon")}`}
            <Original>{line.explanation}</Original>
          </p>
        )}
        {line.before !== null && line.before.explanation !== line.explanation && (
          <p className="quiet">
            {line.before.explanation === null ? (
              say("review.noExplanationBefore")
            ) : (
              <>
                {`${say("review.explanationBefore")}${say("page.colon")}`}
                <Original>{line.before.explanation}</Original>
              </>
            )}
          </p>
        )}
        {findings.length === 0 && line.explanation === null && <span className="quiet">{say("review.noFinding")}</span>}
      </td>
      <td className="review-status">
        {(line.adopted?.stands !== true || review === "returned") && (
          <Tag kind={review === "returned" ? "warn" : review === "accepted" ? "accent" : "plain"}>
            {say(`report.review.${review}`)}
          </Tag>
        )}
        {review === "returned" && returnReason !== null && (
          <p className="told told-returned">
            <FindingMark kind="returned" />
            <Original>{returnReason}</Original>
          </p>
        )}
        <Adopted line={line} />
        {onBasis !== null && isOpenToChoice(line) && (
          <BasisField line={line} basis={bases.get(code) ?? usualBasis(line)} onBasis={onBasis} />
        )}
      </td>
    </tr>
  );
}

/** An adopted line may still be adopted by its other figure, where there are two. */
function isOpenToChoice(line: LineItem): boolean {
  const { adopted, state, value } = line;
  return state !== "empty" && (adopted?.stands !== true || standingVerification(line)?.value !== value);
}

interface BasisParts {
  readonly line: LineItem;
  readonly basis: Basis;
  readonly onBasis: (indicator: string, basis: Basis) => void;
}

function BasisField({ line, basis, onBasis }: BasisParts) {
  const { indicator, value } = line;
  const verification = standingVerification(line);
  const { say } = useText();
  if (verification === null) return null;
  const shown = (figure: string | null) => (figure === null ? say("page.none") : grouped(figure));
  return (
    <select
      className="select"
      aria-label={say("review.adopt.basis", { name: indicator.name })}
      value={basis}
      onChange={(event) => onBasis(indicator.code, event.target.value === "reported" ? "reported" : "verified")}
    >
      <option value="verified">{say("review.adopt.verified", { value: shown(verification.value) })}</option>
      <option value="reported">{say("review.adopt.reported", { value: shown(value) })}</option>
    </select>
  );
}
