import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeBackup } from "@yuanbiao/server/backup/make";
import { restoreBackup } from "@yuanbiao/server/backup/restore";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { makeFolders, passphrase, reopen } from "./support/backups.ts";
import { type Served, serve, today } from "./support/served.ts";
import { codeAt, visit } from "./support/visitor.ts";

const password = "Vq7-mist-Garage";
const folders = makeFolders();
let served: Served;
let codes: string;

/** An account with a second factor; its one-time codes come from `codes`. */
beforeAll(async () => {
  served = await serve({ empty: true });
  const admin = await served.as("admin");
  const made = await admin.send("POST", "/api/accounts", { account: "careful", name: "张三" });
  const { firstPassword } = z.object({ firstPassword: z.string() }).parse(await made.json());
  const person = visit(served.signedOut.ask);
  await person.signIn("careful", firstPassword);
  const change = { currentPassword: firstPassword, newPassword: password };
  expect((await person.send("POST", "/api/auth/change-password", change)).status).toBe(200);
  await person.signIn("careful", password);
  const begun = await person.send("POST", "/api/auth/second-factor/enable", { password });
  codes = z.object({ secret: z.string() }).parse(await begun.json()).secret;
  const confirmed = await person.send("POST", "/api/auth/second-factor/confirm", { code: codeAt(codes, Date.now()) });
  expect(confirmed.status).toBe(200);
}, 180_000);
afterAll(async () => {
  await served?.close();
  folders.remove();
});

/** The status of a sign-in by password and one-time code in a restored copy. */
async function signInTo(given: string | null): Promise<number> {
  const [folder, dataDir] = [folders.make(), folders.make()];
  const { file } = await makeBackup(served.context, { folder, passphrase: given, secret: served.context.secret });
  await restoreBackup({ file, passphrase: given, secret: null, place: { dataDir }, dataDir });
  expect(readdirSync(dataDir).includes("auth-secret")).toBe(given !== null);
  const copy = await reopen({ dataDir }, dataDir, () => today);
  const person = visit(copy.as("").ask);
  const step = await person.send("POST", "/api/auth/sign-in/username", { username: "careful", password });
  expect(await step.json()).toEqual({ secondFactorNeeded: true });
  const code = codeAt(codes, Date.now() + 30_000);
  const { status } = await person.send("POST", "/api/auth/second-factor/verify", { code });
  await copy.close();
  return status;
}

it("keeps second factors where the secret is carried, which an encrypted backup alone does", async () => {
  expect(await signInTo(passphrase)).toBe(200);
  expect(await signInTo(null)).not.toBe(200);
}, 180_000);

it("refuses to put another secret beside the accounts that need theirs", async () => {
  const [folder, dataDir] = [folders.make(), folders.make()];
  const { file } = await makeBackup(served.context, { folder, passphrase, secret: served.context.secret });
  writeFileSync(join(dataDir, "auth-secret"), "the secret of another installation");
  const order = { file, passphrase, secret: null, place: { dataDir }, dataDir };
  await expect(restoreBackup(order)).rejects.toMatchObject({ code: "secret-differs" });
  expect(readdirSync(dataDir)).toEqual(["auth-secret"]);
  expect(readFileSync(join(dataDir, "auth-secret"), "utf8")).toBe("the secret of another installation");
}, 180_000);
