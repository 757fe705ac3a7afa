import type { Report } from "../../api.ts";
import { grouped, unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { dayName, periodName } from "../../text/time.ts";
import { Original } from "../../ui/original.tsx";
import "./print-form.css";

/** The report as a statistical form on A4: its head, the table, and who signs. On paper alone. */
export function PrintForm({ report, code }: { report: Report; code: string | null }) {
  const { say, language } = useText();
  const { form, area, period, round } = report;
  const head = [
    ["number", form.number],
    ["issuer", form.issuer],
    ["approval", form.approval],
    ["validUntil", form.validUntil === null ? null : dayName(form.validUntil, language)],
  ] as const;
  return (
    <section className="paper" aria-hidden="true">
      <p className="paper-title">{round.name}</p>
      <div className="paper-head">
        <p>
          {`${say("report.print.unit")}${say("page.colon")}${area.name}`}
          <br />
          {`${say("report.print.period")}${say("page.colon")}${periodName(period, language)}`}
        </p>
        <p>
          {head.map(([name, value]) => (
            <span key={name} className="paper-head-line">
              {`${say(`report.print.${name}`)}${say("page.colon")}${value ?? ""}`}
            </span>
          ))}
        </p>
      </div>
      <PaperTable report={report} />
      <p className="paper-signatures">
        {(["head", "statistics", "filler", "phone", "date"] as const).map((name) => (
          <span key={name}>{`${say(`report.print.${name}`)}${say("page.colon")}`}</span>
        ))}
      </p>
      {code !== null && (
        <p className="paper-code">
          <strong>{code}</strong>
          <span>{say("report.print.codeNote")}</span>
        </p>
      )}
    </section>
  );
}

function PaperTable({ report }: { report: Report }) {
  const { say, language } = useText();
  const heads = ["order", "indicator", "unitOfMeasure", "code", "value", "samePeriod", "explanation"] as const;
  return (
    <table className="paper-table">
      <thead>
        <tr>
          {heads.map((name) => (
            <th key={name}>{say(`report.print.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.lineItems.map(({ indicator, state, value, suppressed, samePeriod, explanation }, at) => (
          <tr key={indicator.code}>
            <td>{at + 1}</td>
            <td>{indicator.name}</td>
            <td>{unitName(indicator.unit, language)}</td>
            <td>{indicator.code}</td>
            <td className="paper-figure">
              {suppressed && say("code.suppressed")}
              {state === "value"
                ? value !== null && grouped(value)
                : state !== "empty" && say(`report.lineState.${state}`)}
            </td>
            <td className="paper-figure">{samePeriod !== null && grouped(samePeriod)}</td>
            <td>{explanation !== null && <Original>{explanation}</Original>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
