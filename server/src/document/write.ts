import type { PolicyDocument } from "@yuanbiao/core/document";
import { listDocuments } from "@yuanbiao/db/queries/document";
import { planVersions } from "@yuanbiao/db/revise";
import type { Asker } from "../asker.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";

/** Registers a document that decisions, plans and confirmations cite; one that is there is refused. */
export async function addDocument(context: Context, asker: Asker, document: PolicyDocument): Promise<void> {
  const known = await listDocuments(context.store, { asOf: null });
  if (known.some(({ code }) => code === document.code)) {
    throw new Refusal(409, "document-exists", [{ field: "code", code: "document-exists" }]);
  }
  const plan = planVersions("document", { current: [], incoming: [document] }, { reason: "other", note: null });
  const entry = { area: systemArea, action: "document-add", subject: document.code, after: document };
  await change(context, asker, { statements: plan.statements, entries: [entry] });
}
