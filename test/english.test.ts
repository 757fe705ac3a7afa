import { join } from "node:path";
import type { Folder } from "@yuanbiao/seeds/folder";
import { readFolder } from "@yuanbiao/seeds/read";
import { unitName } from "@yuanbiao/web/text/number";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const han = /\p{Script=Han}/u;
const Records = z.array(z.record(z.string(), z.unknown()));

async function shipped(name: string): Promise<Folder> {
  const read = await readFolder(join(import.meta.dirname, "..", "seeds", "policy", name));
  if ("faults" in read) throw new Error(`${name} is refused`);
  return read.folder;
}

describe.each(["liuzhou", "panyu"])("the shipped folder %s in English", (name) => {
  it("has a name for every unit", async () => {
    const { indicators, observations, targets } = await shipped(name);
    const units = [...indicators, ...observations].map(({ unit }) => unit);
    const bands = targets.flatMap(({ band }) => (band === null ? [] : [band.unit]));
    const unnamed = [...new Set([...units, ...bands])].filter((unit) => han.test(unitName(unit, "en")));
    expect(unnamed).toEqual([]);
  });
  it("says in English whatever it says in Chinese", async () => {
    const lists = Object.values(await shipped(name)).flatMap((part) => Records.safeParse(part).data ?? []);
    const untold = lists.flatMap((record) =>
      Object.entries(record).flatMap(([field, english]) => {
        const chinese = record[field.replace(/En$/, "")];
        if (!field.endsWith("En") || chinese === null) return [];
        return typeof english === "string" && !han.test(english) ? [] : [{ field, chinese, english }];
      }),
    );
    expect(lists.length).toBeGreaterThan(50);
    expect(untold).toEqual([]);
  });
});
