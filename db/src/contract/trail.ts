import { expect, test } from "vitest";
import { verifyAudit } from "../audit.ts";
import type { Reader, Store } from "../store.ts";
import type { Open, Opened } from "./opened.ts";
import { commitFigures, commitPark } from "./opened.ts";
import { sampleObservation } from "./samples.ts";

/** Reads of a store between any two of which somebody else commits. */
function readerAmong(store: Store, write: () => Promise<unknown>): Reader {
  return {
    engine: store.engine,
    schema: store.schema,
    async select(query) {
      const rows = await store.select(query);
      await write();
      return rows;
    },
  };
}

/** Sets the park's end back to an earlier row, as if the later ones had never been. */
const endAt = (seq: number): string =>
  `update audit_head set (seq, hash) = (select seq, hash from audit where area = 'park' and seq = ${seq}) where area = 'park'`;

/** The trail cannot be changed unseen. */
export function auditContract(open: Open): void {
  async function withTrail(): Promise<Opened> {
    const opened = await open();
    for (const area of ["park", "city", "park", "park"]) await commitPark(opened.store, [], area);
    expect(await verifyAudit(opened.store)).toEqual({ ok: true, entries: 4 });
    return opened;
  }

  test("the trail refuses to be changed or shortened", async () => {
    const { store, intrude } = await withTrail();
    await expect(intrude("update audit set actor = 'nobody'")).rejects.toThrow("append-only");
    await expect(intrude("delete from audit")).rejects.toThrow("append-only");
    expect(await verifyAudit(store, "park")).toEqual({ ok: true, entries: 3 });
  });

  test.each([
    ["a changed row", "update audit set actor = 'nobody' where area = 'park' and seq = 2", 2, "hash"],
    ["a missing row", "delete from audit where area = 'park' and seq = 2", 3, "sequence"],
    ["a cut end", "delete from audit where area = 'park' and seq = 3", 3, "head"],
    ["a chain that is gone", "delete from audit where area = 'park'", 3, "head"],
    ["an end that was set back", endAt(2), 2, "head"],
    ["an end that is gone", "delete from audit_head where area = 'park'", 3, "head"],
  ])("the walk along the trail names %s", async (_what, text, seq, fault) => {
    const { store, intrude, unguard } = await withTrail();
    for (const step of unguard.split(";")) await intrude(step);
    await intrude(text);
    expect(await verifyAudit(store)).toEqual({ ok: false, area: "park", seq, fault });
    expect(await verifyAudit(store, "city")).toEqual({ ok: true, entries: 1 });
  });

  test.each([
    ["what leaves the figures as they are", (store: Store) => commitPark(store, [])],
    ["figures", (store: Store, count: number) => commitFigures(store, [sampleObservation({ id: `new-${count}` })])],
    ["the first entries of other chains", (store: Store, count: number) => commitPark(store, [], `a-${count}`)],
  ])("the walk along the trail ends and is not misled while others write %s", async (_what, write) => {
    const { store, again } = await withTrail();
    const other = (await again?.()) ?? store;
    let count = 0;
    const busy = readerAmong(store, () => {
      count += 1;
      return write(other, count);
    });
    expect(await verifyAudit(busy)).toMatchObject({ ok: true });
    expect(await verifyAudit(busy, "park")).toMatchObject({ ok: true });
    expect(count).toBeGreaterThan(4);
    expect(await verifyAudit(store)).toEqual({ ok: true, entries: 4 + count });
    if (other !== store) await other.close();
  });

  test("a fault is found while others write", async () => {
    const { store, intrude, unguard } = await withTrail();
    for (const step of unguard.split(";")) await intrude(step);
    await intrude("delete from audit where area = 'park' and seq = 3");
    const busy = readerAmong(store, () => commitPark(store, []));
    expect(await verifyAudit(busy)).toEqual({ ok: false, area: "park", seq: 3, fault: "head" });
  });
}
