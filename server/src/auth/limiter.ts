import { countFailuresOf } from "@yuanbiao/db/queries/sign-in-failure";
import { systemArea } from "../change.ts";
import type { Context } from "../context.ts";

const mostFailures = 30;
const windowMilliseconds = 10 * 60_000;

/**
 * Whether an address must wait after many failures, whatever accounts they were for: one office may share one address.
 * The trail is what is counted: every process has written there, and a restart forgets nothing.
 */
export async function isHeldBack({ store, clock }: Context, address: string | null): Promise<boolean> {
  if (address === null) return false;
  const now = clock().getTime();
  const since = new Date(now - windowMilliseconds).toISOString();
  const until = new Date(now + windowMilliseconds).toISOString();
  return (await countFailuresOf(store, { area: systemArea, address, since, until })) >= mostFailures;
}
