import { mkdir, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type AuditHead, listAuditHeads } from "@yuanbiao/db/queries/audit";
import { type AnchorLine, anchorFileName, hashOfLine, listAnchorFiles, readAnchorLines } from "./anchor-file.ts";
import type { Context } from "./context.ts";

/**
 * Writes down outside the database where the chains of the trail end: who cuts or computes a chain anew in the database
 * must change these files as well. Gives the number of ends that had moved on; none leave no line.
 */
export async function anchorHeads(
  { store, version }: Pick<Context, "store" | "version">,
  folder: string,
  now: Date = new Date(),
): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return alone(join(folder, "anchors.lock"), async () => {
    const instant = now.toISOString();
    const { heads: known, last } = await readState(folder, anchorFileName(instant));
    const all = await listAuditHeads(store);
    const heads = all.filter(({ area, hash }) => known.get(area) !== hash);
    if (heads.length === 0) return 0;
    const line = { instant, version, heads, previous: last, hash: "" };
    await append(join(folder, anchorFileName(instant)), { ...line, hash: hashOfLine(line) });
    return heads.length;
  });
}

interface State {
  /** By area; of this month's file alone: the first line of a month names every end. */
  readonly heads: ReadonlyMap<string, AuditHead["hash"]>;
  readonly last: string | null;
}

async function readState(folder: string, present: string): Promise<State> {
  const heads = new Map<string, string>();
  for (const name of (await listAnchorFiles(folder)).reverse()) {
    let last: string | undefined;
    for await (const line of readAnchorLines(folder, name)) {
      if (line === undefined) continue;
      last = line.hash;
      if (name === present) for (const { area, hash } of line.heads) heads.set(area, hash);
    }
    if (last !== undefined) return { heads, last };
  }
  return { heads, last: null };
}

/** A line that was not written to its end stays alone on its line. */
async function append(file: string, line: AnchorLine): Promise<void> {
  const handle = await open(file, "a+", 0o600);
  try {
    const { size } = await handle.stat();
    const end = Buffer.alloc(1);
    if (size > 0) await handle.read(end, 0, 1, size - 1);
    const isTorn = size > 0 && end.toString() !== "\n";
    await handle.appendFile(`${isTorn ? "\n" : ""}${JSON.stringify(line)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const [waitMilliseconds, longestWait, longestHold] = [50, 30_000, 20_000];

/** One process at a time writes into a folder; what a process that was ended has left behind holds nobody up for long. */
async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + longestWait;
  while (!(await take(lock))) {
    if (Date.now() > deadline) throw new Error(`${lock} is held by another process`);
    await sleep(waitMilliseconds);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await (await open(lock, "wx", 0o600)).close();
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const held = await stat(lock).catch(() => undefined);
    if (held !== undefined && Date.now() - held.mtimeMs > longestHold) await rm(lock, { force: true });
    return false;
  }
}
