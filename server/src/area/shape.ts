import { z } from "@hono/zod-openapi";
import { areaKinds, membershipBases, membershipKinds, membershipRoles } from "@yuanbiao/core/area";
import { listOf, Ref } from "../shape.ts";

const Belonging = z.object({
  area: Ref,
  kind: z.enum(membershipKinds),
  role: z.enum(membershipRoles).nullable(),
  basis: z.enum(membershipBases),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

export const AreaView = Ref.extend({
  kind: z.enum(areaKinds),
  city: Ref,
  aliases: z.array(z.string()),
  openEnded: z.boolean(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  department: Ref.nullable(),
  parents: z.array(Belonging),
  members: z.array(Belonging),
  /** How many targets are about this area itself. */
  targets: z.int(),
  note: z.string().nullable(),
  version: z.int(),
  recordedAt: z.string(),
}).openapi("Area");

export const AreaList = listOf(AreaView, "Area");
