import type { SecurityPolicy } from "@yuanbiao/core/security-policy";
import type { Statement } from "@yuanbiao/db/commit";
import { getPolicy, policyId } from "@yuanbiao/db/queries/account";
import { listSignInFailures } from "@yuanbiao/db/queries/sign-in-failure";
import { z } from "zod";
import type { Asker } from "../asker.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { makeCursor, malformedCursor, parseCursor } from "../page.ts";
import type { FailureList, PolicyView } from "./shape.ts";

/** Sets the policy; it holds from the next request on, for the sessions that there are as well. */
export async function setPolicy(
  context: Context,
  asker: Asker,
  { version, policy }: { version: number; policy: SecurityPolicy },
): Promise<PolicyView> {
  const { version: seen, ...before } = await getPolicy(context.store);
  if (seen !== version) throw new Refusal(412, "stale-version");
  const after = { ...policy, version: version + 1 };
  const statement: Statement =
    version === 0
      ? { insert: "securityPolicy", rows: [{ id: policyId, ...after }] }
      : { update: "securityPolicy", key: { id: policyId }, set: after, expected: { version } };
  await change(context, asker, {
    statements: [statement],
    entries: [{ area: systemArea, action: "policy", subject: null, before, after: policy }],
  });
  return after;
}

const Reason = z.object({ after: z.object({ reason: z.string() }) });

/** Failed sign-ins, the newest first. */
export async function listFailures(
  { store }: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<z.infer<typeof FailureList>> {
  const [before] = cursor === undefined ? [] : parseCursor(cursor, 1);
  if (before !== undefined && !/^\d{1,12}$/.test(before)) throw malformedCursor();
  const page = { area: systemArea, before: before === undefined ? undefined : Number(before), limit: limit + 1 };
  const rows = await listSignInFailures(store, page);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  const items = shown.map(({ recordedAt, subject, address, detail }) => {
    const said = Reason.safeParse(JSON.parse(detail));
    return { recordedAt, account: subject, address, reason: said.success ? said.data.after.reason : "other" };
  });
  return { items, nextCursor: isMore ? makeCursor([String(last.seq)]) : null };
}
