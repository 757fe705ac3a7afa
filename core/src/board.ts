import type { PolicyDocument } from "./document.ts";
import type { Progress } from "./progress.ts";
import { isJudged, type Status, statuses } from "./status.ts";
import type { Target } from "./target.ts";

/** A target with where it stands: what boards count, sort and show. */
export interface Placed<T extends Target = Target> {
  readonly target: T;
  readonly progress: Progress;
}

export interface StatusCount {
  readonly status: Status;
  readonly total: number;
  /** How many of them rest on an assumed caliber or on reposts alone (初判). */
  readonly provisional: number;
}

/** How many targets stand where, worst first; every status has its line, also with 0 targets. */
export function countStatuses(rows: readonly Placed[]): StatusCount[] {
  return statuses.map((status) => {
    const alike = rows.filter(({ progress }) => progress.status === status);
    return { status, total: alike.length, provisional: alike.filter(({ progress }) => progress.provisional).length };
  });
}

/** The targets that policy documents set; what the press reports of targets is counted apart. */
export function isOfPolicy(target: Target, documents: ReadonlyMap<string, Pick<PolicyDocument, "kind">>): boolean {
  return documents.get(target.citations[0]?.document ?? "")?.kind === "policy";
}

/** One cell of the matrix area × indicator: its worst target, and all targets of the pair. */
export interface Cell {
  readonly area: string;
  readonly indicator: string;
  readonly worst: Placed;
  readonly targets: readonly string[];
}

function isWorse(a: Placed, b: Placed): boolean {
  return statuses.indexOf(a.progress.status) < statuses.indexOf(b.progress.status);
}

/** The cells of the matrix that have a target, by area and indicator in the order of first appearance. */
export function matrixOf(rows: readonly Placed[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const row of rows) {
    const { area, indicator, id } = row.target;
    const key = `${area} ${indicator}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { area, indicator, worst: row, targets: [id] });
    else
      cells.set(key, { ...cell, worst: isWorse(row, cell.worst) ? row : cell.worst, targets: [...cell.targets, id] });
  }
  return [...cells.values()];
}

/** The weight by which rows of the matrix are sorted: judged and bad first, then what cannot be judged. */
export function severityOf(status: Status): number {
  return statuses.length - statuses.indexOf(status);
}

/** Judged targets that are missed or behind, the farthest from their value first. */
export function largestGaps(rows: readonly Placed[]): Placed[] {
  const distance = ({ progress }: Placed): number => Number(progress.achievement.value ?? "1");
  return rows
    .filter(
      ({ progress }) => isJudged(progress.status) && progress.status !== "on-track" && progress.met.value === false,
    )
    .toSorted((a, b) => distance(a) - distance(b));
}
