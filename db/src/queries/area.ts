import type { Area, Membership } from "@yuanbiao/core/area";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { selectRows, standingAt } from "./versions.ts";

/** Areas, by code. */
export async function listAreas(reader: Reader, cut: Cut): Promise<Versioned<Area>[]> {
  const { area } = reader.schema;
  return selectRows(reader, area, { where: standingAt(area, cut), orderBy: [area.code] });
}

/** Memberships, by area, parent and kind. */
export async function listMemberships(reader: Reader, cut: Cut): Promise<Versioned<Membership>[]> {
  const { membership } = reader.schema;
  return selectRows(reader, membership, {
    where: standingAt(membership, cut),
    orderBy: [membership.area, membership.parent, membership.kind],
  });
}
