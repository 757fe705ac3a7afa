import type { Ref, Target } from "../../api.ts";
import { toldOf } from "../../fault.ts";
import { difference, grouped, unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { balanceOf, cellKey, dropPeriod, type PlanDraft, readParts, readValue } from "./plan-draft.ts";

interface GridParts {
  readonly target: Target;
  readonly draft: PlanDraft;
  readonly areas: readonly Ref[];
  readonly addsUp: boolean;
  readonly error: Error | null;
  readonly onChange: (draft: PlanDraft) => void;
}

/** The grid of the plan: a row a period; the whole, its sub-areas, their sum and its difference to the whole. */
export function PlanGrid(parts: GridParts) {
  const { say, language } = useText();
  const { target, draft, areas, addsUp } = parts;
  const columns = [target.area, ...draft.areas.flatMap((code) => areas.filter((area) => area.code === code))];
  const isSummed = addsUp && draft.areas.length > 0;
  return (
    <section
      className="table-scroll"
      aria-label={say("decision.plan.title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="table plan-grid">
        <caption className="quiet plan-unit">
          {say("decision.plan.unit", { unit: unitName(target.indicator.unit, language) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say("decision.plan.period")}</th>
            {columns.map(({ code, name }, at) => (
              <th key={code} scope="col">
                {at === 0 ? say("decision.plan.whole", { area: name }) : name}
              </th>
            ))}
            {isSummed && <th scope="col">{say("decision.plan.sum")}</th>}
            <th scope="col">{say("decision.plan.row")}</th>
          </tr>
        </thead>
        <tbody>
          {draft.periods.map((period) => (
            <PlanRow key={period} period={period} columns={columns} isSummed={isSummed} {...parts} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowParts extends GridParts {
  readonly period: string;
  readonly columns: readonly Ref[];
  readonly isSummed: boolean;
}

function PlanRow(row: RowParts) {
  const { say, language } = useText();
  const { period, columns, isSummed, draft, onChange } = row;
  const name = periodName(period, language);
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((area, at) => (
        <PlanCell key={area.code} {...row} label={`${name} ${area.name}`} area={at === 0 ? null : area.code} />
      ))}
      {isSummed && <SumCell {...row} />}
      <td>
        <button
          type="button"
          className="button-quiet"
          aria-label={say("decision.plan.dropOf", { period: name })}
          onClick={() => onChange(dropPeriod(draft, period))}
        >
          {say("decision.plan.drop")}
        </button>
      </td>
    </tr>
  );
}

function PlanCell({ target, draft, period, area, label, error, onChange }: RowParts & CellParts) {
  const { say, language } = useText();
  const { unit } = target.indicator;
  const key = cellKey(period, area);
  const text = draft.cells[key] ?? "";
  const write = (value: string) => onChange({ ...draft, cells: { ...draft.cells, [key]: value } });
  const value = readValue(text, unit);
  const unread = say("decision.plan.unreadable", { text, unit: unitName(unit, language) });
  const fault = value === undefined ? unread : toldAt(error, draft, { period, area, unit });
  const told = `plan-${key.replaceAll(" ", "-")}`;
  return (
    <td>
      <input
        className="input field-input plan-input"
        inputMode="decimal"
        aria-label={label}
        value={text}
        {...(fault !== undefined && { "aria-invalid": true, "aria-describedby": told })}
        onChange={(event) => write(event.target.value)}
        onBlur={() => value != null && value !== text && write(value)}
      />
      {fault !== undefined && (
        <p id={told} className="field-error">
          {fault}
        </p>
      )}
    </td>
  );
}

interface CellParts {
  readonly area: string | null;
  readonly label: string;
}

interface Place {
  readonly period: string;
  readonly area: string | null;
  readonly unit: string;
}

/** What the server said of one part, which it counts among those that were sent. */
function toldAt(error: Error | null, draft: PlanDraft, { period, area, unit }: Place): string | undefined {
  const index = readParts(draft, unit).parts.findIndex((part) => part.period === period && part.area === area);
  if (index < 0) return undefined;
  const told = ["period", "area", "value"].map((name) => toldOf(error, `parts.${index}.${name}`));
  return told.find((text) => text !== undefined);
}

function SumCell({ target, draft, period }: RowParts) {
  const { say, language } = useText();
  const balance = balanceOf(draft, target, period);
  if (balance.sum === null) return <td className="numeric">{say("page.none")}</td>;
  const isEven = balance.difference === "0";
  return (
    <td className="numeric" aria-live="polite">
      {grouped(balance.sum)}
      {balance.difference !== null && (
        <p className={isEven ? "quiet" : "plan-apart"}>
          {isEven
            ? say("decision.plan.even")
            : say("decision.plan.apart", {
                difference: difference(balance.difference, target.indicator.unit, language),
              })}
        </p>
      )}
    </td>
  );
}
