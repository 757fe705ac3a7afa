import { Trans } from "react-i18next";
import type { Progress } from "../../api.ts";
import { difference, trimmed, unsigned, withUnit } from "../../text/number.ts";
import { useText } from "../../text/text.ts";
import { periodName } from "../../text/time.ts";
import { statusWord, targetWords } from "../../text/word.ts";
import { Figure } from "../../ui/figure.tsx";

const kinds = {
  missed: "missed",
  achieved: "achieved",
  "on-track": "under",
  behind: "under",
  "far-behind": "under",
  regressed: "under",
  "no-data": "noData",
  incomparable: "incomparable",
  "not-computable": "notComputable",
  judgement: "judgement",
  "not-due": "notDue",
} as const;

/** Where one target stands, as a sentence with its figure. */
export function ProgressSentence({ row }: { row: Progress }) {
  const { say, language } = useText();
  const { target, actual } = row;
  const figure = actual ?? row.beside[0]?.observation;
  const kind = sentenceKind(row);
  const values = {
    period: periodName(figure?.period ?? null, language),
    due: periodName(target.due, language),
    area: figure?.area.name ?? "",
    name: target.name,
    target: targetWords(target, say, language),
    expected: row.expected === null ? "" : withUnit(row.expected, target.indicator.unit, language),
    difference:
      row.difference === null
        ? ""
        : difference(unsigned(trimmed(row.difference)), target.indicator.unit, language).replace("+", ""),
    status: row.provisional
      ? say("target.provisionally", { status: statusWord(row.status, row.reason, say) })
      : statusWord(row.status, row.reason, say),
    reason: (row.bridge?.reason ?? (row.reason === null ? "" : say(`code.reason.${row.reason}`))).replace(/[。.]$/, ""),
  };
  return (
    <Trans
      i18nKey={`target.sentence.${kind}`}
      values={values}
      components={{ figure: figure === undefined ? <span>{say("page.none")}</span> : <Figure of={figure} /> }}
    />
  );
}

/** A person's word takes the place of a figure for milestones and promises without a number. */
const isDecided = ({ target, status }: Progress): boolean =>
  (target.comparator === "milestone" || target.comparator === "judgement") &&
  (status === "achieved" || status === "missed");

function sentenceKind(row: Progress) {
  if (isDecided(row)) return "decided" as const;
  if (row.status !== "no-data") return kinds[row.status];
  if (row.reason === "no-due-actual" && row.actual !== null) return "overdue" as const;
  return row.owes !== null && row.target.due !== null && row.target.due !== "every-year" && row.reason === "no-actual"
    ? ("overdueBare" as const)
    : kinds["no-data"];
}
