import { lazy, Suspense, useState } from "react";
import { useText } from "../text/text.ts";
import { dayName } from "../text/time.ts";

const DatePanel = lazy(async () => ({ default: (await import("./date-panel.tsx")).DatePanel }));

interface DateParts {
  readonly label: string;
  readonly hint?: string;
  readonly value: string | undefined;
  /** Said where no date is chosen: today, now, any time. */
  readonly otherwise: string;
  readonly onChange: (day: string | undefined) => void;
}

/** A date to choose: a button that says it; the calendar loads when it is opened. */
export function DateField({ label, hint, value, otherwise, onChange }: DateParts) {
  const { language } = useText();
  const [open, setOpen] = useState(false);
  const shown = value === undefined ? otherwise : dayName(value.slice(0, 10), language);
  return (
    <div className="date-field">
      <button
        type="button"
        className={value === undefined ? "date-button" : "date-button date-set"}
        aria-expanded={open}
        title={hint}
        onClick={() => setOpen(!open)}
      >
        <span className="date-label">{label}</span>
        <span className="date-value">{shown}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <DatePanel
            label={label}
            value={value?.slice(0, 10)}
            onChange={(day) => {
              setOpen(false);
              onChange(day);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
