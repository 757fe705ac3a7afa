import type { Refusal } from "@yuanbiao/core/evaluate-refusal";
import { refusalText } from "../text/refusal-text.ts";
import type { RefusalView } from "./shape.ts";
import { glossaryOf, type Shown } from "./view.ts";

/** Everything that stands against a run, in words. */
export function refusalViews(shown: Shown, refusals: readonly Refusal[]): RefusalView[] {
  const names = glossaryOf(shown);
  return refusals.map((refusal) => ({
    code: refusal.code,
    area: refusal.area === null ? null : names.ref("area", refusal.area),
    criterion: refusal.criterion === null ? null : names.ref("criterion", refusal.criterion),
    detail: refusalText(shown.language, refusal, names),
  }));
}
