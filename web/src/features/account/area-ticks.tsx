import { useState } from "react";
import type { Area } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { SearchField } from "../../ui/search-field.tsx";

interface TicksParts {
  readonly areas: readonly Area[];
  readonly chosen: readonly string[];
  readonly onChange: (areas: string[]) => void;
}

/** Areas to tick, those that are chosen first. */
export function AreaTicks({ areas, chosen, onChange }: TicksParts) {
  const { say } = useText();
  const [text, setText] = useState("");
  // In the order in which it was opened: what one ticks does not jump.
  const [first] = useState(chosen);
  const fits = areas.filter(({ code, name }) => chosen.includes(code) || name.includes(text));
  const shown = [...fits].sort((a, b) => Number(first.includes(b.code)) - Number(first.includes(a.code)));
  return (
    <fieldset className="area-ticks">
      <legend className="field-label">{say("account.grants.areas", { count: chosen.length })}</legend>
      <SearchField label={say("account.grants.search")} value={text} onChange={setText} />
      <div className="area-ticks-list">
        {shown.map(({ code, name, city }) => (
          <label key={code} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() =>
                onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
              }
            />
            <span>
              {name}
              {city.code !== code && <span className="quiet grant-why">{city.name}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
