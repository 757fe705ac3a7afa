import type { Evaluation } from "./evaluate.ts";
import type { AreaResult, Held, Struck } from "./evaluate-bar.ts";
import type { UsedInput, UsedSource } from "./evaluate-facts.ts";
import type { LineState, ScoreLine } from "./evaluate-line.ts";
import type { LackReason } from "./evaluate-refusal.ts";
import { type Exact, plain } from "./quantity.ts";
import { inOneOrder } from "./scheme-file.ts";
import type { ScoreFlag } from "./scorer-outcome.ts";
import { roundPoints, settle } from "./scorer-rounding.ts";

/** A score line as plain data; points as exact as they were computed, `shown` as the scheme rounds them. */
export interface LineRecord {
  readonly group: string;
  readonly criterion: string;
  readonly state: LineState;
  readonly weight: string | null;
  readonly points: string | null;
  readonly counted: string | null;
  readonly shown: string | null;
  readonly reason: LackReason | null;
  readonly flags: readonly ScoreFlag[];
  readonly inputs: readonly UsedInput[];
}

/** An area's result as plain data. */
export interface AreaRecord {
  readonly area: string;
  readonly type: string;
  readonly pool: string;
  readonly fullMark: string;
  readonly subtotal: string;
  readonly scaled: string;
  readonly adjustment: { readonly given: string; readonly sources: readonly UsedSource[] } | null;
  readonly total: string;
  readonly shown: string;
  readonly eligible: boolean;
  readonly rank: number | null;
  readonly ranked: number;
  readonly tied: boolean;
  readonly tieBreak: number | null;
  readonly grade: string | null;
  readonly locked: boolean;
  readonly vetoes: readonly Struck[];
  readonly windows: readonly Held[];
  readonly groups: readonly { readonly code: string; readonly points: string }[];
  readonly lines: readonly LineRecord[];
}

const text = (value: Exact): string => plain(settle(value));
const textOrNone = (value: Exact | null): string | null => (value === null ? null : text(value));

function recordLine(line: ScoreLine, { scheme }: Evaluation): LineRecord {
  const { group, criterion, state, weight, points, counted, reason } = line;
  const { inputs, scored } = line.detail();
  return {
    ...{ group, criterion, state, reason },
    inputs,
    weight: textOrNone(weight),
    points: textOrNone(points),
    counted: textOrNone(counted),
    shown: counted === null ? null : roundPoints(counted, scheme.rounding),
    flags: scored?.flags ?? [],
  };
}

function recordHead({ adjustment, lines, groups, fullMark, subtotal, scaled, total, ...rest }: AreaResult) {
  return {
    ...rest,
    fullMark: text(fullMark),
    subtotal: text(subtotal),
    scaled: text(scaled),
    adjustment: adjustment === null ? null : { given: text(adjustment.given), sources: adjustment.sources },
    total: text(total),
    groups: groups.map(({ code, points }) => ({ code, points: text(points) })),
  };
}

function recordArea(area: AreaResult, evaluation: Evaluation): AreaRecord {
  return { ...recordHead(area), lines: area.lines.map((line) => recordLine(line, evaluation)) };
}

const byCode = ({ areas }: Evaluation): AreaResult[] => areas.toSorted((a, b) => (a.area < b.area ? -1 : 1));

/** An evaluation's areas as plain data, by code: what is stored, shown, compared and sealed. */
export function recordRun(evaluation: Evaluation): AreaRecord[] {
  return byCode(evaluation).map((area) => recordArea(area, evaluation));
}

/** An area's record with the points that count by criterion in place of its lines. */
export interface HeadRecord extends Omit<AreaRecord, "lines"> {
  readonly points: Readonly<Record<string, string | null>>;
}

/** The same areas without how each line came about, which is what costs most. */
export function recordHeads(evaluation: Evaluation): HeadRecord[] {
  return byCode(evaluation).map((area) => ({
    ...recordHead(area),
    points: Object.fromEntries(area.lines.map(({ criterion, counted }) => [criterion, textOrNone(counted)])),
  }));
}

/** Which version of the scheme was used, and as of which instant the facts were read. */
export interface SealOf {
  readonly schemeVersion: number;
  readonly instant: string;
}

const canonical = (value: unknown): string => JSON.stringify(inOneOrder(value));

function* piecesOf(evaluation: Evaluation, { schemeVersion, instant }: SealOf): Generator<string> {
  const { scheme } = evaluation;
  const frame = canonical({ format: "yuanbiao-run", edition: 1, schemeVersion, instant, scheme, areas: [] });
  // Only format and edition stand before the areas.
  const place = frame.indexOf("[]");
  yield frame.slice(0, place + 1);
  for (const [at, area] of byCode(evaluation).entries()) {
    yield `${at === 0 ? "" : ","}${canonical(recordArea(area, evaluation))}`;
  }
  yield frame.slice(place + 1);
}

/**
 * The canonical text of a run, whose SHA-256 in UTF-8 is its seal, in pieces, one an area between a head and a tail: the
 * scheme in full with its version, the instant, and every result with the exact versions that it rests on, in one order.
 * Undefined for what may not be sealed: a refused run, or a trial. The pieces may be gone through once.
 */
export function sealPieces(evaluation: Evaluation, sealOf: SealOf): Iterable<string> | undefined {
  const { purpose, refusals } = evaluation;
  return purpose !== "seal" || refusals.length > 0 ? undefined : piecesOf(evaluation, sealOf);
}

/** The same text as one string; at national size it has some 60 MB. */
export function sealRun(evaluation: Evaluation, sealOf: SealOf): string | undefined {
  const pieces = sealPieces(evaluation, sealOf);
  return pieces === undefined ? undefined : [...pieces].join("");
}

/** Every version that a run rests on, each once: what a later revision is looked up by. */
export function sourcesOf(areas: readonly AreaRecord[]): UsedSource[] {
  const found = new Map<string, UsedSource>();
  const all = areas.flatMap(({ lines, adjustment }) => [
    ...lines.flatMap(({ inputs }) => inputs.flatMap(({ sources }) => sources)),
    ...(adjustment?.sources ?? []),
  ]);
  for (const source of all) found.set(`${source.kind} ${source.id} ${source.version} ${source.period ?? ""}`, source);
  return [...found.values()];
}
