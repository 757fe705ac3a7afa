import { describe, expect, it } from "vitest";
import { jumpClock } from "./faults/clock.ts";
import { crowd } from "./faults/crowd.ts";
import { fillDisk, mayMount } from "./faults/disk.ts";
import { killOften } from "./faults/kill.ts";
import { openReleased, releasedStores } from "./faults/released.ts";
import { tearFiles } from "./faults/tear.ts";

const long = 300_000;
const engines = ["sqlite", "postgres"] as const;
const canMount = await mayMount();

describe("a server that is killed again and again", () => {
  it.each(engines)(
    "on %s loses nothing that it acknowledged, and leaves nothing by halves",
    async (engine) => {
      const { faults, acknowledged, repeated, sealed } = await killOften({ engine, rounds: 6, seed: 20_261_122 });
      expect(faults).toEqual([]);
      expect(sealed).toBe(2);
      expect(acknowledged).toBeGreaterThan(20);
      expect(repeated).toBeGreaterThan(0);
    },
    600_000,
  );
});

describe("a disk", () => {
  it.skipIf(!canMount)(
    "that is full refuses writes, gives what is there, and takes writes when there is room",
    async () => {
      const { faults, refused, doneAfterwards } = await fillDisk();
      expect(faults).toEqual([]);
      expect(refused).toBeGreaterThan(0);
      expect(doneAfterwards).toBeGreaterThan(0);
    },
    300_000,
  );
});

describe("a clock that jumps", () => {
  it.each(engines)(
    "by years on %s loses nothing, keeps nobody signed in, and stops no job",
    async (engine) => {
      const { faults, jumps, sessionsEnded, acknowledged } = await jumpClock(engine);
      expect(faults).toEqual([]);
      expect([jumps, sessionsEnded]).toEqual([4, 4]);
      expect(acknowledged).toBeGreaterThan(20);
    },
    300_000,
  );
});

describe("a store of an earlier version", () => {
  it("opens, answers, verifies, and moves on by a backup, on both engines", async () => {
    const { faults, stores, restored, files, seals } = await openReleased();
    expect(faults).toEqual([]);
    expect([stores, restored]).toEqual([releasedStores.length, releasedStores.length]);
    expect([files, seals]).toEqual([4, 2]);
  }, 300_000);
});

describe("a file that is torn on its disk", () => {
  it(
    "is never given out as whole, is named, and is made whole by whoever brings it again",
    async () => {
      expect(await tearFiles()).toEqual({ files: 4, told: 4, healed: 4, named: 4, faults: [] });
    },
    long,
  );
});

describe("a crowd at the door", () => {
  it(
    "of slow ones and of many at once keeps nobody from an answer",
    async () => {
      const { faults, answeredAtOnce } = await crowd({ slow: 100, connections: 1000, waits: false });
      expect(faults).toEqual([]);
      expect(answeredAtOnce).toBe(1000);
    },
    long,
  );
});
