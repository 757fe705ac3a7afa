import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Code } from "@yuanbiao/core/code";
import { z } from "zod";
import { readTable } from "./csv.ts";
import type { Fault } from "./folder.ts";
import type { Placed, Sheet } from "./rows.ts";
import { readRows } from "./rows.ts";

export const factKinds = ["target", "actual", "commitment", "incentive", "context"] as const;
/** The nouns that a fact of a source text can be loaded as. */
export const loadedNouns = ["target", "observation", "caliber"] as const;

/**
 * A quantified fact of a source text: loaded as the row whose code is given, or left out, with a reason code and
 * the reason in words.
 */
export const Fact = z
  .object({
    fact: Code,
    kind: z.enum(factKinds),
    loadedAs: z.enum(loadedNouns).nullable(),
    code: Code,
    reason: z.string().min(1).nullable(),
    reasonEn: z.string().min(1).nullable(),
  })
  .refine(({ loadedAs, reason }) => loadedAs !== null || reason !== null, {
    path: ["reason"],
    message: "missing-reason",
  });
export type Fact = z.infer<typeof Fact>;

export const factSheet: Sheet<Fact> = {
  file: "facts.csv",
  schema: Fact,
  columns: {
    fact: "text",
    kind: "text",
    loadedAs: "optional",
    code: "text",
    reason: "optional",
    reasonEn: "optional",
  },
};

/** The list of facts of a data folder, for counting; the store does not keep it. */
export async function readFacts(path: string): Promise<{ rows: Placed<Fact>[]; faults: readonly Fault[] }> {
  const bytes = await readFile(join(path, factSheet.file));
  const table = readTable(factSheet.file, bytes, Object.keys(factSheet.columns));
  const { rows, faults } = readRows(factSheet, table);
  return { rows, faults: [...table.faults, ...faults] };
}
