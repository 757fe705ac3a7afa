import type { Actor } from "@yuanbiao/core/access";
import { adoptionAnswers, answersLine, turnOf } from "@yuanbiao/core/adoption";
import { daysBetween, shanghaiDay } from "@yuanbiao/core/day";
import { isCount } from "@yuanbiao/core/indicator";
import { isOwed, isSameContent, type Report, type ReportLine } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import { withholdLine } from "@yuanbiao/core/sight";
import type { Versioned } from "@yuanbiao/db/nouns";
import type { StoredEvent } from "@yuanbiao/db/queries/report";
import type { z } from "zod";
import { indicatorOf, lineOf, type OpenedReport, ownerOf } from "../reporting.ts";
import { figureId, type LineOutcomes, lineKey, type Outcomes, outcomesOf } from "../reporting-outcomes.ts";
import type { Beside } from "../reporting-references.ts";
import { areaRef, caliberRef, departmentRef, indicatorRef, noteOf, type Speech } from "../wire/speech.ts";
import type { EventView, LineView, ReportSummary, VerificationView } from "./shape.ts";

interface SummaryOf {
  readonly report: Versioned<Report>;
  readonly round: Round;
  readonly lines: readonly Versioned<ReportLine>[];
  readonly filled: number | null;
  readonly outcomes: Outcomes;
  readonly reminder: StoredEvent | undefined;
  readonly now: Date;
}

/** A letter that asked for a report speaks while the report is owed. */
function reminderView(report: Report, reminder: StoredEvent | undefined): ReportSummary["reminder"] {
  return reminder === undefined || !isOwed(report) ? null : { at: reminder.recordedAt, answerBy: reminder.comment };
}

/** A report in a list: where it stands, whose turn it is, and how much of it is done. */
export function summaryView(
  speech: Speech,
  { report, round, lines, filled, outcomes, reminder, now }: SummaryOf,
): ReportSummary {
  const at = (indicator: string) => ({ report: report.id, indicator });
  const asked = round.lines.map(({ indicator }) => indicator);
  const own = new Map(lines.map((line) => [line.indicator, line]));
  const found = (code: string) => outcomes.verifications.get(lineKey(at(code)));
  const taken = (code: string) => outcomes.figures.get(figureId(at(code), "adopted"));
  const verified = asked.filter((code) => answersLine(own.get(code), found(code)));
  const adopted = asked.filter((code) => adoptionAnswers(own.get(code), taken(code), found(code)));
  const seen = asked.flatMap((indicator) => own.get(indicator) ?? []);
  const standing = { verified: new Set(verified), adopted: new Set(adopted) };
  const { registry, language } = speech;
  return {
    id: report.id,
    round: { code: round.code, name: language === "en" ? (round.nameEn ?? round.name) : round.name },
    roundState: round.state,
    period: round.period,
    area: areaRef({ registry, language }, report.area),
    state: report.state,
    turn: turnOf(report, seen, standing),
    cycle: report.cycle,
    dueOn: report.dueOn,
    daysLeft: daysBetween(shanghaiDay(now), report.dueOn),
    lateDays: report.lateDays,
    lines: asked.length,
    filled,
    returned: seen.filter(({ review }) => review === "returned").length,
    accepted: seen.filter(({ review }) => review === "accepted").length,
    verified: verified.length,
    adopted: adopted.length,
    submittedAt: report.submittedAt,
    request: report.request,
    supplement: report.supplement,
    reminder: reminderView(report, reminder),
    version: report.version,
    recordedAt: report.recordedAt,
  };
}

/** The names of the people in a thread, by account. */
export function namesIn(events: readonly StoredEvent[]): ReadonlyMap<string, string> {
  return new Map(events.map(({ account, name }) => [account, name]));
}

export function eventViews(events: readonly StoredEvent[]): z.infer<typeof EventView>[] {
  return events.map(({ id, action, cycle, name, comment, indicators, recordedAt }) => ({
    ...{ id, action, cycle, name, comment, recordedAt },
    indicators: [...indicators],
  }));
}

function verificationView(
  speech: Speech,
  verification: LineOutcomes["verification"],
  names: ReadonlyMap<string, string>,
): z.infer<typeof VerificationView> | null {
  if (verification === null) return null;
  const { found, stands } = verification;
  const { department, state, value, reason, version, recordedAt, recordedBy } = found;
  const by = names.get(recordedBy) ?? recordedBy;
  return { department: departmentRef(speech, department), state, value, reason, by, stands, version, recordedAt };
}

function adoptedView({ verification, adopted }: LineOutcomes): z.infer<typeof LineView>["adopted"] {
  if (adopted === null) return null;
  const { figure, stands } = adopted;
  const basis = verification !== null && figure.value === verification.found.value ? "verified" : "reported";
  return { observation: figure.id, basis, value: figure.value, stands, at: figure.recordedAt };
}

interface ShownWith {
  readonly beside: Beside;
  readonly outcomes: Outcomes;
  readonly names: ReadonlyMap<string, string>;
  readonly reader: Actor;
  /** The lines as the reader was sent them in an earlier cycle, by indicator; null where they never were. */
  readonly sentBefore: ReadonlyMap<string, ReportLine> | null;
}

/** What a line said when the report was sent before, where it says something else now. */
function beforeOf(
  line: ReportLine,
  { sentBefore, reader }: Pick<ShownWith, "sentBefore" | "reader">,
): z.infer<typeof LineView>["before"] {
  if (sentBefore === null) return null;
  const stood = sentBefore.get(line.indicator) ?? { ...line, ...blankContent };
  if (isSameContent(line, stood)) return null;
  const { state, value, explanation, suppressed } = withholdLine(stood, reader);
  return suppressed === null ? { state, value, explanation } : null;
}
const blankContent = { state: "empty", value: null, explanation: null, enterprises: null } as const;

/** The lines of a report in the order of its round, as far as the reader may see them. */
export function lineViews(
  speech: Speech,
  opened: OpenedReport,
  { beside, outcomes, names, reader, sentBefore }: ShownWith,
): z.infer<typeof LineView>[] {
  const { registry } = speech;
  const writers = new Map(opened.lines.map((line) => [line.indicator, line.recordedBy]));
  return opened.round.lines.flatMap(({ indicator }) => {
    const stored = lineOf(opened, indicator);
    if (stored === undefined) return [];
    const line = withholdLine(stored, reader);
    const asked = indicatorOf(registry, indicator);
    const { unit, decimals, whole, definition, definitionEn } = asked;
    const owner = ownerOf(registry, indicator);
    const references = beside.references.get(indicator);
    const isShown = line.suppressed === null;
    const became = outcomesOf(line, outcomes);
    return [
      {
        indicator: {
          ...indicatorRef(speech, indicator),
          ...{ unit, decimals, whole, isCount: isCount(asked), definition: noteOf(speech, definition, definitionEn) },
        },
        caliber: caliberRef(speech, line.caliber),
        department: owner === null ? null : departmentRef(speech, owner),
        ...{ state: line.state, value: line.value, explanation: line.explanation, enterprises: line.enterprises },
        suppressed: !isShown,
        ...{ review: line.review, returnReason: line.returnReason, version: line.version, recordedAt: line.recordedAt },
        before: isShown ? beforeOf(stored, { sentBefore, reader }) : null,
        by: names.get(writers.get(indicator) ?? "") ?? null,
        previous: references?.previous ?? null,
        samePeriod: references?.samePeriod ?? null,
        earlierThisYear: references?.earlierThisYear ?? null,
        verification: verificationView(speech, became.verification, names),
        adopted: adoptedView(became),
      },
    ];
  });
}
