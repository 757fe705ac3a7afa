import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { faultKinds } from "../load/settle.ts";

const run = promisify(execFile);

const Filled = z.object({
  refused: z.int(),
  doneWhileFull: z.int(),
  doneAfterwards: z.int(),
  acknowledged: z.int(),
  faults: z.array(z.object({ kind: z.enum(faultKinds), what: z.string() })),
});
export type Filled = z.infer<typeof Filled>;

/** Whether a file system may be mounted here, in a namespace of its own. */
export async function mayMount(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "yuanbiao-mount-"));
  return run("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", folder])
    .then(
      () => true,
      () => false,
    )
    .finally(() => rmSync(folder, { recursive: true, force: true }));
}

/** Fills the disk under a running server, empties it again, and makes it read-only. */
export async function fillDisk(): Promise<Filled> {
  const folder = mkdtempSync(join(tmpdir(), "yuanbiao-disk-"));
  const script = join(import.meta.dirname, "disk-inside.ts");
  try {
    const { stdout } = await run("unshare", ["-m", process.execPath, script, folder], { maxBuffer: 2 ** 26 });
    return Filled.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
