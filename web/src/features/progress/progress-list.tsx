import { useState } from "react";
import type { Progress, Status } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { LightMark } from "../../ui/light.tsx";
import { worstFirst } from "../../ui/light-shape.ts";
import { Section } from "../../ui/page.tsx";
import { ProgressLines } from "./progress-lines.tsx";
import { ProgressTable } from "./progress-table.tsx";

interface ListParts {
  readonly rows: readonly Progress[];
  readonly title: string;
  readonly asTable: boolean;
}

/** Targets to be filtered by where they stand, as bullet bars or as a table. */
export function ProgressList({ rows, title, asTable }: ListParts) {
  const { say } = useText();
  const [status, setStatus] = useState<Status>();
  const states = worstFirst.filter((state) => rows.some((row) => row.status === state));
  const shown = status === undefined ? rows : rows.filter((row) => row.status === status);
  if (rows.length === 0) return null;
  return (
    <Section title={`${title} ${rows.length}`}>
      {states.length > 1 && (
        <fieldset className="chips">
          <legend className="visually-hidden">{say("target.filter")}</legend>
          <button
            type="button"
            className="chip"
            aria-pressed={status === undefined}
            onClick={() => setStatus(undefined)}
          >
            {say("target.all")} <span className="chip-count">{rows.length}</span>
          </button>
          {states.map((state) => (
            <button
              key={state}
              type="button"
              className="chip"
              aria-pressed={status === state}
              onClick={() => setStatus(state)}
            >
              <LightMark status={state} />
              {say(`code.status.${state}`)}
              <span className="chip-count">{rows.filter((row) => row.status === state).length}</span>
            </button>
          ))}
        </fieldset>
      )}
      {asTable ? <ProgressTable rows={shown} name={title} /> : <ProgressLines rows={shown} showArea />}
    </Section>
  );
}
