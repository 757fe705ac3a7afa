import { isOfPark, may } from "@yuanbiao/core/access";
import type { Evidence } from "@yuanbiao/core/evidence";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { listTargets } from "@yuanbiao/db/queries/target";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { DamagedFile } from "../files.ts";
import { openReport, seesFile } from "../reporting.ts";
import { mayOverTarget } from "./target-reach.ts";

/** The bytes of a file for who may see its report; every download stands in the trail. */
export async function downloadEvidence(
  context: Context,
  asker: Asker,
  id: string,
): Promise<{ evidence: Evidence; bytes: Buffer }> {
  const [evidence] = await listEvidence(context.store, { asOf: null }, { ids: [id] });
  if (evidence === undefined) throw new Refusal(404, "unknown-file");
  await requireSight(context, asker, evidence);
  const bytes = await readWhole(context, evidence);
  const { area, report, target, objection, fileName, hash } = evidence;
  const after = { id, fileName, hash };
  await recordRead(context, asker, {
    area,
    action: "evidence-download",
    subject: report ?? target ?? objection,
    after,
  });
  return { evidence, bytes };
}

/** A file that is gone or changed on its disk is not given out; the log names it for whoever can bring it back. */
function readWhole({ files, logger }: Context, { id, hash }: Evidence): Promise<Buffer> {
  return files.read(hash).catch((error: unknown) => {
    if (!(error instanceof DamagedFile)) throw error;
    logger.error({ evidence: id, err: error });
    throw new Refusal(500, "evidence-damaged");
  });
}

async function requireSight(context: Context, asker: Asker, evidence: Versioned<Evidence>): Promise<void> {
  const { report } = evidence;
  const missing = new Refusal(404, "unknown-file");
  if (report === null) {
    const isSeen =
      evidence.objection === null
        ? await seesTargetFile(context, asker, evidence)
        : may(asker.actor, "evaluation.survey") || isOfPark(asker.actor, evidence.area);
    if (!isSeen) throw missing;
    return;
  }
  const opened = await openReport(context, asker, report, "evidence.read").catch((error: unknown) => {
    throw error instanceof Refusal ? missing : error;
  });
  if (!seesFile(asker.actor, opened, evidence)) throw missing;
}

/** A department sees what lies with its own targets, a park what lies with those of its area. */
async function seesTargetFile({ store, registries }: Context, { actor }: Asker, file: Evidence): Promise<boolean> {
  const [target] = await listTargets(store, { asOf: null }, { ids: file.target === null ? [] : [file.target] });
  if (target === undefined) return false;
  return mayOverTarget(actor, "evidence.read", { target, registry: await registries.at(null) });
}
