import fc from "fast-check";
import { z } from "zod";
import { hostileText } from "./hostile.ts";

/** A JSON schema, as far as the description of the interface uses it. */
export interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | string[] | undefined;
  readonly enum?: unknown[] | undefined;
  readonly const?: unknown;
  readonly anyOf?: Schema[] | undefined;
  readonly oneOf?: Schema[] | undefined;
  readonly properties?: Record<string, Schema> | undefined;
  readonly required?: string[] | undefined;
  readonly additionalProperties?: Schema | boolean | undefined;
  readonly items?: Schema | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly format?: string | undefined;
}

export const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    ...{ anyOf: z.array(Schema).optional(), oneOf: z.array(Schema).optional() },
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), Schema]).optional(),
    items: Schema.optional(),
    ...{ minItems: z.number().optional(), maxItems: z.number().optional() },
    ...{ minimum: z.number().optional(), maximum: z.number().optional() },
    ...{ minLength: z.number().optional(), maxLength: z.number().optional() },
    ...{ pattern: z.string().optional(), format: z.string().optional() },
  }),
);

/** What is known beside a schema: the named schemas, and real values of fields by their name. */
export interface Knowledge {
  readonly named: Readonly<Record<string, Schema>>;
  readonly real: Readonly<Record<string, readonly string[]>>;
}

const deepest = 7;
const day = fc.constantFrom("2026-11-22", "2026-12-20", "2026-01-31", "2024-02-29", "2027-06-30");
const byName: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ...{ opensOn: day, dueOn: day, until: day, answerBy: day, expiresOn: day, day, objectionsUntil: day, on: day },
  ...{ from: fc.constantFrom("2020", "2026"), to: fc.constantFrom("2026", "2030"), since: day, asOf: day },
  ...{ publishedBy: day, replyBy: day, issuedOn: day, period: fc.constantFrom("2026-Q3", "2025", "2017-YTD11") },
  ...{ publishedOn: day, confirmedOn: day, validUntil: day },
};

function textOf(name: string, schema: Schema, { real }: Knowledge): fc.Arbitrary<unknown> {
  const known = real[name.replace(/s$/, "")] ?? real[name];
  const usual = byName[name];
  const parts: { weight: number; arbitrary: fc.Arbitrary<unknown> }[] = [
    { weight: 1, arbitrary: hostileText },
    { weight: 2, arbitrary: lettersOf(schema) },
  ];
  if (known !== undefined && known.length > 0) parts.push({ weight: 12, arbitrary: fc.constantFrom(...known) });
  if (usual !== undefined) parts.push({ weight: 12, arbitrary: usual });
  return fc.oneof(...parts);
}

function lettersOf({ pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern.replace(/\/u$/, ""), "u"));
    } catch {
      return fc.constant("1");
    }
  }
  const most = Math.max(minLength, maxLength);
  const lengths = fc.oneof(fc.constant(minLength), fc.constant(most), fc.constant(most + 1), fc.constant(3));
  return lengths.map((length) => "测".repeat(Math.min(length, 5000)));
}

function numberOf({ minimum = -5, maximum = 1_000_000 }: Schema, isWhole: boolean): fc.Arbitrary<unknown> {
  const edges = fc.constantFrom(minimum, minimum - 1, maximum, maximum + 1, minimum + 1);
  const inner = fc.integer({ min: Math.ceil(minimum), max: Math.floor(Math.min(maximum, minimum + 500)) });
  return fc.oneof(edges, inner, isWhole ? inner : fc.double());
}

function objectOf(schema: Schema, knowledge: Knowledge, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, valuesFor(part, knowledge, { name, depth: depth + 1 })]),
  );
  const requiredKeys = required.filter((name) => Object.hasOwn(fields, name));
  const whole = fc.record(fields, { requiredKeys });
  if (typeof additionalProperties !== "object") return whole;
  const value = valuesFor(additionalProperties, knowledge, { name: "", depth: depth + 1 });
  return fc.dictionary(fc.string({ maxLength: 12 }), value, { maxKeys: 4 });
}

/** Values that a schema takes, most of them; of a field that has a name, real ones where some are known. */
export function valuesFor(
  schema: Schema,
  knowledge: Knowledge,
  { name, depth }: { readonly name: string; readonly depth: number } = { name: "", depth: 0 },
): fc.Arbitrary<unknown> {
  const { $ref, type, items } = schema;
  const here = { name, depth: depth + 1 };
  if (depth > deepest) return fc.constant(null);
  if ($ref !== undefined) return valuesFor(knowledge.named[$ref.split("/").at(-1) ?? ""] ?? {}, knowledge, here);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return fc.oneof(...either.map((part) => valuesFor(part, knowledge, here)));
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => valuesFor({ ...schema, type: one }, knowledge, here)));
  if (type === "object" || schema.properties !== undefined) return objectOf(schema, knowledge, depth);
  if (type === "array") {
    const least = schema.minItems ?? 0;
    return fc.array(valuesFor(items ?? {}, knowledge, here), { minLength: least, maxLength: least + 2 });
  }
  if (type === "integer" || type === "number") return numberOf(schema, type === "integer");
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  return textOf(name, schema, knowledge);
}
