import { z } from "@hono/zod-openapi";
import type { Bearing } from "@yuanbiao/core/bearing";
import { verdicts } from "@yuanbiao/core/caliber";
import { Ref } from "../shape.ts";
import { documentRef, noteOf, type Speech } from "./speech.ts";

export const BridgeView = z
  .object({
    verdict: z.enum(verdicts),
    reason: z.string().nullable(),
    confirmedBy: z.string().nullable(),
    confirmedOn: z.string().nullable(),
    document: Ref.nullable(),
  })
  .openapi("Bridge");

/** Why a figure may or may not be compared with its target; without a bridge they are the same by themselves. */
export function bridgeView(speech: Speech, { verdict, bridge }: Bearing): z.infer<typeof BridgeView> {
  if (bridge === null) return { verdict, reason: null, confirmedBy: null, confirmedOn: null, document: null };
  const { reason, reasonEn, confirmedBy, confirmedOn, document } = bridge;
  return {
    verdict,
    reason: noteOf(speech, reason, reasonEn),
    confirmedBy,
    confirmedOn,
    document: document === null ? null : documentRef(speech, document),
  };
}
