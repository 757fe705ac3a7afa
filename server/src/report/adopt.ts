import { adoptionRefusal } from "@yuanbiao/core/adoption";
import { allowsStep } from "@yuanbiao/core/filing";
import type { Observation } from "@yuanbiao/core/observation";
import type { LineState, ReportLine, Verification } from "@yuanbiao/core/report";
import type { Statement } from "@yuanbiao/db/commit";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listChecks } from "@yuanbiao/db/queries/check";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listVerifications } from "@yuanbiao/db/queries/report";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { lineOf, type OpenedReport, openReport } from "../reporting.ts";
import { figureId } from "../reporting-outcomes.ts";
import { findingFaults } from "../wire/finding.ts";
import { findContradictions } from "./contradictions.ts";
import { figureOf } from "./figure.ts";
import type { AdoptBody } from "./shape.ts";
import { eventStatement, requireVersion, stepOf } from "./step.ts";

type Choice = z.infer<typeof AdoptBody>["lines"][number];
type Verifications = ReadonlyMap<string, Versioned<Verification>>;

interface At {
  readonly id: string;
  readonly ifMatch: number;
  readonly body: z.infer<typeof AdoptBody>;
  readonly language: Language;
}

/** 采用: the office takes the reported or the verified figure as the one that counts; all lines or none. */
export async function adopt(
  context: Context,
  asker: Asker,
  { id, ifMatch, body, language }: At,
): Promise<OpenedReport> {
  const [opened, found] = await Promise.all([
    openReport(context, asker, id, "line.adopt"),
    listVerifications(context.store, { asOf: null }, [id]),
  ]);
  const { report } = opened;
  requireVersion(ifMatch, report);
  if (!allowsStep(report, "verify")) throw new Refusal(409, "not-accepted");
  const verifications = new Map(found.map((one) => [one.indicator, one]));
  const named = body.lines.map(({ indicator }) => indicator);
  const twice = named.filter((indicator, at) => named.indexOf(indicator) !== at);
  const faults = [
    ...body.lines.flatMap((choice) => choiceFaults(opened, verifications, { choice, reason: body.reason })),
    ...twice.map((indicator) => ({ field: `lines.${indicator}`, code: "line-twice" })),
  ];
  if (faults.length > 0) throw new Refusal(422, "lines-not-acceptable", faults);
  const ids = opened.round.lines.map(({ indicator }) => figureId({ report: id, indicator }, "adopted"));
  const adopted = await listObservations(context.store, { asOf: null, publishedBy: null }, { ids });
  const current = adopted.filter(({ indicator }) => named.includes(indicator));
  const day = stepOf(context, asker).day;
  const note = body.reason === "" ? null : body.reason;
  const unfit = await requireFitting(context, opened, { adopted, verifications, body, language });
  const noteOf = (choice: Choice) =>
    unfit.has(choice.indicator) || isOverruled(opened, verifications, choice) ? note : null;
  const incoming = body.lines.flatMap(
    (choice) => adoptedFigure(opened, verifications, { choice, day, note: noteOf(choice) }) ?? [],
  );
  const plan = planVersions("observation", { current, incoming }, { reason: "verification", note: id });
  if (plan.revisions.length === 0) throw new Refusal(409, "nothing-changed");
  await change(context, asker, {
    statements: [
      ...holdsOf(opened, verifications, named),
      ...plan.statements,
      eventStatement(asker, report, { action: "adopt", comment: note, indicators: named }),
    ],
    entries: [
      {
        area: report.area,
        action: "report-adopt",
        subject: id,
        before: current.map(contentOf),
        after: incoming.map(contentOf),
      },
    ],
  });
  return opened;
}

/**
 * What would count together must fit together, or a reason is given: refused with what checks find at the lines that it is
 * about. Gives those lines.
 */
async function requireFitting(
  context: Context,
  opened: OpenedReport,
  { adopted, verifications, body, language }: Fitting,
): Promise<ReadonlySet<string>> {
  const chosen = body.lines.flatMap((choice) => contentChosen(opened, verifications, choice) ?? []);
  const contents = [...adopted.map((figure) => ({ ...figure, state: lineStateOf(figure) })), ...chosen];
  const counting = new Map(contents.map(({ indicator, state, value }) => [indicator, { state, value }]));
  const found = await findContradictions(context, opened, counting);
  if (found.length > 0 && body.reason.trim() === "") {
    const checks = await listChecks(context.store, { asOf: null });
    const placeOf = (indicator: string): string => `lines.${indicator}`;
    throw new Refusal(422, "adoption-contradicts", findingFaults(found, { checks, language, placeOf }));
  }
  return new Set(found.flatMap(({ indicators }) => indicators));
}

interface Fitting extends Pick<At, "body" | "language"> {
  readonly adopted: readonly Versioned<Observation>[];
  readonly verifications: Verifications;
}

const lineStateOf = ({ state }: Observation): LineState =>
  state === "value" || state === "not-reported" || state === "not-applicable" ? state : "empty";

/** What the office chose between must be what still stands. */
function holdsOf({ report }: OpenedReport, verifications: Verifications, indicators: readonly string[]): Statement[] {
  const none = (indicator: string) => ({ report: report.id, area: report.area, indicator, version: 0 });
  return [
    { hold: "report", record: report },
    ...indicators.map((indicator): Statement => {
      const record = verifications.get(indicator) ?? none(indicator);
      return { hold: "verification", record };
    }),
  ];
}

function contentOf({ id, indicator, value, state }: Observation | Versioned<Observation>) {
  return { id, indicator, value, state };
}

function choiceFaults(
  opened: OpenedReport,
  verifications: Verifications,
  { choice: { indicator, basis }, reason }: { choice: Choice; reason: string },
): FieldFault[] {
  const line = lineOf(opened, indicator);
  const code =
    line === undefined ? "no-such-line" : adoptionRefusal(line, verifications.get(indicator), { basis, reason });
  return code === null ? [] : [{ field: `lines.${indicator}`, code }];
}

/** Whether a department's figure is passed over: the reason is that of these lines, not of those taken with them. */
function isOverruled(opened: OpenedReport, verifications: Verifications, { indicator, basis }: Choice): boolean {
  const line = lineOf(opened, indicator);
  const found = verifications.get(indicator);
  return line !== undefined && adoptionRefusal(line, found, { basis, reason: "" }) === "reason-needed";
}

function contentChosen(
  opened: OpenedReport,
  verifications: Verifications,
  { indicator, basis }: Choice,
): ReportLine | null {
  const line = lineOf(opened, indicator);
  if (line === undefined) return null;
  const verification = basis === "verified" ? verifications.get(indicator) : undefined;
  return verification === undefined ? line : { ...line, state: verification.state, value: verification.value };
}

function adoptedFigure(
  opened: OpenedReport,
  verifications: Verifications,
  { choice, day, note }: { choice: Choice; day: string; note: string | null },
): Observation | null {
  const line = contentChosen(opened, verifications, choice);
  return line === null ? null : figureOf(opened.round, opened.registry, { line, role: "adopted", day, note });
}
