import type { Actor, FigureClass } from "@yuanbiao/core/access";
import type { AccountRow } from "@yuanbiao/db/queries/account";
import type { SessionRow } from "@yuanbiao/db/queries/session";
import type { Head } from "@yuanbiao/db/store";

/** Who a request comes from, as its session or key says at this moment. */
export interface Identity {
  readonly actor: Actor;
  readonly account: AccountRow;
  /** Null where a key was used. */
  readonly session: SessionRow | null;
  /** Until then nothing but changing it is allowed. */
  readonly mustChangePassword: boolean;
  readonly clearance: FigureClass;
}

/** Who asks, and where the commits stood when that was found. */
export interface Who {
  readonly head: Head;
  readonly identity: Identity;
}
