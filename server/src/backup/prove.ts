import { createHash } from "node:crypto";
import { verifyAudit } from "@yuanbiao/db/audit";
import { listAuditHeads } from "@yuanbiao/db/queries/audit";
import { listEvaluations } from "@yuanbiao/db/queries/evaluation";
import type { Restoring } from "@yuanbiao/db/restoring";
import { verifySeal } from "../assessing.ts";
import type { Context } from "../context.ts";
import { headsHash, type Manifest } from "./manifest.ts";
import { BackupRefusal } from "./refusal.ts";

/** What a restored place was found to hold. */
export interface Proof {
  readonly rows: number;
  readonly files: number;
  readonly entries: number;
  readonly seals: number;
}

/** Reads every table of the place and compares number and hash of its rows with the manifest's. */
export async function proveTables(restoring: Restoring, manifest: Manifest): Promise<number> {
  let all = 0;
  for (const table of manifest.tables) {
    const hash = createHash("sha256");
    let rows = 0;
    for await (const lines of restoring.lines(table)) {
      rows += lines.length;
      hash.update(lines.map((line) => `${line}\n`).join(""));
    }
    if (rows !== table.rows || hash.digest("hex") !== table.sha256) throw new BackupRefusal("rows-differ", table.name);
    all += rows;
  }
  return all;
}

/** Every file that was kept, as its hash and size say. */
export async function proveFiles({ files }: Context, manifest: Manifest): Promise<number> {
  const kept = manifest.files.filter((file) => file.kept);
  for (const { hash, size } of kept) {
    const bytes = await files.read(hash).catch(() => undefined);
    if (bytes?.length !== size) throw new BackupRefusal("file-differs", hash);
  }
  return kept.length;
}

/** Walks every chain of the trail; their ends are those of the manifest. */
export async function proveTrail({ store }: Context, manifest: Manifest): Promise<number> {
  const check = await verifyAudit(store);
  if (!check.ok) throw new BackupRefusal("trail-broken", `${check.area} ${check.seq}`);
  if (headsHash(await listAuditHeads(store)) !== manifest.headsHash) throw new BackupRefusal("heads-differ", "");
  return check.entries;
}

/** Computes every sealed run again. */
export async function proveSeals(context: Context): Promise<number> {
  const sealed = (await listEvaluations(context.store, { asOf: null })).filter(({ seal }) => seal !== null);
  for (const evaluation of sealed) {
    const { hash, stored } = await verifySeal(context, evaluation);
    if (hash !== evaluation.seal?.hash || !stored) throw new BackupRefusal("seal-broken", evaluation.id);
  }
  return sealed.length;
}
