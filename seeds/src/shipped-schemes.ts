import { commit } from "@yuanbiao/db/commit";
import { wasLoaded } from "@yuanbiao/db/queries/dataset";
import { planVersions } from "@yuanbiao/db/revise";
import type { Store } from "@yuanbiao/db/store";
import { shippedSchemes } from "./schemes.ts";

const digest = "shipped-schemes-1";

/** Stores the schemes that are shipped, once in the life of a store: the office copies them, nobody changes them. */
export async function loadShippedSchemes(store: Store): Promise<void> {
  if (await wasLoaded(store, digest)) return;
  const incoming = shippedSchemes().map((body) => ({
    ...({ code: body.code, state: "shipped", basis: null, body } as const),
  }));
  const plan = planVersions("scheme", { current: [], incoming }, { reason: "other", note: null });
  const after = incoming.map(({ code }) => code);
  await commit(store, {
    actor: "system",
    statements: [...plan.statements, { insert: "seedLoad", rows: [{ digest, folder: "schemes" }] }],
    audit: [{ area: "system", action: "load-schemes", subject: null, detail: { after } }],
  });
}
