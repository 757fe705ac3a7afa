import type { FigureClass } from "@yuanbiao/core/access";
import type { AreaRecord } from "@yuanbiao/core/evaluate-freeze";
import type { AssessmentEntry, Evaluation, EvaluationStep, Panel, PanelScore } from "@yuanbiao/core/evaluation";
import type { Objection } from "@yuanbiao/core/objection";
import { figureClasses } from "@yuanbiao/core/observation";
import { and, eq, lte, sql } from "drizzle-orm";
import type { Cut, Versioned } from "../nouns.ts";
import type { Reader } from "../store.ts";
import { oneOf, selectRows, standingAt } from "./versions.ts";

export interface EvaluationFilter {
  readonly ids?: readonly string[] | undefined;
  readonly cities?: readonly string[] | undefined;
  readonly schemes?: readonly string[] | undefined;
}

/** Assessments, the latest year first, then by id. */
export async function listEvaluations(
  reader: Reader,
  cut: Cut,
  filter: EvaluationFilter = {},
): Promise<Versioned<Evaluation>[]> {
  const { evaluation } = reader.schema;
  const where = and(
    standingAt(evaluation, cut),
    oneOf(evaluation.id, filter.ids),
    oneOf(evaluation.city, filter.cities),
    oneOf(evaluation.scheme, filter.schemes),
  );
  return selectRows(reader, evaluation, { where, orderBy: [sql`${evaluation.year} desc`, evaluation.id] });
}

export async function findEvaluation(reader: Reader, cut: Cut, id: string): Promise<Versioned<Evaluation> | undefined> {
  return (await listEvaluations(reader, cut, { ids: [id] }))[0];
}

export type StoredStep = EvaluationStep & { readonly recordedAt: string };

/** What was done in an assessment, oldest first. */
export async function listEvaluationSteps(reader: Reader, { asOf }: Cut, id: string): Promise<StoredStep[]> {
  const { evaluationStep } = reader.schema;
  const where = and(
    eq(evaluationStep.evaluation, id),
    asOf === null ? undefined : lte(evaluationStep.recordedAt, asOf),
  );
  return selectRows(reader, evaluationStep, { where, orderBy: [evaluationStep.recordedAt, evaluationStep.id] });
}

/** A sealed result without its lines; `points` is what each criterion counted. */
export type ResultHead = Omit<AreaRecord, "lines"> & { readonly points: Readonly<Record<string, string | null>> };

/** What each area got, without the lines, by area. */
export async function listResultHeads(
  reader: Reader,
  evaluation: string,
  areas?: readonly string[],
): Promise<ResultHead[]> {
  const { evaluationResult: result } = reader.schema;
  const where = and(eq(result.evaluation, evaluation), oneOf(result.area, areas));
  const query = sql`select ${result.head}, ${result.points} from ${result} where ${where} order by ${result.area}`;
  const rows = await reader.select(query);
  return rows.map(([head, points]) => ({ ...JSON.parse(String(head)), points: JSON.parse(String(points)) }));
}

/** Sealed results in full, by area. */
export async function listResults(
  reader: Reader,
  evaluation: string,
  areas?: readonly string[],
): Promise<AreaRecord[]> {
  const { evaluationResult: result } = reader.schema;
  const where = and(eq(result.evaluation, evaluation), oneOf(result.area, areas));
  const rows = await selectRows(reader, result, { where, orderBy: [result.area] });
  return rows.map(({ head, lines }) => ({ ...JSON.parse(head), lines: JSON.parse(lines) }));
}

/** A sealed run and the areas whose figures or targets were revised since; by criterion. */
export interface RevisedSource {
  readonly area: string;
  readonly criterion: string;
  readonly kind: "observation" | "target";
  readonly source: string;
  readonly version: number;
  /** The version that stands now. */
  readonly newest: number;
}

/** Versions that a run used and that no longer stand, by area and criterion. */
export async function listRevisedSources(reader: Reader, evaluation: string): Promise<RevisedSource[]> {
  const { evaluationSource: used, observation, target } = reader.schema;
  const found = await Promise.all(
    [["observation", observation] as const, ["target", target] as const].map(async ([kind, table]) => {
      const rows = await reader.select(sql`
        select ${used.area}, ${used.criterion}, ${used.source}, ${used.version}, ${table.version}
        from ${used} join ${table} on ${table.id} = ${used.source}
        where ${used.evaluation} = ${evaluation} and ${used.kind} = ${kind}
          and ${table.supersededAt} is null and ${table.version} <> ${used.version}
        order by ${used.area}, ${used.criterion}, ${used.source}, ${used.period}`);
      return rows.map(
        ([area, criterion, source, version, newest]): RevisedSource => ({
          ...{ area: String(area), criterion: String(criterion), kind, source: String(source) },
          ...{ version: Number(version), newest: Number(newest) },
        }),
      );
    }),
  );
  return found.flat();
}

/** Who judges which criteria, by criterion. */
export async function listPanels(reader: Reader, cut: Cut, assessment?: string): Promise<Versioned<Panel>[]> {
  const { panel } = reader.schema;
  const where = and(standingAt(panel, cut), assessment === undefined ? undefined : eq(panel.assessment, assessment));
  return selectRows(reader, panel, { where, orderBy: [panel.assessment, panel.criterion] });
}

/** What judges gave, by criterion, area and judge. */
export async function listPanelScores(
  reader: Reader,
  cut: Cut,
  { assessment, judge }: { readonly assessment: string; readonly judge?: string | undefined },
): Promise<Versioned<PanelScore>[]> {
  const { panelScore } = reader.schema;
  const where = and(
    standingAt(panelScore, cut),
    eq(panelScore.assessment, assessment),
    judge === undefined ? undefined : eq(panelScore.judge, judge),
  );
  return selectRows(reader, panelScore, {
    where,
    orderBy: [panelScore.criterion, panelScore.area, panelScore.judge],
  });
}

/** What the office counted and found, by area and code. */
export async function listAssessmentEntries(
  reader: Reader,
  cut: Cut,
  assessment: string,
): Promise<Versioned<AssessmentEntry>[]> {
  const { assessmentEntry } = reader.schema;
  const where = and(standingAt(assessmentEntry, cut), eq(assessmentEntry.assessment, assessment));
  return selectRows(reader, assessmentEntry, {
    where,
    orderBy: [assessmentEntry.area, assessmentEntry.kind, assessmentEntry.code],
  });
}

export interface ObjectionFilter {
  readonly ids?: readonly string[] | undefined;
  readonly evaluations?: readonly string[] | undefined;
  readonly areas?: readonly string[] | undefined;
}

/** Objections, by evaluation, the oldest first. */
export async function listObjections(
  reader: Reader,
  cut: Cut,
  filter: ObjectionFilter = {},
): Promise<Versioned<Objection>[]> {
  const { objection } = reader.schema;
  const where = and(
    standingAt(objection, cut),
    oneOf(objection.id, filter.ids),
    oneOf(objection.evaluation, filter.evaluations),
    oneOf(objection.area, filter.areas),
  );
  return selectRows(reader, objection, {
    where,
    orderBy: [objection.evaluation, objection.madeOn, objection.id],
  });
}

/** The highest class among the figures that each area's sealed lines rest on; areas with public ones alone are left out. */
export async function listGuards(reader: Reader, evaluation: string): Promise<ReadonlyMap<string, FigureClass>> {
  const { evaluationSource: used, observation } = reader.schema;
  const rows = await reader.select(sql`
    select distinct ${used.area}, ${observation.class}
    from ${used} join ${observation} on ${observation.id} = ${used.source} and ${observation.version} = ${used.version}
    where ${used.evaluation} = ${evaluation} and ${used.kind} = ${"observation"} and ${observation.class} <> ${"public"}`);
  const guards = new Map<string, FigureClass>();
  for (const [area, found] of rows) {
    const own = figureClasses.find((one) => one === found) ?? "restricted";
    const known = guards.get(String(area)) ?? "public";
    if (figureClasses.indexOf(own) > figureClasses.indexOf(known)) guards.set(String(area), own);
  }
  return guards;
}
