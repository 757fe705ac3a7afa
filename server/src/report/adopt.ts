import { adoptionRefusal } from "@yuanbiao/core/adoption";
import { allowsStep } from "@yuanbiao/core/filing";
import type { Observation } from "@yuanbiao/core/observation";
import type { Verification } from "@yuanbiao/core/report";
import type { Statement } from "@yuanbiao/db/commit";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listVerifications } from "@yuanbiao/db/queries/report";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import { lineOf, type OpenedReport, openReport } from "../reporting.ts";
import { figureId, figureOf } from "./figure.ts";
import type { AdoptBody } from "./shape.ts";
import { eventStatement, requireVersion, stepOf } from "./step.ts";

type Choice = z.infer<typeof AdoptBody>["lines"][number];
type Verifications = ReadonlyMap<string, Versioned<Verification>>;

/** 采用: the office takes the reported or the verified figure as the one that counts; all lines or none. */
export async function adopt(
  context: Context,
  asker: Asker,
  { id, ifMatch, body }: { id: string; ifMatch: number; body: z.infer<typeof AdoptBody> },
): Promise<void> {
  const opened = await openReport(context, asker, id, "line.adopt");
  const { report } = opened;
  requireVersion(ifMatch, report);
  if (!allowsStep(report, "verify")) throw new Refusal(409, "not-accepted");
  const found = await listVerifications(context.store, { asOf: null }, [id]);
  const verifications = new Map(found.map((one) => [one.indicator, one]));
  const named = body.lines.map(({ indicator }) => indicator);
  const twice = named.filter((indicator, at) => named.indexOf(indicator) !== at);
  const faults = [
    ...body.lines.flatMap((choice) => choiceFaults(opened, verifications, { choice, reason: body.reason })),
    ...twice.map((indicator) => ({ field: `lines.${indicator}`, code: "line-twice" })),
  ];
  if (faults.length > 0) throw new Refusal(422, "lines-not-acceptable", faults);
  const ids = named.map((indicator) => figureId({ report: id, indicator }, "adopted"));
  const current = await listObservations(context.store, { asOf: null, publishedBy: null }, { ids });
  const day = stepOf(context, asker).day;
  const note = body.reason === "" ? null : body.reason;
  const incoming = body.lines.flatMap((choice) => adoptedFigure(opened, verifications, { choice, day, note }) ?? []);
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
}

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

function adoptedFigure(
  opened: OpenedReport,
  verifications: Verifications,
  { choice, day, note }: { choice: Choice; day: string; note: string | null },
): Observation | null {
  const line = lineOf(opened, choice.indicator);
  const verification = choice.basis === "verified" ? verifications.get(choice.indicator) : undefined;
  if (line === undefined) return null;
  const content = verification === undefined ? line : { ...line, state: verification.state, value: verification.value };
  return figureOf(opened.round, opened.registry, { line: content, role: "adopted", day, note });
}
