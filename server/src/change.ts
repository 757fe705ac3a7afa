import type { AuditEntry, AuditResult } from "@yuanbiao/db/audit";
import type { Statement } from "@yuanbiao/db/commit";
import { commitSeen } from "@yuanbiao/db/commit";
import { type Asker, rolesOf } from "./asker.ts";
import type { Context } from "./context.ts";
import { Refusal } from "./errors.ts";

/** What a change leaves in the trail of an area: what was done to what, as it was and as it is. */
export interface ChangeEntry {
  readonly area: string;
  readonly action: string;
  readonly subject: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly result?: AuditResult;
}

export interface Change {
  readonly statements: readonly Statement[];
  /** One for each area that is touched, and at least one. */
  readonly entries: readonly [ChangeEntry, ...ChangeEntry[]];
}

/** What belongs to no area stands in this trail: accounts, checks, policies, sign-ins. */
export const systemArea = "system";

/**
 * The only source of a commit in the server: the statements and their audit entries in one transaction, signed with who
 * asked. Somebody else's change of the same version in between is refused, and nothing is written.
 */
export async function change(
  context: Context,
  asker: Asker,
  { statements, entries }: Change,
): Promise<{ readonly version: number; readonly recordedAt: string }> {
  const [first, ...others] = entries;
  // Its first answer is given instead of this one.
  if (await asker.repeat?.wasDone()) throw new Refusal(409, "idempotency-pending");
  const { result: committed, onDisk } = await commitSeen(context.store, {
    actor: asker.actor.account,
    role: rolesOf(asker),
    address: asker.address,
    statements: [...statements, ...repeatOf(context, asker)],
    audit: [auditOf(first), ...others.map(auditOf)],
  });
  if (!committed.ok) throw new Refusal(412, "stale-version");
  context.hot.move();
  if (asker.underWay === undefined) await onDisk;
  else asker.underWay.push(onDisk);
  return committed;
}

/** A read of something unpublished, an export or a download, or an attempt that was denied, in the trail. */
export async function recordRead(context: Context, asker: Asker, entry: ChangeEntry): Promise<void> {
  await change(context, { ...asker, repeat: null }, { statements: [], entries: [entry] });
}

function auditOf({ area, action, subject, before, after, result }: ChangeEntry): AuditEntry {
  const detail = {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
  return { area, action, subject, detail, ...(result === undefined ? {} : { result }) };
}

/** The key of a repeatable write stands in the same transaction: of two alike only one is done. */
function repeatOf({ clock }: Context, { actor, repeat }: Asker): Statement[] {
  if (repeat === null) return [];
  const { key, digest } = repeat;
  const row = { key, digest, account: actor.account, status: null, body: null, createdAt: clock().toISOString() };
  return [{ insert: "idempotency", rows: [row] }];
}
