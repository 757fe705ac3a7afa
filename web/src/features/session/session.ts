import { useQuery } from "@tanstack/react-query";
import type { Actor } from "@yuanbiao/core/access";
import { api, good, until } from "../../api.ts";

/** Who is signed in, and what stands between them and their work. */
export interface Person {
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
  readonly lastSignInAt: string | null;
  readonly policy: { readonly idleMinutes: number; readonly sessionHours: number; readonly passwordLength: number };
}

async function readSession(signal: AbortSignal): Promise<Person | null> {
  const { session } = await (await good(api.auth.session.$get({ param: {}, query: {} }, until(signal)))).json();
  if (session === null) return null;
  const { account, name, grants, mustChangePassword, secondFactor, lastSignInAt, policy } = session;
  const actor = { account, name, grants, keyScope: null, keyId: null };
  return { actor, mustChangePassword, secondFactor, lastSignInAt, policy };
}

const session = {
  queryKey: ["session"],
  queryFn: ({ signal }: { signal: AbortSignal }) => readSession(signal),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
} as const;

/** Who is signed in; null for nobody, undefined while that is not known. */
export function useSession(): Person | null | undefined {
  return useQuery(session).data;
}

/** Whether it is still being asked who is signed in: until then nobody knows what one may read. */
export function useSessionPending(): boolean {
  return useQuery(session).isPending;
}
