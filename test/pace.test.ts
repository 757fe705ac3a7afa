import { makePace } from "@yuanbiao/server/pace";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "./support/served.ts";

describe("requests that come to several processes", () => {
  const most = 100;
  let served: Served;
  let now = new Date("2026-11-21T04:00:10.000Z");
  const lines: string[] = [];
  const logger = pino({ base: null }, { write: (line: string) => lines.push(line) });
  beforeAll(async () => {
    served = await serve({ empty: true });
  });
  afterAll(() => served.close());
  const process = () => makePace(most, { store: served.store, clock: () => now, logger });
  const ask = async ({ take }: ReturnType<typeof makePace>, times: number, account: string): Promise<number[]> => {
    const waits: number[] = [];
    for (let at = 0; at < times; at += 1) {
      const wait = await take({ account });
      if (wait !== null) waits.push(wait);
    }
    return waits;
  };

  it("are counted together: who has asked all that is allowed is held back wherever it asks next", async () => {
    const [one, other] = [process(), process()];
    expect(await ask(one, 60, "busy")).toEqual([]);
    await ask(other, 40, "busy");
    await expect.poll(() => other.take({ account: "busy" })).not.toBeNull();
    const wait = (await other.take({ account: "busy" })) ?? 0;
    expect(wait).toBeGreaterThan(45);
    expect(wait).toBeLessThanOrEqual(50);
    // The first one learns it with its next tenth.
    expect(await ask(one, 9, "busy")).toEqual([]);
    await ask(one, 1, "busy");
    await expect.poll(() => one.take({ account: "busy" })).not.toBeNull();
    expect(await ask(other, 50, "somebody else")).toEqual([]);
    expect(lines).toEqual([]);
  });

  it("of the minute before do not count, and a store that is away stops nobody", async () => {
    now = new Date("2026-11-21T04:01:59.500Z");
    const [one, other] = [process(), process()];
    expect(await ask(one, 60, "late")).toEqual([]);
    now = new Date("2026-11-21T04:02:00.500Z");
    expect(await ask(other, 60, "late")).toEqual([]);
    expect(await other.take({ account: "late" })).toBeNull();
    const away = await serve({ empty: true });
    await away.close();
    const alone = makePace(most, { store: away.store, clock: () => now, logger });
    expect(await ask(alone, most, "alone")).toEqual([]);
    expect(await ask(alone, 1, "alone")).toHaveLength(1);
    await expect.poll(() => lines.length).toBeGreaterThan(0);
  });
});
