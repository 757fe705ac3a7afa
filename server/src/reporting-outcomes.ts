import { createHash } from "node:crypto";
import { adoptionAnswers, answersLine } from "@yuanbiao/core/adoption";
import type { Observation, Role } from "@yuanbiao/core/observation";
import type { Report, ReportLine, Verification } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import type { withholdLine } from "@yuanbiao/core/sight";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { listVerifications } from "@yuanbiao/db/queries/report";
import type { Context } from "./context.ts";
import { documentCode } from "./wire/round-document.ts";

/** What is known of the lines of reports beside the lines themselves, by report and indicator. */
export interface Outcomes {
  readonly verifications: ReadonlyMap<string, Versioned<Verification>>;
  readonly figures: ReadonlyMap<string, Versioned<Observation>>;
}

export const lineKey = ({ report, indicator }: Pick<ReportLine, "report" | "indicator">): string =>
  `${report} ${indicator}`;

/** The id of a line's figure in a role: the same one after a correction, so that this makes a version of it. */
export function figureId(line: Pick<ReportLine, "report" | "indicator">, role: Role): string {
  const digest = createHash("sha256").update(`${line.report} ${line.indicator}`).digest("hex").slice(0, 24);
  return `${role}-${digest}`;
}

/** The ids of a report's figures in every role. */
function figureIds(report: Pick<Report, "id">, round: Round): string[] {
  return round.lines.flatMap(({ indicator }) =>
    (["reported", "verified", "adopted"] as const).map((role) => figureId({ report: report.id, indicator }, role)),
  );
}

/** What became of a line: what its department found and what the office adopted, and whether that is still about it. */
export interface LineOutcomes {
  readonly verification: { readonly found: Versioned<Verification>; readonly stands: boolean } | null;
  readonly adopted: { readonly figure: Versioned<Observation>; readonly stands: boolean } | null;
}

const nothing: LineOutcomes = { verification: null, adopted: null };

type SeenLine = Pick<ReportLine, "report" | "indicator" | "value"> & {
  readonly recordedAt: string | null;
  /** What withholding said of it. */
  readonly suppressed: ReturnType<typeof withholdLine>["suppressed"];
};

/** What became of a line as its reader sees it: beside a figure that is withheld another one would give it away. */
export function outcomesOf(line: SeenLine, { verifications, figures }: Outcomes): LineOutcomes {
  if (line.suppressed !== null) return nothing;
  const found = verifications.get(lineKey(line));
  const figure = figures.get(figureId(line, "adopted"));
  return {
    verification: found === undefined ? null : { found, stands: answersLine(line, found) },
    adopted: figure === undefined ? null : { figure, stands: adoptionAnswers(line, figure, found) },
  };
}

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
  // A round alone has figures of one period, however many years are known of its areas.
  const [period, ...others] = new Set([...rounds.values()].map((round) => round.period));
  const found = await listObservations(context.store, cut, {
    ...{ areas: [...new Set(areas)], indicators },
    period: others.length === 0 ? period : undefined,
  });
  return found.filter(({ document }) => codes.has(document));
}
