import type { Actor } from "@yuanbiao/core/access";

/** A write that came with an Idempotency-Key: the key, and SHA-256 of method, address and body. */
export interface Repeat {
  readonly key: string;
  readonly digest: string;
}

/** Who asks, from where: known before any route runs, and what every change and audited read is signed with. */
export interface Asker {
  readonly actor: Actor;
  readonly address: string | null;
  readonly repeat: Repeat | null;
}

/** An account's roles as the trail writes them; what a key did is told apart from what its owner did. */
export function rolesOf({ actor }: Asker): string {
  const roles = actor.grants.map(({ role }) => role).join(" ");
  return actor.keyScope === null ? roles : `${roles} key:${actor.keyScope}`;
}
