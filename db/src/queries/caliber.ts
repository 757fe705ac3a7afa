import type { Bridge, Caliber } from "@yuanbiao/core/caliber";
import { and } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { oneOf, selectRows, standingAt } from "./versions.ts";

/** Calibers, by code. */
export async function listCalibers(reader: Reader, cut: Cut): Promise<Versioned<Caliber>[]> {
  const { caliber } = reader.schema;
  return selectRows(reader, caliber, { where: standingAt(caliber, cut), orderBy: [caliber.code] });
}

export interface BridgeFilter {
  readonly targets?: readonly string[] | undefined;
  readonly areas?: readonly string[] | undefined;
  readonly indicators?: readonly string[] | undefined;
}

/** Bridges, by target, indicator, area and caliber. */
export async function listBridges(reader: Reader, cut: Cut, filter: BridgeFilter = {}): Promise<Versioned<Bridge>[]> {
  const { bridge } = reader.schema;
  return selectRows(reader, bridge, {
    where: and(
      standingAt(bridge, cut),
      oneOf(bridge.target, filter.targets),
      oneOf(bridge.area, filter.areas),
      oneOf(bridge.indicator, filter.indicators),
    ),
    orderBy: [bridge.target, bridge.indicator, bridge.area, bridge.caliber],
  });
}
