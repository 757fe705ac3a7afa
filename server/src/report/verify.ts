import { may } from "@yuanbiao/core/access";
import { answersLine, verificationRefusal } from "@yuanbiao/core/adoption";
import { allowsStep } from "@yuanbiao/core/filing";
import { isCount } from "@yuanbiao/core/indicator";
import { canonicalQuantity } from "@yuanbiao/core/quantity";
import type { Verification } from "@yuanbiao/core/report";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listVerifications } from "@yuanbiao/db/queries/report";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { indicatorOf, lineOf, type OpenedReport, openReport, ownerOf, subjectOf } from "../reporting.ts";
import { figureId } from "../reporting-outcomes.ts";
import { figureOf } from "./figure.ts";
import type { VerifyBody } from "./shape.ts";
import { eventStatement, requireVersion, stepOf } from "./step.ts";

interface Verifying {
  readonly id: string;
  readonly indicator: string;
  readonly body: z.infer<typeof VerifyBody>;
  /** The version of the verification that the asker saw; 0 where there was none. */
  readonly ifMatch: number;
}

/** 核定: the department's own figure beside the reported one; another value needs a reason. */
export async function verify(
  context: Context,
  asker: Asker,
  { id, indicator, body: given, ifMatch }: Verifying,
): Promise<OpenedReport> {
  const said = (given.reason ?? "").trim();
  const value = given.value === null ? null : canonicalQuantity(given.value);
  const body = { ...given, value, reason: said === "" ? null : said };
  const opened = await openReport(context, asker, id, "line.verify");
  const { report, round, registry } = opened;
  const line = lineOf(opened, indicator);
  const subject = subjectOf(report.area, indicator, registry);
  if (line === undefined || !may(asker.actor, "line.verify", subject)) throw new Refusal(404, "no-such-line");
  if (!allowsStep(report, "verify")) throw new Refusal(409, "not-accepted");
  const standing = (await listVerifications(context.store, { asOf: null }, [id])).find(
    (found) => found.indicator === indicator,
  );
  requireVersion(ifMatch, standing ?? { version: 0 });
  const asked = indicatorOf(registry, indicator);
  const refusal = verificationRefusal(line, body, { whole: asked.whole, isCount: isCount(asked) });
  if (refusal !== null) throw new Refusal(422, refusal.code, [refusal]);
  const department = ownerOf(registry, indicator);
  if (department === null) throw new Refusal(409, "no-owner");
  const after: Verification = { report: id, area: report.area, indicator, department, ...body };
  const day = stepOf(context, asker).day;
  const role = "verified";
  const figure = figureOf(round, registry, {
    line: { ...line, state: body.state, value: body.value },
    ...{ role, day, note: body.reason },
  });
  const ids = [figureId(line, role)];
  const current = await listObservations(context.store, { asOf: null, publishedBy: null }, { ids });
  const because = { reason: "verification", note: id } as const;
  // The same finding on a figure that was corrected since is a finding of its own.
  const again = { ...because, isSaidAgain: standing !== undefined && !answersLine(line, standing) };
  await change(context, asker, {
    statements: [
      { hold: "report", record: report },
      ...planVersions("verification", { current: standing === undefined ? [] : [standing], incoming: [after] }, again)
        .statements,
      ...planVersions("observation", { current, incoming: figure === null ? [] : [figure] }, because).statements,
      eventStatement(asker, report, { action: "verify", comment: body.reason, indicators: [indicator] }),
    ],
    entries: [
      {
        area: report.area,
        action: "report-verify",
        subject: `${id} ${indicator}`,
        before: standing === undefined ? { reported: line.value } : { value: standing.value },
        after: { value: body.value, state: body.state, reason: body.reason },
      },
    ],
  });
  return opened;
}
