import { type AccountRole, accountRoles, may, type Right, rightNames } from "@yuanbiao/core/access";
import { z } from "zod";
import type { Served } from "./served.ts";

const Parameter = z.object({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean().optional(),
});
const Operation = z.object({
  "x-right": z.enum(["everybody", ...rightNames]).optional(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
});
const Description = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** A route as the description of the interface names it. */
export interface DescribedRoute {
  readonly path: string;
  readonly method: string;
  /** Undefined where the description says nothing of it. */
  readonly right: Right | "everybody" | undefined;
  readonly parameters: readonly z.infer<typeof Parameter>[];
  readonly bodyType: string | undefined;
}

/** Every route of the description. */
export async function describedRoutes(served: Served): Promise<DescribedRoute[]> {
  const { paths } = Description.parse(await served.signedOut.read("/api/openapi.json"));
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([method, said]): DescribedRoute => {
      const { "x-right": right, parameters = [], requestBody } = Operation.parse(said);
      const bodyType = requestBody === undefined ? undefined : Object.keys(requestBody.content)[0];
      return { path, method: method.toUpperCase(), right, parameters, bodyType };
    }),
  );
}

/** The roles that have a right at all, in the table's order. */
export function rolesWith(right: Right): AccountRole[] {
  return accountRoles.filter((role) => {
    const grants = [{ role, areas: [], department: null }];
    return may({ account: "any", name: "", grants, keyScope: null, keyId: null }, right);
  });
}
