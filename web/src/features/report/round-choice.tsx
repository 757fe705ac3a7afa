import type { ReportSummary } from "../../api.ts";
import { useText } from "../../text/text.ts";

/** The reports of one round. */
export interface RoundReports {
  readonly code: string;
  readonly name: string;
  readonly reports: readonly ReportSummary[];
}

const stateOrder = ["open", "closed", "draft", "archived"];

/** Reports by round: those under way first, then the later due. */
export function groupByRound(reports: readonly ReportSummary[]): RoundReports[] {
  const groups = new Map<string, ReportSummary[]>();
  for (const report of reports) groups.set(report.round.code, [...(groups.get(report.round.code) ?? []), report]);
  const rankOf = ([report]: readonly ReportSummary[]) => stateOrder.indexOf(report?.roundState ?? "archived");
  const dueOf = ([report]: readonly ReportSummary[]) => report?.dueOn ?? "";
  return [...groups.values()]
    .sort((a, b) => rankOf(a) - rankOf(b) || (dueOf(a) < dueOf(b) ? 1 : -1))
    .flatMap((own) => (own[0] === undefined ? [] : [{ ...own[0].round, reports: own }]));
}

interface ChoiceParts {
  readonly rounds: readonly RoundReports[];
  readonly value: string;
  readonly onChange: (round: string) => void;
}

export function RoundChoice({ rounds, value, onChange }: ChoiceParts) {
  const { say } = useText();
  return (
    <select
      className="select"
      aria-label={say("review.round")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {rounds.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
