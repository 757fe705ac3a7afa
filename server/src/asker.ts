import type { Actor } from "@yuanbiao/core/access";

/** A write that came with an Idempotency-Key: the key, and SHA-256 of method, address, the account's grants and body. */
export interface Repeat {
  readonly key: string;
  readonly digest: string;
  /** Whether a write with this key was done before. */
  readonly wasDone: () => Promise<boolean>;
}

/** Who asks, from where: known before any route runs, and what every change and audited read is signed with. */
export interface Asker {
  readonly actor: Actor;
  readonly address: string | null;
  readonly repeat: Repeat | null;
  /**
   * What was written for this request and is on its way to disk: its answer is made meanwhile and given once all of it has
   * arrived. Without it, a change is over when it is on disk.
   */
  readonly underWay?: Promise<void>[];
}

/** Waits until all that was written for whoever asks is on disk. */
export async function arrived({ underWay = [] }: Pick<Asker, "underWay">): Promise<void> {
  while (underWay.length > 0) await Promise.all(underWay.splice(0));
}

const shownOfKey = 8;

/** An account's roles as the trail writes them; what a key did is told apart from what its owner did, and by which key. */
export function rolesOf({ actor }: Asker): string {
  const roles = actor.grants.map(({ role }) => role).join(" ");
  const { keyScope, keyId } = actor;
  return keyScope === null ? roles : `${roles} key:${keyScope}:${keyId?.slice(0, shownOfKey) ?? ""}`;
}
