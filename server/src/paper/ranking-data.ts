import type { Language } from "../language.ts";

export interface RankingArea {
  readonly area: string;
  readonly pool: string;
  /** 第1, 并列第2, 不列名次. */
  readonly rank: string;
  readonly total: string;
  readonly grade: string | null;
  readonly lastRank: string | null;
  readonly change: string | null;
  readonly notes: readonly string[];
  /** Points of adjustments; null where the scheme has none. */
  readonly adjustment: string | null;
  /** By criterion code, as they are shown; null or left out where nothing counts. */
  readonly points: Readonly<Record<string, string | null>>;
}

export interface RankingGroup {
  readonly code: string;
  readonly name: string;
  /** Whether it makes up the full mark, or only feeds others. */
  readonly isCounted: boolean;
  /** By park type, in the order of `parkTypes`. */
  readonly weights: readonly string[];
  readonly criteria: readonly {
    readonly code: string;
    readonly name: string;
    readonly weights: readonly string[];
    readonly rule: string;
    readonly missing: string;
  }[];
}

export interface RankingLine {
  readonly area: string;
  readonly group: string;
  readonly criterion: string;
  readonly weight: string | null;
  readonly points: string | null;
  /** 完成值 280 家. */
  readonly inputs: readonly string[];
  readonly sources: readonly string[];
  readonly rule: string;
  readonly steps: readonly string[];
  readonly notes: readonly string[];
}

export interface RankingData {
  readonly language: Language;
  readonly mark: string | null;
  readonly city: string;
  readonly evaluationYear: number;
  readonly scheme: string;
  readonly parkTypes: readonly string[];
  readonly groups: readonly RankingGroup[];
  /** In the order in which they are to be listed. */
  readonly areas: readonly RankingArea[];
  readonly lines: readonly RankingLine[];
  /** How the file can be checked: the seal, or that there is none. */
  readonly basis: string;
}
