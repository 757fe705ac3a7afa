import { type Right, rightNames } from "@yuanbiao/core/access";
import { z } from "zod";
import { Schema } from "./schema.ts";

const Parameter = z.object({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean().default(false),
  schema: Schema.default({}),
});
const Body = z.object({ content: z.record(z.string(), z.object({ schema: Schema.default({}) })) });
const Operation = z.object({
  "x-right": z.enum(["everybody", ...rightNames]),
  parameters: z.array(Parameter).default([]),
  requestBody: Body.optional(),
});
const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

/** A route with the schemas of everything that it takes. */
export interface FuzzedRoute {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly right: Right | "everybody";
  readonly parameters: readonly z.infer<typeof Parameter>[];
  readonly body: { readonly type: string; readonly schema: Schema } | null;
}

export interface Interface {
  readonly routes: readonly FuzzedRoute[];
  readonly named: Readonly<Record<string, Schema>>;
}

/** Every route of the description of the interface. */
export function readInterface(description: unknown): Interface {
  const { paths, components } = Description.parse(description);
  const routes = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]): FuzzedRoute => {
      const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
      const body = type === undefined ? null : { type, schema: content?.schema ?? {} };
      const method = verb.toUpperCase();
      const { parameters, "x-right": right } = operation;
      return { name: `${method} ${path}`, method, path, right, parameters, body };
    }),
  );
  return { routes, named: components.schemas };
}
