import type { Path } from "./tree.ts";

/** A column of weights; `at` is within the criterion. */
export interface Weights {
  readonly at: Path;
  readonly head: string;
  readonly empty: string | undefined;
}
/** A column of effective points, one a criterion. */
export interface Points {
  readonly head: string;
  readonly values: readonly (string | null)[];
}
