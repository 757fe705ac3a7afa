import { afterEach, describe } from "vitest";
import { accountContract } from "./accounts.ts";
import { commitContract, openingContract } from "./commits.ts";
import { figureContract } from "./figures.ts";
import { historyContract } from "./history.ts";
import type { Open, Opened } from "./opened.ts";
import { paceContract } from "./pace.ts";
import { snapshotContract } from "./snapshots.ts";
import { auditContract } from "./trail.ts";

/** What a store promises, whatever the engine. */
export function storeContract(name: string, open: Open): void {
  describe(`store on ${name}`, () => {
    const opened: Opened[] = [];
    const fresh: Open = async (clock) => {
      const one = await open(clock);
      opened.push(one);
      return one;
    };
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });
    historyContract(fresh);
    figureContract(fresh);
    commitContract(fresh);
    accountContract(fresh);
    auditContract(fresh);
    snapshotContract(fresh);
    paceContract(fresh);
    openingContract(fresh);
  });
}
