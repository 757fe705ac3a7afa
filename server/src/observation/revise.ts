import type { RevisionReason } from "@yuanbiao/core/observation";
import { isSameQuantity } from "@yuanbiao/core/quantity";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { planVersions } from "@yuanbiao/db/revise";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";

export interface Correction {
  readonly id: string;
  readonly ifMatch: number;
  readonly value: string;
  readonly reason: RevisionReason;
  readonly note: string;
}

/**
 * 更正已采用的指标值: the office's figure gets a new version with the reason; runs that used the old one keep it and say
 * so. What a park reported is the park's to correct, and what came by a report is corrected there.
 */
export async function reviseObservation(context: Context, asker: Asker, correction: Correction): Promise<void> {
  const { id, ifMatch, value, reason, note } = correction;
  const [figure] = await listObservations(context.store, { asOf: null, publishedBy: null }, { ids: [id] });
  if (figure === undefined) throw new Refusal(404, "unknown-observation");
  if (figure.version !== ifMatch) throw new Refusal(412, "stale-version");
  const { documents, indicators } = await context.registries.at(null);
  if (figure.role !== "adopted") throw new Refusal(409, "figure-not-adopted-one");
  if (documents.get(figure.document)?.kind === "report") throw new Refusal(409, "figure-of-report");
  const decimals = indicators.get(figure.indicator)?.decimals ?? 6;
  const [, fraction = ""] = value.split(".");
  if (indicators.get(figure.indicator)?.whole === true && fraction.replace(/0+$/, "") !== "") {
    throw new Refusal(422, "whole-number-needed", [{ field: "value", code: "whole-number-needed" }]);
  }
  if (fraction.length > Math.max(decimals, 2)) {
    throw new Refusal(422, "too-many-decimals", [{ field: "value", code: "too-many-decimals" }]);
  }
  if (figure.state === "value" && isSameQuantity(figure.value, value)) throw new Refusal(409, "nothing-changed");
  const after = { ...figure, state: "value", value } as const;
  const plan = planVersions("observation", { current: [figure], incoming: [after] }, { reason, note });
  const entry = {
    ...{ area: figure.area, action: "observation-revise", subject: id },
    ...{ before: { value: figure.value, state: figure.state }, after: { value, reason, note } },
  };
  await change(context, asker, { statements: plan.statements, entries: [entry] });
}
