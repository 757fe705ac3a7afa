import type { Scheme } from "@yuanbiao/core/scheme";
import { targetAndEffect } from "./scheme-composite.ts";
import { liuzhouZone2018 } from "./scheme-liuzhou.ts";
import { nationalZones2021 } from "./scheme-national.ts";

/** The schemes that are shipped as drafts; the office copies one, settles what is 待核, and publishes its own. */
export function shippedSchemes(): Scheme[] {
  return [liuzhouZone2018(), nationalZones2021(), targetAndEffect()];
}
