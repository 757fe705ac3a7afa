import type { FileKind } from "./files.ts";

/** A request that is right where the store is as it was made: who asks, for what, with what. */
export interface Sample {
  readonly who: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A form, its file apart. */
  readonly form?: Readonly<Record<string, string>>;
  readonly file?: FileKind;
}

export type Samples = Readonly<Record<string, readonly Sample[]>>;

/** The same request of several. */
export const each = <T>(list: readonly T[], make: (one: T) => Sample): Sample[] => list.map(make);
