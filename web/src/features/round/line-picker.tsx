import { useState } from "react";
import { unitName } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { Empty } from "../../ui/state.tsx";
import type { RoundDraft } from "./draft.ts";
import type { Choices } from "./query.ts";

type Lines = RoundDraft["lines"];
interface PickerParts {
  readonly choices: Choices;
  readonly lines: Lines;
  readonly onChange: (lines: Lines) => void;
}

/** Indicators on the left, those that are asked for on the right, in their order, each with how it is counted. */
export function LinePicker({ choices, lines, onChange }: PickerParts) {
  const { say, language } = useText();
  const [text, setText] = useState("");
  const chosen = new Set(lines.map(({ indicator }) => indicator));
  const wanted = text.toLowerCase();
  const offered = choices.indicators.filter(
    ({ code, name }) => !chosen.has(code) && (name.toLowerCase().includes(wanted) || code.includes(wanted)),
  );
  return (
    <div className="picker">
      <div className="picker-side">
        <SearchField label={say("round.fields.find")} value={text} onChange={setText} />
        <ul className="picker-list">
          {offered.map(({ code, name, unit }) => (
            <li key={code}>
              <button
                type="button"
                className="picker-offer"
                onClick={() => onChange([...lines, { indicator: code, caliber: choices.usual.get(code) ?? "" }])}
              >
                <span>
                  <span className="visually-hidden">{say("round.fields.add")} </span>
                  {name}
                </span>
                <span className="quiet">{unitName(unit, language)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div className="picker-side">
        {lines.length === 0 && <Empty>{say("round.fields.noLines")}</Empty>}
        <ol className="picker-chosen">
          {lines.map((line, at) => (
            <ChosenLine key={line.indicator} at={at} choices={choices} lines={lines} onChange={onChange} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function ChosenLine({ at, choices, lines, onChange }: PickerParts & { at: number }) {
  const { say } = useText();
  const line = lines[at];
  if (line === undefined) return null;
  const name = choices.indicators.find(({ code }) => code === line.indicator)?.name ?? line.indicator;
  const before = lines[at - 1];
  return (
    <li className="picker-line">
      <span className="picker-name">{`${at + 1}. ${name}`}</span>
      <select
        className="select"
        aria-label={say("round.fields.caliberOf", { name })}
        aria-invalid={line.caliber === ""}
        value={line.caliber}
        onChange={(event) =>
          onChange(lines.map((one) => (one === line ? { ...one, caliber: event.target.value } : one)))
        }
      >
        <option value="">{say("round.fields.chooseCaliber")}</option>
        {choices.calibers.map((caliber) => (
          <option key={caliber.code} value={caliber.code}>
            {caliber.name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button-quiet"
        disabled={before === undefined}
        aria-label={say("round.fields.up", { name })}
        onClick={() => {
          if (before !== undefined) onChange([...lines.slice(0, at - 1), line, before, ...lines.slice(at + 1)]);
        }}
      >
        ↑
      </button>
      <button
        type="button"
        className="button-quiet"
        aria-label={say("round.fields.remove", { name })}
        onClick={() => onChange(lines.filter((one) => one !== line))}
      >
        ×
      </button>
    </li>
  );
}
