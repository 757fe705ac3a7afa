import { type AccountRole, type Grant, grantFaults } from "@yuanbiao/core/access";
import { listAccounts } from "@yuanbiao/db/queries/account";
import { accountStatement, hasRole, mayBeUsed } from "../account-row.ts";
import type { Asker } from "../asker.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { requireKnown } from "../route.ts";
import { holdOtherAdministrator } from "./edit.ts";
import type { AccountView } from "./shape.ts";
import { accountView, getAccount, getAccountAt } from "./view.ts";

/** What the administrator may give while there is nobody for rights: those who watch over each other. */
const bootstrap: readonly AccountRole[] = ["security", "auditor"];

/** Gives an account its roles: all that it shall have from now on. */
export async function setGrants(
  context: Context,
  asker: Asker,
  { id, version, grants }: { id: string; version: number; grants: Grant[] },
): Promise<AccountView> {
  if (id === asker.actor.account) throw new Refusal(403, "own-grants");
  const before = await getAccountAt(context, id, version);
  await requireGranter(context, asker, { before: before.grants, after: grants });
  await requireSound(context, grants);
  const isKept = grants.some(({ role }) => role === "admin");
  const held = isKept ? [] : await holdOtherAdministrator(context, before);
  await change(context, asker, {
    statements: [accountStatement(before, { grants }), ...held],
    entries: [{ area: systemArea, action: "grants", subject: id, before: before.grants, after: grants }],
  });
  return accountView(await getAccount(context, id), context.clock());
}

/** The security administrator; the administrator only as long as there is none, and only for the two who watch. */
async function requireGranter(
  { store, clock }: Context,
  { actor }: Asker,
  { before, after }: { before: readonly Grant[]; after: readonly Grant[] },
): Promise<void> {
  if (actor.grants.some(({ role }) => role === "security")) return;
  const accounts = await listAccounts(store);
  const isGuarded = accounts.some((account) => hasRole(account, "security") && mayBeUsed(account, clock()));
  if (isGuarded) throw new Refusal(403, "grants-by-security");
  const roles = [...before, ...after].map(({ role }) => role);
  if (roles.some((role) => !bootstrap.includes(role))) throw new Refusal(403, "grants-at-first");
}

/** Refuses roles that exclude each other, that lack what they need, or that name what is not there. */
async function requireSound(context: Context, grants: readonly Grant[]): Promise<void> {
  const faults = grantFaults(grants).map(({ code, roles }) => ({ field: roles.join(", "), code }));
  if (faults.length > 0) throw new Refusal(422, "grants-unsound", faults);
  const { areas, departments } = await context.registries.at(null);
  for (const grant of grants) {
    for (const area of grant.areas) requireKnown("area", area, areas);
    requireKnown("department", grant.department ?? undefined, departments);
  }
}
