import { getPeriod, parsePeriod } from "@yuanbiao/core/period";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { type PeriodKind, partsOf, periodCode, periodKinds } from "./draft.ts";

interface PeriodParts {
  readonly period: string;
  readonly error: string | undefined;
  readonly onChange: (period: string) => void;
}

function kindOf(code: string): PeriodKind {
  const kind = parsePeriod(code)?.kind;
  return periodKinds.find((one) => one === kind) ?? "year";
}

/** Which of its year's periods a period is, counted from 1. */
function partOf(code: string, kind: PeriodKind): string {
  if (kind === "year" || parsePeriod(code) === undefined) return "1";
  const { lastMonth } = getPeriod(code);
  return String(((lastMonth % 12) + 1) / (12 / partsOf[kind]));
}

/** A period, as kind, year and which one of the year. */
export function PeriodField({ period, error, onChange }: PeriodParts) {
  const { say, language } = useText();
  const [kind, setKind] = useState(() => kindOf(period));
  const [year, setYear] = useState(() => period.slice(0, 4));
  const [part, setPart] = useState(() => partOf(period, kind));
  const tell = (nextKind: PeriodKind, nextYear: string, nextPart: string) => {
    setKind(nextKind);
    setYear(nextYear);
    setPart(nextPart);
    onChange(periodCode(nextKind, nextYear, nextPart));
  };
  const parts = Array.from({ length: partsOf[kind] }, (_, at) => String(at + 1));
  const shown = (one: string) => {
    const code = periodCode(kind, "2000", one);
    return code === ""
      ? one
      : periodName(code, language)
          .replace(/2000\s*年?\s*/, "")
          .trim();
  };
  return (
    <fieldset className="period-field" data-fault="period">
      <legend className="visually-hidden">{say("round.fields.period")}</legend>
      <ChoiceField
        label={say("round.fields.kind")}
        value={kind}
        options={periodKinds.map((value) => ({ value, label: say(`round.fields.kinds.${value}`) }))}
        onChange={(next) => tell(next, year, "1")}
      />
      <TextField
        label={say("round.fields.year")}
        value={year}
        most={4}
        error={error}
        onChange={(next) => tell(kind, next, part)}
      />
      {parts.length > 1 && (
        <ChoiceField
          label={say("round.fields.part")}
          value={part}
          options={parts.map((value) => ({ value, label: shown(value) }))}
          onChange={(next) => tell(kind, year, next)}
        />
      )}
    </fieldset>
  );
}
