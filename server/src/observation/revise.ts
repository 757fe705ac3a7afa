import { isNegative, isWhole } from "@yuanbiao/core/adoption";
import { type Indicator, isCount } from "@yuanbiao/core/indicator";
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

const mostDecimals = 6;

/** Why a value is none of this indicator; null where it may be. */
function faultOf(indicator: Indicator | undefined, value: string) {
  if (indicator?.whole === true && !isWhole(value)) return "whole-number-needed";
  if (indicator !== undefined && isCount(indicator) && isNegative(value)) return "negative-count";
  const [, fraction = ""] = value.split(".");
  return fraction.length > Math.max(indicator?.decimals ?? mostDecimals, 2) ? "too-many-decimals" : null;
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
  const fault = faultOf(indicators.get(figure.indicator), value);
  if (fault !== null) throw new Refusal(422, fault, [{ field: "value", code: fault }]);
  if (figure.state === "value" && isSameQuantity(figure.value, value)) throw new Refusal(409, "nothing-changed");
  const after = { ...figure, state: "value", value } as const;
  const plan = planVersions("observation", { current: [figure], incoming: [after] }, { reason, note });
  const entry = {
    ...{ area: figure.area, action: "observation-revise", subject: id },
    ...{ before: { value: figure.value, state: figure.state }, after: { value, reason, note } },
  };
  await change(context, asker, { statements: plan.statements, entries: [entry] });
}
