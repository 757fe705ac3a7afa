import { z } from "zod";
import { Code, named } from "./code.ts";
import { Quantity } from "./quantity.ts";

/** The lights of a target that is under way, from the best to the worst. */
export const lights = ["on-track", "behind", "far-behind"] as const;
export type Light = (typeof lights)[number];

/** points: deviation, gap closed − expected, in points; relative: the lag 1 − gap closed ÷ expected. */
export const lightMeasures = ["points", "relative"] as const;

export const LightBand = z.object({
  light: z.enum(lights),
  from: Quantity.nullable(),
  fromInclusive: z.boolean(),
  to: Quantity.nullable(),
  toInclusive: z.boolean(),
});
export type LightBand = z.infer<typeof LightBand>;

/** 亮灯规则: bands that cover every value once; `periods` in a row before a worse light is shown. */
export const LightRule = z.object({
  code: Code,
  ...named,
  measure: z.enum(lightMeasures),
  periods: z.int().min(1).max(12),
  bands: z.array(LightBand).min(1),
});
export type LightRule = z.infer<typeof LightRule>;

export interface LightRuleFault {
  readonly path: string;
  readonly reason: "gap" | "overlap" | "open-end" | "empty-band";
  readonly from: string | null;
  readonly to: string | null;
}
