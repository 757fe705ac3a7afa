import type { Decision } from "@yuanbiao/core/decision";
import { and } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { oneOf, selectRows, standingAt } from "./versions.ts";

/** Judgements of targets, by target. */
export async function listDecisions(
  reader: Reader,
  cut: Cut,
  targets?: readonly string[],
): Promise<Versioned<Decision>[]> {
  const { decision } = reader.schema;
  const where = and(standingAt(decision, cut), oneOf(decision.target, targets));
  return selectRows(reader, decision, { where, orderBy: [decision.target] });
}
