import { type ScorerConfig, ScorerConfig as ScorerSchema, scorerInputs } from "@yuanbiao/core/scorer-run";
import type { Case, Field, Spec } from "./spec.ts";
import { coreOf, specOf } from "./spec.ts";
import { readAt, type Tree } from "./tree.ts";

/** The rule of a criterion, where it is one already. */
export function findScorer(scorer: Tree): ScorerConfig | undefined {
  const parsed = ScorerSchema.safeParse(scorer);
  return parsed.success ? parsed.data : undefined;
}

/** What a configured rule takes, by name. */
export function inputFields(config: ScorerConfig): readonly Field[] {
  const core = coreOf(specOf(scorerInputs(config)));
  return core.kind === "fields" ? core.fields : [];
}

const ofKind: Readonly<Record<string, string>> = { scores: "panel", state: "milestone", counts: "counts" };
const special = Object.values(ofKind);

/** The sources that can give an input: judges their scores, a decision its state, a record its counts, the rest a figure. */
export function sourcesOf(name: string, cases: readonly Case[], chosen: string): Case[] {
  const own = ofKind[name];
  return cases.filter(
    ({ value }) => value === chosen || (own === undefined ? !special.includes(value) : value === own),
  );
}

/** An input as it was typed, as the rule takes it; undefined for one that was left empty. */
function inputValue(spec: Spec, typed: unknown): unknown {
  const core = coreOf(spec);
  if (core.kind === "numbers") {
    const parts = String(typed ?? "")
      .split(/[\s,，、;；]+/)
      .filter((part) => part !== "");
    return parts.length === 0 ? undefined : parts;
  }
  if (core.kind === "fields") {
    return Object.fromEntries(core.fields.map(([name]) => [name, readAt(typed, [name])]).filter(([, own]) => own));
  }
  if (core.kind === "pool") {
    const rows = Array.isArray(typed) ? typed : [];
    const given = rows.flatMap((value, at) => (value === "" ? [] : [[poolArea(at), value]]));
    return given.length === 0 ? undefined : Object.fromEntries(given);
  }
  return typed === "" ? undefined : typed;
}

/** The parks of a try-out have no names: A, B, C … */
export const poolArea = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : `P${at + 1}`);

export function inputsOf(fields: readonly Field[], typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .map(([name, spec]) => [name, inputValue(spec, typed[name])] as const)
      .filter(([, value]) => value !== undefined),
  );
}
