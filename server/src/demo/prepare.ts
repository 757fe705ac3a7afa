import { openStore } from "@yuanbiao/db/open";
import type { Store } from "@yuanbiao/db/store";
import { pino } from "pino";
import { makeContext } from "../assemble.ts";
import { type Person, storePeople } from "./people.ts";
import { type DemoScript, playDemo } from "./play.ts";

export interface Preparation {
  readonly dataDir: string;
  readonly people: readonly Person[];
  readonly password: string;
  readonly script: Omit<DemoScript, "setDay">;
  /** Brings the made-up city into the empty store. */
  load(store: Store): Promise<void>;
}

/** Makes the demonstration's store: its clock goes through the rounds as people would have lived them. */
export async function prepareDemo({ dataDir, people, password, script, load }: Preparation): Promise<void> {
  let now = new Date(`${script.firstYear}-01-20T02:00:00Z`);
  const clock = () => now;
  const store = await openStore({ dataDir }, { clock });
  try {
    await load(store);
    const context = makeContext({ store, clock, logger: pino({ level: "silent" }), dataDir });
    await storePeople(context, people, password);
    const setDay = (day: string): void => {
      now = new Date(`${day}T02:00:00Z`);
    };
    await playDemo(context, { ...script, setDay });
  } finally {
    await store.close();
  }
}
