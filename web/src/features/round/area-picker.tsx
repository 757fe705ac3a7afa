import type { Area } from "../../api.ts";
import { useText } from "../../text/text.ts";
import type { Choices } from "./query.ts";

interface PickerParts {
  readonly choices: Choices;
  readonly city: string;
  readonly chosen: readonly string[];
  readonly onChange: (areas: readonly string[]) => void;
}

const kinds = ["park", "zone", "district", "city", "enterprise", "business", "region"] as const;

/** The areas of a city by kind, each kind to be taken as a whole or one by one. */
export function AreaPicker({ choices, city, chosen, onChange }: PickerParts) {
  const { say } = useText();
  const own = choices.areas.filter((area) => area.city.code === city && area.to === null);
  const groups = kinds
    .map((kind) => ({ kind, areas: own.filter((area) => area.kind === kind) }))
    .filter(({ areas }) => areas.length > 0);
  const without = (areas: readonly Area[]) => chosen.filter((code) => !areas.some((area) => area.code === code));
  return (
    <div className="area-groups">
      {groups.map(({ kind, areas }) => {
        const word = say(`code.areaKind.${kind}`);
        const isWhole = areas.every(({ code }) => chosen.includes(code));
        return (
          <fieldset key={kind} className="area-group">
            <legend>{word}</legend>
            <button
              type="button"
              className="button chip"
              onClick={() => onChange(isWhole ? without(areas) : [...without(areas), ...areas.map(({ code }) => code)])}
            >
              {isWhole
                ? say("round.fields.noneOf", { kind: word })
                : say("round.fields.allOf", { kind: word, count: areas.length })}
            </button>
            {areas.map(({ code, name }) => (
              <label key={code} className="area-choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(code)}
                  onChange={() =>
                    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
                  }
                />
                {name}
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
