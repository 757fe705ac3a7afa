import type { Membership } from "@yuanbiao/core/area";
import { countByArea } from "@yuanbiao/db/queries/count";
import type { z } from "zod";
import type { Context } from "../context.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { areaRef, departmentRef, noteOf, type Speech } from "../wire/speech.ts";
import type { AreaList, AreaView } from "./shape.ts";

type View = z.infer<typeof AreaView>;

function belonging(speech: Speech, membership: Membership, area: string): View["parents"][number] {
  const { kind, role, basis, from, to } = membership;
  return { area: areaRef(speech, area), kind, role, basis, from, to };
}

export interface AreaQuery {
  readonly asOf?: string | undefined;
  readonly city?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Areas by code, each with what it belongs to and what belongs to it. */
export async function listAreaViews(
  context: Context,
  language: Language,
  query: AreaQuery,
): Promise<z.infer<typeof AreaList>> {
  const asOf = query.asOf ?? null;
  const registry = await context.registries.at(asOf);
  const speech: Speech = { registry, language };
  const counts = await countByArea(context.store, { asOf });
  const areas = [...registry.areas.values()].filter(({ city }) => query.city === undefined || city === query.city);
  const page = pageOf(areas, ({ code }) => code, query);
  const items = page.items.map((area): View => {
    const { code, kind, city, aliases, openEnded, from, to, department, note, noteEn, version, recordedAt } = area;
    return {
      ...areaRef(speech, code),
      kind,
      city: areaRef(speech, city),
      aliases: [...aliases],
      openEnded,
      from,
      to,
      department: department === null ? null : departmentRef(speech, department),
      parents: registry.memberships.filter((row) => row.area === code).map((row) => belonging(speech, row, row.parent)),
      members: registry.memberships.filter((row) => row.parent === code).map((row) => belonging(speech, row, row.area)),
      targets: counts.targets.get(code) ?? 0,
      observations: counts.observations.get(code) ?? 0,
      note: noteOf(speech, note, noteEn),
      version,
      recordedAt,
    };
  });
  return { items, nextCursor: page.nextCursor };
}
