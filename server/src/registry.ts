import type { Area, Membership } from "@yuanbiao/core/area";
import type { Caliber } from "@yuanbiao/core/caliber";
import type { Department } from "@yuanbiao/core/department";
import type { PolicyDocument } from "@yuanbiao/core/document";
import type { Indicator } from "@yuanbiao/core/indicator";
import type { LightRule } from "@yuanbiao/core/light";
import type { Conflict } from "@yuanbiao/core/observation";
import type { Cut, Versioned } from "@yuanbiao/db/nouns";
import { listAreas, listMemberships } from "@yuanbiao/db/queries/area";
import { listCalibers } from "@yuanbiao/db/queries/caliber";
import { listConflicts } from "@yuanbiao/db/queries/conflict";
import { markOfDefinitions } from "@yuanbiao/db/queries/definition";
import { listDepartments } from "@yuanbiao/db/queries/department";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { listIndicators } from "@yuanbiao/db/queries/indicator";
import { listLightRules } from "@yuanbiao/db/queries/light-rule";
import type { Reader } from "@yuanbiao/db/store";
import { LRUCache } from "lru-cache";

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

async function loadRegistry(reader: Reader, cut: Cut): Promise<Registry> {
  return {
    documents: byCode(await listDocuments(reader, cut)),
    departments: byCode(await listDepartments(reader, cut)),
    areas: byCode(await listAreas(reader, cut)),
    indicators: byCode(await listIndicators(reader, cut)),
    calibers: byCode(await listCalibers(reader, cut)),
    memberships: await listMemberships(reader, cut),
    conflicts: await listConflicts(reader, cut),
    lightRules: byCode(await listLightRules(reader, cut)),
  };
}

/** The reference data as it stands, kept until one of the definitions changes; by `asOf`. */
export interface Registries {
  at(asOf: string | null): Promise<Registry>;
}

/** Most commits are of figures: what they leave as it was is not read again. */
export function makeRegistries(store: Reader & { readVersion(): Promise<number> }): Registries {
  const kept = new LRUCache<string, Promise<Registry>>({ max: 16 });
  let looked: { readonly version: number; readonly mark: Promise<string> } | undefined;
  return {
    async at(asOf) {
      const version = await store.readVersion();
      if (looked?.version !== version) looked = { version, mark: markOfDefinitions(store) };
      let key = "";
      try {
        key = `${await looked.mark} ${asOf ?? ""}`;
        const found = kept.get(key) ?? loadRegistry(store, { asOf });
        kept.set(key, found);
        return await found;
      } catch (error) {
        // A store that was away is asked again.
        kept.delete(key);
        looked = undefined;
        throw error;
      }
    },
  };
}
