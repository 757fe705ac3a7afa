import type { Area, Membership } from "@yuanbiao/core/area";
import type { Caliber } from "@yuanbiao/core/caliber";
import type { Department } from "@yuanbiao/core/department";
import type { PolicyDocument } from "@yuanbiao/core/document";
import type { Indicator } from "@yuanbiao/core/indicator";
import type { LightRule } from "@yuanbiao/core/light";
import type { Conflict } from "@yuanbiao/core/observation";
import { type Footprint, noteFootprint, type Traced, TracedMap, traced } from "@yuanbiao/db/footprint";
import type { Cut, Versioned } from "@yuanbiao/db/nouns";
import { listAreas, listMemberships } from "@yuanbiao/db/queries/area";
import { listCalibers } from "@yuanbiao/db/queries/caliber";
import { listConflicts } from "@yuanbiao/db/queries/conflict";
import { listDepartments } from "@yuanbiao/db/queries/department";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { listIndicators } from "@yuanbiao/db/queries/indicator";
import { listLightRules } from "@yuanbiao/db/queries/light-rule";
import type { Reader } from "@yuanbiao/db/store";
import { LRUCache } from "lru-cache";
import type { Marks } from "./marks.ts";

/** The reference data as it stood at an instant: what figures and targets point to by code. */
export interface Registry {
  readonly documents: ReadonlyMap<string, Versioned<PolicyDocument>>;
  readonly departments: ReadonlyMap<string, Versioned<Department>>;
  readonly areas: ReadonlyMap<string, Versioned<Area>>;
  readonly indicators: ReadonlyMap<string, Versioned<Indicator>>;
  readonly calibers: ReadonlyMap<string, Versioned<Caliber>>;
  readonly memberships: readonly Versioned<Membership>[];
  readonly conflicts: readonly Versioned<Conflict>[];
  readonly lightRules: ReadonlyMap<string, Versioned<LightRule>>;
}

function byCode<T extends { readonly code: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.code, row]));
}

/** The reference data as it stands, each noun kept until something of it changes; by `asOf`. */
export interface Registries {
  at(asOf: string | null): Promise<Registry>;
}

/** Most commits are of figures: what they leave as it was is not read again. */
export function makeRegistries(store: Reader, marks: Marks): Registries {
  const shelf = makeShelf(marks);
  const documents = makeDocuments(store, marks);
  const departments = shelf(async (cut) => byCode(await listDepartments(store, cut)));
  const areas = shelf(async (cut) => byCode(await listAreas(store, cut)));
  const indicators = shelf(async (cut) => byCode(await listIndicators(store, cut)));
  const calibers = shelf(async (cut) => byCode(await listCalibers(store, cut)));
  const memberships = shelf((cut) => listMemberships(store, cut));
  const conflicts = shelf((cut) => listConflicts(store, cut));
  const lightRules = shelf(async (cut) => byCode(await listLightRules(store, cut)));
  return {
    async at(asOf) {
      const asked = { asOf, now: await marks.latest() };
      return {
        documents: await documents(asked),
        departments: await departments(asked),
        areas: await areas(asked),
        indicators: await indicators(asked),
        calibers: await calibers(asked),
        memberships: await memberships(asked),
        conflicts: await conflicts(asked),
        lightRules: await lightRules(asked),
      };
    },
  };
}

type Documents = Registry["documents"];
type Asked = Cut & { readonly now: number };

/**
 * A round has a document of its own, so that they grow by thousands: an answer rests on those that it names, not on all
 * that there are, and of those that stand only the ones that have changed are read again.
 */
function makeDocuments(store: Reader, marks: Marks): (asked: Asked) => Promise<Documents> {
  const { document } = store.schema;
  const mapOf = (rows: Iterable<Versioned<PolicyDocument>>): Documents => new TracedMap(document, byCode([...rows]));
  const past = makeShelf(marks)(
    async (cut) => mapOf(await listDocuments(store, cut)),
    () => undefined,
  );
  let present: Promise<{ readonly documents: Documents; readonly since: number }> | undefined;
  /** Whoever asks rests on none of what is read here. */
  const apart = async (make: () => Promise<Documents>): Promise<Documents> => (await traced(make)).made;
  const whole = () => apart(async () => mapOf(await listDocuments(store, { asOf: null })));
  const renewed = (known: Documents, codes: readonly string[]) =>
    apart(async () => {
      const rows = new Map([...known]);
      for (const code of codes) rows.delete(code);
      for (const row of await listDocuments(store, { asOf: null }, codes)) rows.set(row.code, row);
      return mapOf([...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1)));
    });
  return async (asked) => {
    if (asked.asOf !== null) return past(asked);
    const { now } = asked;
    try {
      const known = await present;
      const codes = known === undefined ? [] : await marks.changedSince("document", { since: known.since, now });
      if (known !== undefined && codes.length === 0) return known.documents;
      const making = known === undefined ? whole() : renewed(known.documents, codes);
      present = making.then((documents) => ({ documents, since: now }));
      return (await present).documents;
    } catch (error) {
      // A store that was away is asked again.
      present = undefined;
      throw error;
    }
  };
}

type Shelved<T> = Traced<T> & { readonly since: number };

/** Keeps what is loaded of a noun by `asOf`, until something changes that it was read from; `note` says who rests on it. */
function makeShelf(marks: Marks) {
  return <T>(load: (cut: Cut) => Promise<T>, note: (footprint: Footprint) => void = noteFootprint) => {
    const kept = new LRUCache<string, Promise<Shelved<T>>>({ max: 16 });
    return async ({ asOf, now }: Cut & { readonly now: number }): Promise<T> => {
      const key = asOf ?? "";
      try {
        let found = await kept.get(key);
        if (found === undefined || !(await marks.isUntouched(found.footprint, { since: found.since, now }))) {
          const begun = traced(() => load({ asOf })).then((loaded) => ({ ...loaded, since: now }));
          kept.set(key, begun);
          found = await begun;
        }
        note(found.footprint);
        return found.made;
      } catch (error) {
        // A store that was away is asked again.
        kept.delete(key);
        throw error;
      }
    };
  };
}
