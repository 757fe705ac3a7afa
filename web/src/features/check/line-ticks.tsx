import { useState } from "react";
import { useText } from "../../text/text.ts";
import { SearchField } from "../../ui/search-field.tsx";
import type { Choices } from "./query.ts";

interface TicksParts {
  readonly choices: Choices;
  readonly chosen: readonly string[];
  /** Whether shares alone are meant where none is chosen. */
  readonly isOfShares: boolean;
  readonly error: string | undefined;
  readonly onChange: (chosen: string[]) => void;
}

/** The lines that a check applies to; none chosen means every one. */
export function LineTicks({ choices, chosen, isOfShares, error, onChange }: TicksParts) {
  const { say } = useText();
  const [text, setText] = useState("");
  const wanted = text.toLowerCase();
  const none = say(isOfShares ? "check.fields.sharesNone" : "check.fields.linesNone");
  const shown = choices.indicators.filter(({ code, name }) => `${name} ${code}`.toLowerCase().includes(wanted));
  return (
    <fieldset>
      <legend className="field-label">{say("check.fields.lines")}</legend>
      <p className="quiet" role="status">
        {chosen.length === 0 ? none : say("check.fields.linesSome", { count: chosen.length })}
        {chosen.length > 0 && (
          <button type="button" className="button-quiet" onClick={() => onChange([])}>
            {say("check.fields.linesClear")}
          </button>
        )}
      </p>
      {error !== undefined && <p className="field-error">{error}</p>}
      <SearchField label={say("check.fields.find")} value={text} onChange={setText} />
      <div className="check-ticks">
        {shown.map(({ code, name }) => (
          <label key={code} className="check-tick">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
