import { openStore, type StorePlace } from "@yuanbiao/db/open";
import { demoParks } from "@yuanbiao/seeds/demo-places";
import { makeContext } from "@yuanbiao/server/assemble";
import { pino } from "pino";
import { signIn } from "../support/signed-in.ts";
import type { Prepared } from "./prepare.ts";

interface Door {
  readonly place: StorePlace;
  readonly dataDir: string;
  readonly secret: string;
  readonly clock: () => Date;
}

/** Signs in everybody who files, anew and beside a server at work, at the time that a clock tells. */
export async function signInFilers({ place, dataDir, secret, clock }: Door): Promise<Omit<Prepared, "runs">> {
  const store = await openStore(place, { clock });
  const context = makeContext({ store, clock, logger: pino({ level: "silent" }), dataDir, secret });
  const cookieOf = async (...[role, grants = {}]: [Parameters<typeof signIn>[1], Parameters<typeof signIn>[2]?]) =>
    (await signIn(context, role, grants)).cookie;
  const parks: Prepared["parks"][number][] = [];
  for (const area of demoParks) {
    const own = { areas: [area] };
    parks.push({ area, clerk: await cookieOf("clerk", own), approver: await cookieOf("approver", own) });
  }
  const cookies = {
    coordinator: await cookieOf("coordinator"),
    assessor: await cookieOf("assessor"),
    leader: await cookieOf("leader"),
  };
  await store.close();
  return { cookies, parks };
}
