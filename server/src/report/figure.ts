import type { Observation, Role, ValueState } from "@yuanbiao/core/observation";
import type { LineState, ReportLine } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import type { Registry } from "../registry.ts";
import { indicatorOf } from "../reporting.ts";
import { figureId } from "../reporting-outcomes.ts";
import { documentCode } from "../wire/round-document.ts";

const states: Readonly<Record<LineState, ValueState | null>> = {
  empty: null,
  value: "value",
  "not-reported": "not-reported",
  "not-applicable": "not-applicable",
};

/** What of a line becomes a figure: its content in one role, published on the day of the step. */
export interface FigureOf {
  readonly line: Pick<ReportLine, "report" | "area" | "indicator" | "caliber" | "state" | "value" | "enterprises">;
  readonly role: Role;
  readonly day: string;
  readonly note: string | null;
}

/** A line as a figure (指标值); null for a line that was left empty. */
export function figureOf(round: Round, registry: Registry, { line, role, day, note }: FigureOf): Observation | null {
  const state = states[line.state];
  if (state === null) return null;
  return {
    id: figureId(line, role),
    area: line.area,
    indicator: line.indicator,
    caliber: line.caliber,
    period: round.period,
    periodBasis: "stated",
    state,
    value: state === "value" ? line.value : null,
    text: null,
    textEn: null,
    unit: indicatorOf(registry, line.indicator).unit,
    qualifier: "=",
    stage: round.stage,
    role,
    reportedGrowth: null,
    priorComparable: null,
    document: documentCode(round.code),
    clause: null,
    publishedOn: day,
    class: round.class,
    enterprises: line.enterprises,
    note,
    noteEn: null,
  };
}
