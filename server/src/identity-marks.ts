import { traced } from "@yuanbiao/db/footprint";
import { listIdentityMarks } from "@yuanbiao/db/queries/identity-mark";
import { sharing } from "@yuanbiao/db/shared";
import type { Reader, Store } from "@yuanbiao/db/store";

/** Knows at which change of who may come in an account, a session or the policy was changed last. */
export interface IdentityMarks {
  /** Whether none of these has changed since a change; it is as of `now` at least. */
  isSame(parts: readonly string[], span: { readonly since: number; readonly now: number }): Promise<boolean>;
}

const mostKnown = 10_000;
/** Who is further behind takes everything for changed; twice as many marks stay stored (`keptMarks` in db/src/touch.ts). */
const mostBehind = 5000;

export function makeIdentityMarks(store: Reader & Pick<Store, "readHead">): IdentityMarks {
  const last = new Map<string, number>();
  let seen: number | undefined;
  /** What was read before this change is not known to hold. */
  let from = 0;
  const look = sharing(async () => {
    const { identityVersion: now } = await store.readHead();
    if (seen !== undefined && now < seen) {
      // A database that was put back to an earlier state counts on from there: nothing that was read before holds.
      last.clear();
      from = seen + 1;
    } else if (seen === undefined || now - seen > mostBehind || last.size > mostKnown) {
      last.clear();
      from = Math.max(from, now);
    } else if (seen < now) {
      const after = seen;
      // In a trace of its own: no answer rests on these notes.
      const { made: marks } = await traced(() => listIdentityMarks(store, { after }));
      for (const { part, version } of marks) last.set(part, version);
    }
    seen = now;
  });
  return {
    async isSame(parts, { since, now }) {
      if (since === now) return since >= from;
      // Another request may have looked since this one did.
      if (seen !== now) await look();
      return since >= from && parts.every((part) => (last.get(part) ?? 0) <= since);
    },
  };
}
