import type { Area, Membership } from "@yuanbiao/core/area";
import type { Versioned } from "@yuanbiao/db/nouns";
import { countTargetsBy } from "@yuanbiao/db/queries/count";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
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

interface Surroundings {
  readonly speech: Speech;
  readonly targets: ReadonlyMap<string, number>;
}

function viewOf({ speech, targets }: Surroundings, area: Versioned<Area>): View {
  const { memberships } = speech.registry;
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
    parents: memberships.filter((row) => row.area === code).map((row) => belonging(speech, row, row.parent)),
    members: memberships.filter((row) => row.parent === code).map((row) => belonging(speech, row, row.area)),
    targets: targets.get(code) ?? 0,
    note: noteOf(speech, note, noteEn),
    version,
    recordedAt,
  };
}

/** Areas by code, each with what it belongs to and what belongs to it. */
export async function listAreaViews(
  context: Context,
  language: Language,
  query: AreaQuery,
): Promise<z.infer<typeof AreaList>> {
  const asOf = query.asOf ?? null;
  const registry = await context.registries.at(asOf);
  const around = { speech: { registry, language }, targets: await countTargetsBy(context.store, { asOf }, "area") };
  const areas = [...registry.areas.values()].filter(({ city }) => query.city === undefined || city === query.city);
  const page = pageOf(areas, ({ code }) => code, query);
  return { items: page.items.map((area) => viewOf(around, area)), nextCursor: page.nextCursor };
}

/** One area, as listAreaViews gives it. */
export async function getAreaView(
  context: Context,
  language: Language,
  { code, asOf: instant }: { readonly code: string; readonly asOf?: string | undefined },
): Promise<View> {
  const asOf = instant ?? null;
  const registry = await context.registries.at(asOf);
  const area = registry.areas.get(code);
  if (area === undefined) throw new Refusal(404, "unknown-area");
  const own = await listTargets(context.store, { asOf }, { areas: [code] });
  return viewOf({ speech: { registry, language }, targets: new Map([[code, own.length]]) }, area);
}
