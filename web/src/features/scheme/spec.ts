import { Quantity } from "@yuanbiao/core/quantity";
import { z } from "zod";

/** What a form needs to know of a value: made from the same schema that checks it. */
export type Spec = Leaf | Composed | Wrapped;
export type Leaf =
  | { readonly kind: "quantity" | "text" | "whole" | "tick" | "numbers" | "pool" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "fixed"; readonly value: unknown };
export type Field = readonly [name: string, spec: Spec];
export type Composed =
  | { readonly kind: "fields"; readonly fields: readonly Field[] }
  | { readonly kind: "list"; readonly item: Spec }
  /** One of several sets of fields, told apart by the value of `by`. */
  | { readonly kind: "variant"; readonly by: string; readonly cases: readonly Case[] }
  /** One of several kinds of value. */
  | { readonly kind: "either"; readonly specs: readonly Spec[] };
export interface Case {
  readonly value: string;
  readonly fields: readonly Field[];
}
/** What may be left out, is null where it says nothing, or begins with a value. */
export type Wrapped =
  | { readonly kind: "optional" | "nullable"; readonly inner: Spec }
  | { readonly kind: "initial"; readonly inner: Spec; readonly value: unknown };

type Schema = z.core.$ZodType;

function fieldsOf(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([name, own]) => [name, specOf(own)]);
}

function caseOf(schema: Schema, by: string): Case[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const fields = fieldsOf(schema);
  const [, named] = fields.find(([name]) => name === by) ?? [];
  const value = named?.kind === "fixed" ? String(named.value) : "";
  return [{ value, fields: fields.filter(([name]) => name !== by) }];
}

function unionOf(schema: z.ZodUnion): Spec {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const by = schema.def.discriminator;
    return { kind: "variant", by, cases: schema.options.flatMap((one: Schema) => caseOf(one, by)) };
  }
  const specs = schema.options.map(specOf);
  // How often: a number, also as text.
  if (specs.every(({ kind }) => kind === "whole" || kind === "text")) return { kind: "whole" };
  return { kind: "either", specs };
}

function listOf(item: Spec): Spec {
  return item.kind === "quantity" ? { kind: "numbers" } : { kind: "list", item };
}

/** Describes a schema of core's for a form; what it does not know is a text. */
export function specOf(schema: Schema): Spec {
  if (schema === Quantity) return { kind: "quantity" };
  if (schema instanceof z.ZodOptional) return { kind: "optional", inner: specOf(schema.unwrap()) };
  if (schema instanceof z.ZodNullable) return { kind: "nullable", inner: specOf(schema.unwrap()) };
  if (schema instanceof z.ZodDefault)
    return { kind: "initial", inner: specOf(schema.unwrap()), value: schema.def.defaultValue };
  if (schema instanceof z.ZodObject) return { kind: "fields", fields: fieldsOf(schema) };
  if (schema instanceof z.ZodArray) return listOf(specOf(schema.element));
  if (schema instanceof z.ZodRecord) return { kind: "pool" };
  if (schema instanceof z.ZodUnion) return unionOf(schema);
  if (schema instanceof z.ZodEnum) return { kind: "choice", options: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { kind: "fixed", value: schema.value };
  if (schema instanceof z.ZodBoolean) return { kind: "tick" };
  if (schema instanceof z.ZodNumber) return { kind: "whole" };
  return { kind: "text" };
}

const isWrapped = (spec: Spec): spec is Wrapped =>
  spec.kind === "optional" || spec.kind === "nullable" || spec.kind === "initial";

/** The spec without what wraps it. */
export function coreOf(spec: Spec): Leaf | Composed {
  return isWrapped(spec) ? coreOf(spec.inner) : spec;
}

/** What a value becomes that is emptied: null where it may be null, nothing where it may be left out, else an empty text. */
export function emptyOf(spec: Spec): null | undefined | "" {
  if (spec.kind === "nullable") return null;
  if (spec.kind === "optional") return undefined;
  return spec.kind === "initial" ? emptyOf(spec.inner) : "";
}

const blankFields = (fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map(([name, spec]) => [name, blankOf(spec)] as const).filter(([, value]) => value !== undefined),
  );

/** The fields of one case of a variant, filled with blanks. */
export function blankCase(by: string, { value, fields }: Case): Record<string, unknown> {
  return { [by]: value, ...blankFields(fields) };
}

/** A value to begin with: what must be filled in is empty, and told so. */
export function blankOf(spec: Spec): unknown {
  switch (spec.kind) {
    case "optional":
      return undefined;
    case "nullable":
      return null;
    case "initial":
      return spec.value;
    case "fields":
      return blankFields(spec.fields);
    case "list":
      return [blankOf(spec.item)];
    case "variant":
      return spec.cases[0] === undefined ? {} : blankCase(spec.by, spec.cases[0]);
    case "either":
      return spec.specs[0] === undefined ? "" : blankOf(spec.specs[0]);
    case "choice":
      return spec.options[0] ?? "";
    case "fixed":
      return spec.value;
    case "tick":
      return false;
    case "numbers":
      return [];
    case "pool":
      return {};
    case "quantity":
    case "text":
    case "whole":
      return "";
  }
}
