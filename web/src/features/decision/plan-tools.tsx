import { endYear, parsePeriod } from "@yuanbiao/core/period";
import { useState } from "react";
import type { Ref } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { addPeriod, type PlanDraft } from "./plan-draft.ts";

interface AreaParts {
  readonly areas: readonly Ref[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which sub-areas have a column of their own. */
export function SubAreas({ areas, chosen, onChange }: AreaParts) {
  const { say } = useText();
  if (areas.length === 0) return null;
  return (
    <fieldset className="plan-areas">
      <legend className="field-label">{say("decision.plan.areas")}</legend>
      {areas.map(({ code, name }) => (
        <label key={code} className="plan-area">
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

const quarters = ["year", "Q1", "Q2", "Q3", "Q4"] as const;

interface AddParts {
  readonly draft: PlanDraft;
  readonly due: string | null;
  readonly today: string;
  readonly onChange: (draft: PlanDraft) => void;
}

/** One more year or quarter. */
export function AddPeriod({ draft, due, today, onChange }: AddParts) {
  const { say } = useText();
  const dueYear = due === null ? undefined : parsePeriod(due);
  const thisYear = Number(today.slice(0, 4));
  const last = dueYear === undefined ? thisYear + 10 : endYear(dueYear);
  const years = Array.from({ length: 11 }, (_, at) => String(last - at));
  const [year, setYear] = useState(String(Math.min(thisYear, last)));
  const [part, setPart] = useState<(typeof quarters)[number]>("Q1");
  const code = part === "year" ? year : `${year}-${part}`;
  return (
    <div className="plan-add">
      <ChoiceField
        label={say("decision.plan.year")}
        value={year}
        options={years.map((value) => ({ value, label: value }))}
        onChange={setYear}
      />
      <ChoiceField
        label={say("decision.plan.part")}
        value={part}
        options={quarters.map((value) => ({ value, label: say(`decision.plan.parts.${value}`) }))}
        onChange={setPart}
      />
      <button
        type="button"
        className="button"
        disabled={draft.periods.includes(code)}
        onClick={() => onChange(addPeriod(draft, code))}
      >
        {say("decision.plan.add")}
      </button>
    </div>
  );
}
