import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeBackup } from "@yuanbiao/server/backup/make";
import { keepBackups, lastBackupAt, runNightly } from "@yuanbiao/server/backup/nightly";
import { checkBackup, restoreBackup } from "@yuanbiao/server/backup/restore";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolders, passphrase } from "./support/backups.ts";
import { added, openEvidenceDesk, pdf } from "./support/evidence.ts";
import type { Desk } from "./support/reporting.ts";

let desk: Desk;
const folders = makeFolders();
beforeAll(async () => {
  desk = await openEvidenceDesk();
  await added(desk.people.clerk, pdf("证明"));
}, 300_000);
afterAll(async () => {
  await desk?.close();
  folders.remove();
});

describe("what is lost already", () => {
  it("is named, and the rest is kept", async () => {
    const dataDir = folders.make();
    const order = { folder: folders.make(), passphrase: null, secret: null };
    const whole = await makeBackup(desk.served.context, order);
    await restoreBackup({ ...order, file: whole.file, place: { dataDir }, dataDir });
    const [lost] = whole.manifest.files;
    if (lost === undefined) throw new Error("no evidence");
    rmSync(join(dataDir, "evidence", lost.hash.slice(0, 2), lost.hash));
    const made = command("backup-make.ts", [], { DATA_DIR: dataDir });
    expect(made.status).toBe(1);
    expect(made.stderr).toContain(lost.hash);
    const [name = ""] = readdirSync(join(dataDir, "backups"));
    const { manifest, proof } = await checkBackup(join(dataDir, "backups", name), null);
    expect(manifest.files).toEqual([{ ...lost, kept: false }]);
    expect(proof.rows).toBeGreaterThan(500);
  }, 180_000);
});

function command(name: string, args: readonly string[], own: Readonly<Record<string, string>>) {
  const script = join(import.meta.dirname, "..", "server", "src", name);
  const env = { ...process.env, DATABASE_URL: "", INIT_CWD: "", ...own };
  return spawnSync(process.execPath, [script, ...args], { env, encoding: "utf8" });
}

describe("the commands", () => {
  it("back up, prove, and restore by their exit codes and sentences", async () => {
    const [to, dataDir, other] = [folders.make(), folders.make(), folders.make()];
    const key = join(other, "passphrase");
    writeFileSync(key, `${passphrase}\n`);
    const made = command("backup-make.ts", ["--to", to, "--passphrase-file", key], { DATA_DIR: desk.served.folder });
    expect([made.status, made.stderr]).toEqual([0, ""]);
    expect(made.stdout).toContain("read back");
    const file = join(to, readdirSync(to)[0] ?? "");
    const args = [file, "--passphrase-file", key];
    const checked = command("backup-restore.ts", ["--check", ...args], { DATA_DIR: dataDir });
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining("can be restored, and proved")]);
    expect(readdirSync(dataDir)).toEqual([]);
    expect(command("backup-restore.ts", args, { DATA_DIR: dataDir }).status).toBe(0);
    const again = command("backup-restore.ts", args, { DATA_DIR: dataDir });
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining("not empty, and nothing was changed")]);
    writeFileSync(key, "not the passphrase\n");
    expect(command("backup-restore.ts", args, { DATA_DIR: other })).toMatchObject({ status: 1 });
    expect(command("backup-restore.ts", [], { DATA_DIR: other }).status).toBe(2);
    const mistyped = command("backup-make.ts", [], { DATA_DIR: other });
    expect([mistyped.status, mistyped.stderr]).toEqual([1, expect.stringContaining("no data here")]);
    expect(readdirSync(other)).toEqual(["passphrase"]);
    const { status, stdout } = command("audit-verify.ts", [], { DATA_DIR: dataDir });
    expect([status, stdout]).toEqual([0, expect.stringContaining("The trail is whole")]);
  }, 300_000);
});

describe("each night", () => {
  it("a backup and its copy are made, and what is too old goes; the three newest never", async () => {
    const [folder, copyFolder, anchorFolder] = [folders.make(), folders.make(), folders.make()];
    const old = ["20191230", "20191231", "20200101"].map((day) => `yuanbiao-${day}T000000000Z.tar.gz`);
    for (const name of [...old, "notes.txt"]) writeFileSync(join(folder, name), "");
    expect(await lastBackupAt(folder)).toEqual(new Date("2020-01-01T00:00:00.000Z"));
    const settings = { folder, copyFolder, anchorFolder, at: "02:30", keepDays: 30, passphraseFile: null };
    const { file, removed } = await runNightly(desk.served.context, settings);
    const name = file.split("/").at(-1) ?? "";
    expect(removed).toEqual(old.slice(0, 1));
    expect(readdirSync(folder).sort()).toEqual(["notes.txt", ...old.slice(1), name]);
    expect(readFileSync(join(copyFolder, name))).toEqual(readFileSync(file));
    await keepBackups(folder, { keepDays: 1, now: new Date("2036-01-01T00:00:00.000Z") });
    expect(existsSync(file)).toBe(true);
  });
});
