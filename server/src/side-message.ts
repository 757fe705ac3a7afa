import type { HotBody, HotQuestion } from "./hot.ts";
import type { Identity, Who } from "./identity.ts";

/** A request that is handed to the side thread, with where it came from. */
export interface SideRequest {
  readonly kind: "request";
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly address: string | null;
  readonly host: string;
  /** Who asks, where that was found already. */
  readonly who: Who | null;
}

/** A kept answer, as it goes from one thread to the other. */
export type KeptBody = Omit<HotBody, "bytes"> & { readonly bytes: Uint8Array };

/** A question that was answered and is to be answered again, for the same reader. */
export interface Renewal {
  readonly question: HotQuestion;
  readonly identity: Identity;
}

/** What the main thread says to the side thread. */
export type ToSide =
  | SideRequest
  | (Renewal & { readonly kind: "renew" })
  | { readonly kind: "nudge" }
  | { readonly kind: "stop" };

/** What the side thread says: an answer, a line for the log, that it is ready, or that it has put everything down. */
export type FromSide =
  | {
      readonly kind: "answer";
      readonly id: number;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: Uint8Array;
    }
  /** An answer that was made once for all who ask: this thread gives it from now on. */
  | { readonly kind: "kept"; readonly key: string; readonly body: KeptBody }
  | { readonly kind: "log"; readonly line: string }
  | { readonly kind: "ready" }
  | { readonly kind: "stopped" };
