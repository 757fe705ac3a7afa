import { z } from "@hono/zod-openapi";
import { Bridge, verdicts } from "@yuanbiao/core/caliber";
import { listOf, Ref } from "../shape.ts";

export const BridgeRow = z
  .object({
    target: z.object({ id: z.string(), name: z.string() }),
    indicator: Ref,
    area: Ref,
    caliber: Ref,
    verdict: z.enum(verdicts),
    reason: z.string(),
    confirmedBy: z.string().nullable(),
    confirmedOn: z.string().nullable(),
    document: Ref.nullable(),
    version: z.int(),
    recordedAt: z.string(),
  })
  .openapi("BridgeRow");
export const BridgeList = listOf(BridgeRow, "Bridge");

/** What the office says of a bridge; a bridge of figures that had none begins with If-Match 0. */
export const BridgeBody = z.strictObject(
  Bridge.pick({ verdict: true, reason: true, reasonEn: true, confirmedBy: true, confirmedOn: true, document: true })
    .shape,
);
