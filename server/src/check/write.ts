import type { Check } from "@yuanbiao/core/check";
import { validateCheck } from "@yuanbiao/core/check-validate";
import type { Versioned } from "@yuanbiao/db/nouns";
import { listChecks } from "@yuanbiao/db/queries/check";
import { planVersions } from "@yuanbiao/db/revise";
import type { Asker } from "../asker.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";

/** Refuses a check that could not mean anything, with every fault at its field. */
export async function requireValid(context: Context, check: Check): Promise<void> {
  const { indicators } = await context.registries.at(null);
  const faults = validateCheck(check, indicators);
  if (faults.length === 0) return;
  const named = faults.map(({ path, reason }) => ({ field: path, code: reason }));
  throw new Refusal(422, "check-not-acceptable", named);
}

/** Makes a check (null) or a new version of the one that was seen. */
export async function writeCheck(
  context: Context,
  asker: Asker,
  { check, ifMatch }: { check: Check; ifMatch: number | null },
): Promise<Versioned<Check>> {
  const find = async () => (await listChecks(context.store, { asOf: null })).find(({ code }) => code === check.code);
  const standing = await find();
  if (ifMatch === null && standing !== undefined) {
    throw new Refusal(409, "check-exists", [{ field: "code", code: "check-exists" }]);
  }
  if (ifMatch !== null && standing === undefined) throw new Refusal(404, "unknown-check");
  if (ifMatch !== null && standing?.version !== ifMatch) throw new Refusal(412, "stale-version");
  await requireValid(context, check);
  const current = standing === undefined ? [] : [standing];
  const { statements } = planVersions("check", { current, incoming: [check] }, { reason: "other", note: null });
  const entry = { area: systemArea, action: "check-write", subject: check.code, before: standing, after: check };
  await change(context, asker, { statements, entries: [entry] });
  const stored = await find();
  if (stored === undefined) throw new Error("the check was not stored");
  return stored;
}
