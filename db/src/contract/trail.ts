import { expect, test } from "vitest";
import { verifyAudit } from "../audit.ts";
import type { Open, Opened } from "./opened.ts";
import { commitPark } from "./opened.ts";

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
  ])("the walk along the trail names %s", async (_what, text, seq, fault) => {
    const { store, intrude, unguard } = await withTrail();
    for (const step of unguard.split(";")) await intrude(step);
    await intrude(text);
    expect(await verifyAudit(store)).toEqual({ ok: false, area: "park", seq, fault });
    expect(await verifyAudit(store, "city")).toEqual({ ok: true, entries: 1 });
  });
}
