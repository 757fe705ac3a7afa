import type { AuditEntry } from "@yuanbiao/db/audit";
import { commit, type Statement } from "@yuanbiao/db/commit";
import type { Noun, Records } from "@yuanbiao/db/nouns";
import { planVersions } from "@yuanbiao/db/revise";
import type { Store } from "@yuanbiao/db/store";
import * as synthetic from "./synthetic.ts";

const change = { reason: "other" as const, note: null };
const parksAtOnce = 10;

function added<N extends Noun>(noun: N, incoming: readonly Records[N][]): readonly Statement[] {
  return planVersions(noun, { current: [], incoming }, change).statements;
}

async function write(store: Store, statements: readonly Statement[], areas: readonly string[]): Promise<void> {
  const entryOf = (area: string): AuditEntry => ({ area, action: "fill", subject: null, detail: {} });
  const done = await commit(store, {
    actor: "bench",
    statements,
    audit: [entryOf(synthetic.city), ...areas.map(entryOf)],
  });
  if (!done.ok) throw new Error(done.code);
}

/** Fills an empty store with made-up parks, some parks in each transaction. */
export async function fill(store: Store, size: synthetic.Size): Promise<void> {
  await write(
    store,
    [
      ...added("document", [synthetic.document]),
      ...added("caliber", [synthetic.caliber]),
      ...added("indicator", synthetic.indicators(size)),
      ...added("area", synthetic.areas(size)),
    ],
    synthetic
      .areas(size)
      .slice(1)
      .map(({ code }) => code),
  );
  for (let first = 0; first < size.parks; first += parksAtOnce) {
    const parks = Array.from({ length: Math.min(parksAtOnce, size.parks - first) }, (_, index) => first + index);
    const targets = added(
      "target",
      parks.flatMap((park) => synthetic.targetsOf(park, size)),
    );
    const figures = added(
      "observation",
      parks.flatMap((park) => synthetic.observationsOf(park, size)),
    );
    await write(store, [...targets, ...figures], parks.map(synthetic.parkCode));
  }
}

/** Parks by name alone, from one number to before another. */
export async function fillAreas(store: Store, first: number, end: number): Promise<void> {
  if (first >= end) return;
  const areas = synthetic.areas({ parks: end, indicators: 0, years: 0 }).slice(first + 1);
  await write(
    store,
    added("area", areas),
    areas.map(({ code }) => code),
  );
}

/** One small change, so that nothing that was made before it may be given any more. */
export async function touch(store: Store, round: number): Promise<void> {
  const [first] = synthetic.observationsOf(0, { parks: 1, indicators: 1, years: 1 });
  if (first === undefined) throw new Error("no figure to touch");
  const figure = { ...first, id: `touch-${round}`, period: "2014", publishedOn: "2015-01" };
  await write(store, added("observation", [figure]), [first.area]);
}
