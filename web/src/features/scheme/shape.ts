import { Scheme } from "@yuanbiao/core/scheme";
import { Binding, Criterion, Group } from "@yuanbiao/core/scheme-criterion";
import { ScorerConfig } from "@yuanbiao/core/scorer-run";
import { type Composed, coreOf, type Field, type Spec, specOf } from "./spec.ts";

function fieldsIn(spec: Spec): readonly Field[] {
  const core = coreOf(spec);
  return core.kind === "fields" ? core.fields : [];
}

function variantIn(spec: Spec): Extract<Composed, { kind: "variant" }> {
  const core = coreOf(spec);
  return core.kind === "variant" ? core : { kind: "variant", by: "type", cases: [] };
}

/** The fields of the editor, made once from the schemas of core. */
export const schemeSpec = fieldsIn(specOf(Scheme));
export const groupSpec = fieldsIn(specOf(Group));
export const criterionSpec = fieldsIn(specOf(Criterion));
export const scorerSpec = variantIn(specOf(ScorerConfig));
export const bindingSpec = variantIn(specOf(Binding));
export const quantity: Spec = { kind: "optional", inner: { kind: "quantity" } };

/** Some of a list of fields, in the order in which they are named. */
export function pick(fields: readonly Field[], ...names: readonly string[]): Field[] {
  return names.flatMap((name) => fields.filter(([own]) => own === name));
}
