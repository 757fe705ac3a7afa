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

/** The reference data of the latest data version, kept until the next one; by `asOf`. */
export interface Registries {
  at(asOf: string | null): Promise<Registry>;
}

export function makeRegistries(store: Reader & { readVersion(): Promise<number> }): Registries {
  const kept = new LRUCache<string, Registry>({ max: 16 });
  return {
    async at(asOf) {
      const key = `${await store.readVersion()} ${asOf ?? ""}`;
      const found = kept.get(key);
      if (found !== undefined) return found;
      const registry = await loadRegistry(store, { asOf });
      kept.set(key, registry);
      return registry;
    },
  };
}
