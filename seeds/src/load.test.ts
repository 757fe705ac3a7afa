import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { verifyAudit } from "@yuanbiao/db/audit";
import { openStore } from "@yuanbiao/db/open";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { getDataset } from "@yuanbiao/db/queries/dataset";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { listObservations, listObservationVersions } from "@yuanbiao/db/queries/observation";
import type { Store } from "@yuanbiao/db/store";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadFolder, loadShipped } from "./load.ts";
import { loadLines } from "./wording.ts";

const shipped = fileURLToPath(new URL("../policy", import.meta.url));
const options = { actor: "tester", reason: "reporting-error", note: "誊录有误" } as const;
const now = { asOf: null, publishedBy: null };

let home: string;
let store: Store;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "yuanbiao-seeds-"));
  store = await openStore({ dataDir: join(home, "data") });
});
afterEach(async () => {
  await store.close();
  await rm(home, { recursive: true });
});

/** A copy of the shipped folders in which the first figure of a city has another value. */
async function correctedCopy(city: string, value: string): Promise<{ root: string; path: string; id: string }> {
  const root = join(home, `copy-${value}`);
  await cp(shipped, root, { recursive: true });
  const path = join(root, city);
  const file = join(path, "observations.csv");
  const [heading = "", first = "", ...others] = (await readFile(file, "utf8")).split("\n");
  const column = heading.split(",").indexOf("value");
  const cells = first.split(",");
  await writeFile(file, [heading, cells.with(column, value).join(","), ...others].join("\n"));
  return { root, path, id: cells[0] ?? "" };
}

const figureOf = async (id: string, asOf: string | null) =>
  (await listObservations(store, { asOf, publishedBy: null }, { ids: [id] }))[0]?.value;

test("the shipped folders load once, each in one commit with an entry for every area", async () => {
  const loads = await loadShipped(store);
  expect(loads.map((loaded) => (loaded.ok ? loaded.folder : loadLines(loaded)))).toEqual(["liuzhou", "panyu"]);
  const revised = loads.flatMap((loaded) => (loaded.ok ? Object.values(loaded.counts) : [])).map((one) => one.revised);
  expect(new Set(revised)).toEqual(new Set([0]));
  expect(await store.readVersion()).toBe(2);
  const figures = await listObservations(store, now);
  const audited = new Set((await listAudit(store)).map(({ area }) => area));
  expect(figures.filter(({ area }) => !audited.has(area))).toEqual([]);
  expect(await verifyAudit(store)).toMatchObject({ ok: true });
  expect(await loadShipped(store)).toEqual([]);
  expect(await store.readVersion()).toBe(2);
});

test("the same folder again changes nothing, not even the data version", async () => {
  const path = join(shipped, "panyu");
  const first = await loadFolder(store, path, options);
  const second = await loadFolder(store, path, options);
  expect([first, second]).toMatchObject([
    { ok: true, isChanged: true },
    { ok: true, isChanged: false },
  ]);
  expect(await store.readVersion()).toBe(1);
  expect(loadLines(second)).toEqual(["panyu：内容与库中一致，没有需要更新的数据。"]);
});

test("a corrected copy makes a new version with its reason, and asOf before it shows the old figure", async () => {
  const { path, id } = await correctedCopy("panyu", "987");
  await loadFolder(store, join(shipped, "panyu"), options);
  const before = (await getDataset(store)).recordedAt;
  const old = await figureOf(id, null);
  const loaded = await loadFolder(store, path, options);
  expect(loaded).toMatchObject({ ok: true, counts: { observation: { added: 0, revised: 1 }, area: { revised: 0 } } });
  expect([await figureOf(id, null), await figureOf(id, before)]).toEqual(["987", old]);
  expect((await listObservationVersions(store, id)).at(-1)).toMatchObject({
    version: 2,
    recordedBy: "tester",
    changeReason: "reporting-error",
    changeNote: "誊录有误",
  });
});

test("a correction outlives the next start, and the shipped folder can still be loaded by hand", async () => {
  const { root, path, id } = await correctedCopy("panyu", "987");
  await loadShipped(store);
  const old = await figureOf(id, null);
  await loadFolder(store, path, options);
  expect(await loadShipped(store)).toEqual([]);
  expect(await loadShipped(store, root)).toEqual([]);
  expect(await figureOf(id, null)).toBe("987");
  await loadFolder(store, join(shipped, "panyu"), options);
  expect(await figureOf(id, null)).toBe(old);
  expect(await listObservationVersions(store, id)).toHaveLength(3);
});

test("a wrong row is refused with file, line and reason, and nothing is written", async () => {
  const { path } = await correctedCopy("panyu", "12.3456789");
  const loaded = await loadFolder(store, path, options);
  expect(loaded.ok).toBe(false);
  expect(loadLines(loaded)).toEqual([
    "panyu：发现 1 处错误，未作任何改动。",
    "  observations.csv:2 value：数值格式有误（整数部分至多 13 位，小数至多 6 位）（12.3456789）",
  ]);
  expect(await store.readVersion()).toBe(0);
  expect(await listDocuments(store, { asOf: null })).toEqual([]);
});

test("a folder may mention what stands in the store alone", async () => {
  const { path } = await correctedCopy("panyu", "5");
  await loadFolder(store, path, options);
  const file = join(path, "calibers.csv");
  const [heading = ""] = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, `${heading}\n`);
  expect(await loadFolder(store, path, options)).toMatchObject({ ok: true, counts: { caliber: { added: 0 } } });
});
