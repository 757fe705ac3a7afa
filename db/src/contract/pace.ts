import { expect, test } from "vitest";
import { sharePace } from "../pace.ts";
import type { Open } from "./opened.ts";

/** How often somebody asked is counted over all processes. */
export function paceContract(open: Open): void {
  test("what each process was asked in a minute adds up, by who asks", async () => {
    const { store } = await open();
    const asked = { asker: "x", minute: 100, process: "a", count: 10 };
    expect(await sharePace(store, asked)).toBe(10);
    expect(await sharePace(store, { ...asked, process: "b", count: 7 })).toBe(17);
    expect(await sharePace(store, { ...asked, count: 20 })).toBe(27);
    expect(await sharePace(store, { ...asked, asker: "y", count: 3 })).toBe(3);
    expect(await sharePace(store, { ...asked, minute: 101, count: 1 })).toBe(1);
    expect(await store.readVersion()).toBe(0);
  });

  test("minutes that are long over are forgotten, those of a moment ago are not", async () => {
    const { store } = await open();
    const asked = { asker: "x", minute: 100, process: "a", count: 10 };
    await sharePace(store, asked);
    await sharePace(store, { ...asked, minute: 105, process: "b" });
    expect(await sharePace(store, { ...asked, process: "c", count: 1 })).toBe(11);
    await sharePace(store, { ...asked, minute: 106, process: "b" });
    expect(await sharePace(store, { ...asked, process: "d", count: 1 })).toBe(1);
  });
}
