import { isOfPolicy } from "@yuanbiao/core/board";
import { shanghaiDay } from "@yuanbiao/core/day";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { writePledge } from "../paper/pledge.ts";
import { requireKnown } from "../route.ts";
import { coordinatingOffice } from "../text/office-text.ts";
import { markText } from "../text/place-text.ts";
import { pledgeText, spanText, yearText } from "../text/pledge-text.ts";
import { compareTargets } from "../tracking.ts";
import { areaRef, departmentRef, type Speech } from "../wire/speech.ts";
import { isStanding, plannedFor, type YearSpan, yearsNamed } from "./planned.ts";
import { type Pledged, pledgeRow } from "./pledge-rows.ts";

export interface PledgeQuery {
  readonly area: string;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly asOf?: string | undefined;
}

/** So many columns of years a page across takes. */
const mostYears = 8;
/** With more of them a head has room for four digits alone. */
const mostLong = 4;

/** The targets that documents set for an area, and those of which a plan lays a part on it. */
async function pledgedOf(context: Context, speech: Speech, query: PledgeQuery): Promise<Pledged[]> {
  const { registry } = speech;
  const city = registry.areas.get(query.area)?.city;
  const areas = [...registry.areas.values()].filter((area) => area.city === city).map(({ code }) => code);
  const found = await listTargets(context.store, { asOf: query.asOf ?? null }, { areas });
  return found
    .toSorted(compareTargets(registry))
    .filter((target) => target.kind === "target" && isOfPolicy(target, registry.documents))
    .map((target) => ({ target, planned: plannedFor(target, query.area) }))
    .filter(({ target, planned }) => planned.length > 0 || (target.area === query.area && isStanding(target)));
}

/** The columns: what is asked for, or all years that are named, from last year on where those are too many. */
function columnsOf(pledged: readonly Pledged[], query: PledgeQuery, thisYear: number): number[] {
  const span: YearSpan = { from: query.from ?? null, to: query.to ?? null };
  const planned = pledged.map((one) => one.planned);
  const years = yearsNamed(planned, span);
  if (years.length === 0) return pledged.some(({ target }) => isStanding(target)) ? [span.from ?? thisYear] : [];
  if (years.length <= mostYears) return years;
  if (span.from !== null || span.to !== null)
    throw new Refusal(422, "too-many-years", [{ field: "to", code: "too-many-years" }]);
  const ahead = yearsNamed(planned, { from: thisYear - 1, to: null });
  return ahead.length === 0 ? years.slice(-mostYears) : ahead.slice(0, mostYears);
}

/** 目标责任书 of an area: its targets by year, each with its basis, to be signed. */
export async function pledgePaper(
  context: Context,
  language: Language,
  query: PledgeQuery,
): Promise<{ name: string; bytes: Uint8Array }> {
  const now = await context.registries.at(null);
  requireKnown("area", query.area, now.areas);
  const speech: Speech = {
    registry: query.asOf === undefined ? now : await context.registries.at(query.asOf),
    language,
  };
  const all = await pledgedOf(context, speech, query);
  const years = columnsOf(all, query, Number(shanghaiDay(context.clock()).slice(0, 4)));
  const rows = all
    .map((pledged) => pledgeRow(speech, pledged, { area: query.area, years }))
    .filter(({ values }) => values.some((value) => value !== null));
  if (rows.length === 0) throw new Refusal(409, "nothing-to-pledge");
  const area = areaRef(speech, query.area).name;
  const body = speech.registry.areas.get(query.area)?.department ?? null;
  const span = spanText(language, years);
  const signer = coordinatingOffice(language);
  const bytes = await writePledge({
    ...{ language, signer, area, span, targets: rows },
    mark: markText(language, { isDemo: context.isDemo, isFinal: true, isSealed: true }),
    years: years.map((year) => (years.length > mostLong ? String(year) : yearText(language, year))),
    parties: [signer, body === null ? area : departmentRef(speech, body).name],
  });
  return { bytes, name: `${pledgeText(language).name} ${area} ${span}` };
}
