import type { Check } from "@yuanbiao/core/check";
import { editRefusal } from "@yuanbiao/core/filing";
import { isLineOpen, isSameContent, type Report, type ReportLine } from "@yuanbiao/core/report";
import type { Round } from "@yuanbiao/core/round";
import { makeBreather } from "@yuanbiao/db/breather";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listChecks } from "@yuanbiao/db/queries/check";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import type { FieldFault } from "../errors.ts";
import type { Language } from "../language.ts";
import { findingsOn } from "../reporting-findings.ts";
import { loadBesideAll, nothingBeside } from "../reporting-references.ts";
import { findingFaults } from "../wire/finding.ts";
import type { ReadOfficeLine } from "../workbook/shape.ts";

/** The rows of one area, and what stands of it. */
export interface AreaRows {
  readonly area: string;
  readonly rows: readonly ReadOfficeLine[];
  readonly report: Versioned<Report> | undefined;
  /** By indicator. */
  readonly standing: ReadonlyMap<string, Versioned<ReportLine>>;
}

/** What an import is checked against. */
export interface Ground {
  readonly round: Versioned<Round>;
  readonly areas: readonly AreaRows[];
  readonly sheet: string;
  /** The instant that the workbook's figures are of. */
  readonly takenAt: string;
}

/** Why rows cannot be stored, each at its cell: the state of their reports, what others wrote since, hard checks. */
export async function importFaults(
  context: Context,
  asker: Asker,
  { ground, language }: { ground: Ground; language: Language },
): Promise<FieldFault[]> {
  const judge = await makeJudge(context, ground, language);
  const breathe = makeBreather();
  const faults: FieldFault[] = [];
  for (const own of ground.areas) {
    faults.push(...standingFaults(asker, ground, own), ...judge(own));
    await breathe();
  }
  return faults;
}

const fieldOf = ({ sheet }: Ground, { cell }: ReadOfficeLine): string => `${sheet}!${cell}`;

/**
 * Reports that are not being filled and lines that the office has accepted stay as they are, and what somebody else has
 * written since the workbook was taken is not overwritten: the row is refused.
 */
function standingFaults({ actor }: Asker, ground: Ground, { rows, report, standing }: AreaRows): FieldFault[] {
  const refusal = report === undefined ? "unknown-report" : editRefusal(report, ground.round)?.code;
  return rows.flatMap((row): FieldFault[] => {
    const before = standing.get(row.indicator);
    if (!isChange(row, before)) return [];
    const at = (code: string): FieldFault[] => [{ field: fieldOf(ground, row), code }];
    if (refusal !== undefined) return at(refusal);
    if (before === undefined) return [];
    if (!isLineOpen(before)) return at("line-accepted");
    const isOfOthers = before.recordedBy !== actor.account && before.recordedAt > ground.takenAt;
    return isOfOthers ? at("changed-since") : [];
  });
}

/** Whether a row says something else than what stands. */
export function isChange(row: ReadOfficeLine, before: ReportLine | undefined): boolean {
  if (before === undefined) return row.state !== "empty" || row.explanation !== null;
  return !isSameContent(before, { ...row, enterprises: before.enterprises });
}

type Judge = (own: AreaRows) => FieldFault[];

/** Hard checks, area by area; what lies beside is loaded where one of them looks at it. */
async function makeJudge(context: Context, ground: Ground, language: Language): Promise<Judge> {
  const { round } = ground;
  const checks = await listChecks(context.store, { asOf: null });
  const hard = checks.filter(({ severity, active }) => severity === "hard" && active);
  if (hard.length === 0) return () => [];
  const registry = await context.registries.at(null);
  const areas = ground.areas.map(({ area }) => area);
  const isNeeded = hard.some(looksBeside);
  const beside = await loadBesideAll(context, { round, areas: isNeeded ? areas : [], registry, asOf: null }, null);
  return ({ area, rows, standing }) => {
    const given = new Map(rows.map((row) => [row.indicator, row]));
    const lines = round.lines.flatMap(({ indicator }) => given.get(indicator) ?? standing.get(indicator) ?? []);
    const { findings } = findingsOn(hard, round, lines, beside.get(area) ?? nothingBeside);
    const placeOf = (indicator: string): string => {
      const row = given.get(indicator);
      return row === undefined ? `${area} ${indicator}` : fieldOf(ground, row);
    };
    return findingFaults(findings, { checks: hard, language, placeOf });
  };
}

function looksBeside({ rule }: Check): boolean {
  if (rule.kind === "relation") return [...rule.left, ...rule.right].some(({ moment }) => moment !== "this");
  return rule.kind === "swing" || rule.kind === "other-source";
}
