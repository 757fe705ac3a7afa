import type { Report } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listVerifications } from "@yuanbiao/db/queries/report";
import type { Context } from "../context.ts";
import { documentCode } from "../wire/round-document.ts";
import { figureIds } from "./figure.ts";
import { lineKey, type Outcomes } from "./view.ts";

interface Asked {
  readonly reports: readonly Report[];
  readonly rounds: ReadonlyMap<string, Round>;
  readonly asOf: string | null;
}

/** What departments found and the office adopted on some reports, as known at an instant. */
export async function loadOutcomes(context: Context, asked: Asked): Promise<Outcomes> {
  const ids = asked.reports.map(({ id }) => id);
  const [verifications, figures] = await Promise.all([
    listVerifications(context.store, { asOf: asked.asOf }, ids),
    figuresOf(context, asked),
  ]);
  return {
    verifications: new Map(verifications.map((found) => [lineKey(found), found])),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  };
}

const mostNamed = 500;

/** By their ids where there are few; of their areas and indicators where there are many. */
async function figuresOf(context: Context, { reports, rounds, asOf }: Asked) {
  const cut = { asOf, publishedBy: null };
  const ids = reports.flatMap((report) => {
    const round = rounds.get(report.round);
    return round === undefined ? [] : figureIds(report, round);
  });
  if (ids.length <= mostNamed) return listObservations(context.store, cut, { ids });
  const codes = new Set([...rounds.values()].map(({ code }) => documentCode(code)));
  const indicators = [...new Set([...rounds.values()].flatMap(({ lines }) => lines.map(({ indicator }) => indicator)))];
  const areas = reports.map(({ area }) => area);
  const found = await listObservations(context.store, cut, { areas: [...new Set(areas)], indicators });
  return found.filter(({ document }) => codes.has(document));
}
