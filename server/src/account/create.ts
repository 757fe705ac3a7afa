import { findAccount } from "@yuanbiao/db/queries/account";
import { newAccount } from "../account-row.ts";
import type { Asker } from "../asker.ts";
import { change, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { credentialRow } from "../credentials.ts";
import { Refusal } from "../errors.ts";
import { hashPassword } from "../hashing.ts";
import { makeFirstPassword } from "./first-password.ts";
import type { AccountView, NewAccountBody } from "./shape.ts";
import { accountView } from "./view.ts";

/** Makes an account without any role, with a first password that is told once. */
export async function createAccount(
  context: Context,
  asker: Asker,
  body: NewAccountBody,
): Promise<{ account: AccountView; firstPassword: string }> {
  const { account: id, ...given } = body;
  if ((await findAccount(context.store, id)) !== undefined) {
    throw new Refusal(409, "account-taken", [{ field: "account", code: "account-taken" }]);
  }
  const firstPassword = makeFirstPassword();
  const hash = await hashPassword(firstPassword);
  const now = context.clock();
  const known = { mustChangePassword: true, passwordHistory: [hash], passwordChangedAt: now.toISOString() };
  const row = { ...newAccount({ id, ...given, createdBy: asker.actor.account }, now), ...known };
  const after = { name: row.name, office: row.office, expiresOn: row.expiresOn, singleSignOn: row.singleSignOn };
  await change(context, asker, {
    statements: [
      { insert: "account", rows: [row] },
      { insert: "credential", rows: [credentialRow(id, hash, now)] },
    ],
    entries: [{ area: systemArea, action: "account-create", subject: id, after }],
  });
  return { account: accountView(row, now), firstPassword };
}
