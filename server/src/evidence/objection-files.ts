import { randomUUID } from "node:crypto";
import { may } from "@yuanbiao/core/access";
import { type Evidence, mostEvidencePerObjection } from "@yuanbiao/core/evidence";
import { listObjections } from "@yuanbiao/db/queries/evaluation";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { EvidenceForm } from "./shape.ts";
import { describedBy, storeEvidence, storeFile, unlessMoved } from "./upload.ts";

const now = { asOf: null };

/** The park's own objection, while it waits for an answer and there is room. */
async function openObjection(context: Context, { actor }: Asker, id: string) {
  const [objection] = await listObjections(context.store, now, { ids: [id] });
  if (objection === undefined || !may(actor, "objection.make", { area: objection.area })) {
    throw new Refusal(404, "unknown-objection");
  }
  if (objection.state !== "open") throw new Refusal(409, "objection-not-open");
  const held = await listEvidence(context.store, now, { objections: [id] });
  if (held.length >= mostEvidencePerObjection) throw new Refusal(409, "too-many-files-of-objection");
  return objection;
}

/** Puts a file beside an objection. */
export async function uploadObjectionEvidence(
  context: Context,
  asker: Asker,
  { objection: id, form }: { objection: string; form: z.infer<typeof EvidenceForm> },
): Promise<string> {
  await openObjection(context, asker, id);
  const file = await storeFile(context, form.file);
  return unlessMoved(async () => {
    const objection = await openObjection(context, asker, id);
    const evidence: Evidence = {
      ...{ id: randomUUID(), area: objection.area, report: null, indicator: null, target: null, objection: id },
      ...{ printCode: null, withdrawn: false },
      ...describedBy(form),
      ...file,
    };
    return storeEvidence(context, asker, evidence, [
      { hold: "objection", record: objection },
      { bound: "evidence", where: { objection: id }, most: mostEvidencePerObjection },
    ]);
  });
}
