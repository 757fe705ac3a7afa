import { isOverdue, isOwed } from "@yuanbiao/core/report";
import type { ReportSummary } from "../../api.ts";
import type { Language } from "../../text/text.ts";
import { type Say, useText } from "../../text/text.ts";
import { dayName } from "../../text/time.ts";

type Dated = Pick<ReportSummary, "dueOn" | "daysLeft" | "lateDays" | "state">;

/** A day of this year needs no year. */
function shortDay(day: string, language: Language): string {
  const isThisYear = day.slice(0, 4) === String(new Date().getFullYear());
  const name = dayName(day, language);
  if (!isThisYear) return name;
  return language === "en" ? name.replace(/ \d{4}$/, "") : name.replace(/^\d{4}\s年\s?/, "");
}

/** When a report is due, in words with days left. */
export function dueWords(report: Dated, say: Say, language: Language): string {
  const day = shortDay(report.dueOn, language);
  if (isOverdue(report)) return say("report.due.over", { count: -report.daysLeft, day });
  if (!isOwed(report) || report.daysLeft < 0) return say("report.due.closed", { day });
  if (report.daysLeft === 0) return say("report.due.today");
  return say("report.due.days", { count: report.daysLeft, day });
}

const soon = 3;

/** The due date with its urgency by shape and word: a triangle when overdue, a clock when near. */
export function Due({ report }: { report: Dated }) {
  const { say, language } = useText();
  const isOver = isOverdue(report);
  const isSoon = isOwed(report) && report.daysLeft >= 0 && report.daysLeft <= soon;
  return (
    <span className={`due ${isOver ? "due-over" : isSoon ? "due-soon" : ""}`}>
      {(isOver || isSoon) && (
        <svg className="due-mark" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d={isOver ? "M8 2l6.5 12h-13zM8 6.5v3.5M8 12v.4" : "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12M8 5v3.4l2.4 1.6"}
          />
        </svg>
      )}
      {dueWords(report, say, language)}
    </span>
  );
}
