import { z } from "@hono/zod-openapi";
import { documentKinds, sourceGrades, validities } from "@yuanbiao/core/document";
import { owingBases, pathKinds, pathShapes } from "@yuanbiao/core/target";
import { decimal, Ref } from "../shape.ts";

export const PathView = z
  .object({
    kind: z.enum(pathKinds),
    shape: z.enum(pathShapes),
    points: z.array(z.object({ period: z.string(), value: decimal })),
  })
  .openapi("Path");

export const CitationView = z
  .object({
    document: Ref,
    number: z.string().nullable(),
    clause: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedOn: z.string().nullable(),
    address: z.string().nullable(),
    validity: z.enum(validities).nullable(),
    grade: z.enum(sourceGrades),
    kind: z.enum(documentKinds),
  })
  .openapi("Citation");

export const Owes = z
  .object({ department: Ref, basis: z.enum(owingBases), formerly: Ref.nullable() })
  .openapi("Owes", { description: "who owes the figure; `formerly` where the named body has a successor" });
