import type { Observation } from "@yuanbiao/core/observation";
import type { AuditEntry } from "../audit.ts";
import type { Committed, Statement } from "../commit.ts";
import { commit } from "../commit.ts";
import { listObservations } from "../queries/observation.ts";
import { planVersions } from "../revise.ts";
import type { Reader, Store } from "../store.ts";

/** An empty store for one test. */
export interface Opened {
  readonly store: Store;
  /** Runs SQL past the store, as somebody with the database's password could. */
  readonly intrude: (text: string) => Promise<void>;
  /** Stops the triggers that guard the trail. */
  readonly unguard: string;
  /** Opens the same place again; absent where an engine has but one connection. */
  readonly again?: () => Promise<Store>;
  readonly close: () => Promise<void>;
}
export type Open = (clock?: () => Date) => Promise<Opened>;

export const everything = { asOf: null, publishedBy: null };

export const entryOf = (area: string): AuditEntry => ({
  area,
  action: "test",
  subject: null,
  detail: { b: 1, a: [2] },
});

/** Commits statements with an entry for the park. */
export function commitPark(store: Store, statements: readonly Statement[], area = "park"): Promise<Committed> {
  return commit(store, { actor: "tester", statements, audit: [entryOf(area)] });
}

/** Statements that bring the store to these figures. */
export async function planFigures(reader: Reader, incoming: readonly Observation[]): Promise<readonly Statement[]> {
  const current = await listObservations(reader, everything, { ids: incoming.map(({ id }) => id) });
  return planVersions("observation", { current, incoming }, { reason: "verification", note: "核定" }).statements;
}

export async function commitFigures(store: Store, incoming: readonly Observation[]): Promise<Committed> {
  return commitPark(store, await planFigures(store, incoming));
}
