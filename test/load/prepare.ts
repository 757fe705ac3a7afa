import { openStore, type StorePlace } from "@yuanbiao/db/open";
import { loadDemo } from "@yuanbiao/seeds/demo";
import { demoParks } from "@yuanbiao/seeds/demo-places";
import { loadShippedSchemes } from "@yuanbiao/seeds/shipped-schemes";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import { pino } from "pino";
import { type AssessingPeople, type Hall, publishScheme, readyRun } from "../support/assessing.ts";
import { askWith, type SignedIn } from "../support/served.ts";
import { signIn } from "../support/signed-in.ts";

export interface Prepared {
  /** The cookie of each person; the clerks and approvers are one of each park. */
  readonly cookies: Readonly<Record<"coordinator" | "assessor" | "leader", string>>;
  readonly parks: readonly { readonly area: string; readonly clerk: string; readonly approver: string }[];
  /** Assessments that stand ready to be sealed. */
  readonly runs: readonly string[];
}

interface Preparation {
  readonly place: StorePlace;
  readonly dataDir: string;
  readonly secret: string;
  readonly runs: number;
}

/** Brings a made-up city into an empty store, with everybody signed in who works on its reports and assessments. */
export async function prepare({ place, dataDir, secret, runs }: Preparation): Promise<Prepared> {
  const store = await openStore(place);
  await loadDemo(store, { firstYear: 2023, dueYear: 2027, quartersEnded: 15 });
  await loadShippedSchemes(store);
  const clock = () => new Date();
  const context = makeContext({ store, clock, logger: pino({ level: "silent" }), dataDir, secret });
  const app = makeApp(context);
  const as = async (
    ...[role, grants = {}]: Parameters<typeof signIn> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    const { account, cookie } = await signIn(context, role, grants);
    return { account, cookie, ...askWith(async (address, init) => app.request(address, init), { cookie }) };
  };
  const parks: { area: string; clerk: SignedIn; approver: SignedIn }[] = [];
  for (const area of demoParks) {
    parks.push({
      area,
      clerk: await as("clerk", { areas: [area] }),
      approver: await as("approver", { areas: [area] }),
    });
  }
  const [first] = parks;
  if (first === undefined) throw new Error("the city has no park");
  const people: AssessingPeople = {
    assessor: await as("assessor", {}),
    coordinator: await as("coordinator", {}),
    leader: await as("leader", {}),
    clerk: first.clerk,
    approver: first.approver,
    stranger: first.approver,
    verifier: await as("verifier", { department: "yx-sti" }),
    experts: [await as("expert", {}), await as("expert", {}), await as("expert", {})],
  };
  const made = await makeRuns(people, runs);
  await store.close();
  const { coordinator, assessor, leader } = people;
  return {
    cookies: { coordinator: coordinator.cookie, assessor: assessor.cookie, leader: leader.cookie },
    parks: parks.map(({ area, clerk, approver }) => ({ area, clerk: clerk.cookie, approver: approver.cookie })),
    runs: made,
  };
}

async function makeRuns(people: AssessingPeople, count: number): Promise<string[]> {
  const hall: Pick<Hall, "people"> = { people };
  if (count > 0) await publishScheme(hall, "yunxi-2018");
  const runs = Array.from({ length: count }, (_, at) => `run-${at + 1}`);
  for (const id of runs) await readyRun(hall, id, "yunxi-2018");
  return runs;
}
