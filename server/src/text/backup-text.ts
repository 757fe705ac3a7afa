import type { BackupMade } from "../backup/make.ts";
import type { BackupFault } from "../backup/refusal.ts";
import type { Restored } from "../backup/restore.ts";

/** Sentences of the commands for backups, Chinese and then English. */
const faults: Readonly<Record<BackupFault, readonly [chinese: string, english: string]>> = {
  unreadable: ["读不到这个文件", "This file cannot be read"],
  "no-backup": ["这不是园标的备份", "This is no backup of this program"],
  "nothing-there": [
    "这里还没有数据，没有可备份的；请核对 DATA_DIR 与 DATABASE_URL",
    "There are no data here to back up: look at DATA_DIR and DATABASE_URL",
  ],
  torn: ["备份不完整或被改动，没有使用", "The backup is cut off or was changed; it was not used"],
  "passphrase-needed": ["备份已加密，须用 --passphrase-file", "The backup is encrypted; --passphrase-file is needed"],
  "passphrase-wrong": [
    "口令不对，或文件开头被改动",
    "The passphrase is not the right one, or the beginning of the file was changed",
  ],
  "passphrase-weak": [
    "口令（文件第一行）须至少 12 个字符",
    "A passphrase, the first line of its file, has at least 12 characters",
  ],
  newer: ["备份出自更新的版本，请用那个版本恢复", "The backup was made by a newer version: restore it by that one"],
  "other-migrations": [
    "备份的表结构不是本程序的任何版本所建",
    "The tables of the backup were made by no version of this program",
  ],
  "not-empty": [
    "目标不是空的，没有作任何改动；请换一个空的 DATA_DIR 或数据库",
    "The place is not empty, and nothing was changed: name an empty DATA_DIR or database",
  ],
  "secret-differs": [
    "这里的 AUTH_SECRET（或 auth-secret 文件）与备份中的不同；请先取下",
    "AUTH_SECRET (or the file auth-secret) is not the one of the backup here: remove it first",
  ],
  "rows-differ": ["恢复后的表与备份不一致", "A restored table is not as it was backed up"],
  "file-differs": ["恢复后的材料与备份不一致", "A restored file is not as it was backed up"],
  "trail-broken": ["恢复后的审计日志断裂", "The restored trail is broken"],
  "heads-differ": ["恢复后的审计日志末尾与备份不一致", "The restored trail does not end where the backup says"],
  "seal-broken": ["恢复后封存的考核重算不一致", "A sealed run of the restored copy does not give its hash"],
};

export function backupFaultText(code: BackupFault, subject: string): string {
  const [chinese, english] = faults[code];
  const about = subject === "" ? "" : `（${subject}）`;
  return `${chinese}${about}。${english}${subject === "" ? "" : `: ${subject}`}.`;
}

export function unexpectedText(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return `没有完成，什么也没有留下：${said}。Not done, and nothing was left: ${said}.`;
}

export function madeText({ file, size, manifest }: BackupMade): string[] {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const files = manifest.files.filter(({ kept }) => kept).length;
  const lines = [
    `备份已写成并读回核对：${file}`,
    `Backup written and read back: ${rows} rows, ${files} files, ${size} bytes.`,
  ];
  if (manifest.secret) return [...lines, "内含 AUTH_SECRET。AUTH_SECRET is in it."];
  return [
    ...lines,
    "不含 AUTH_SECRET（只有加密的备份才带上）：请另行保存；没有它，恢复后动态口令须重新绑定。",
    "AUTH_SECRET is not in it (an encrypted backup alone carries it): keep it apart. Without it one-time codes must be set up anew after a restore.",
  ];
}

export function missingText({ hash, size }: { hash: string; size: number }): string {
  return `材料缺失或损坏，未能备份：${hash}（${size} 字节）。A file is gone or torn and is not in the backup: ${hash}.`;
}

export function restoredText({ manifest, proof }: Restored, isKept: boolean): string[] {
  const { rows, files, entries, seals } = proof;
  return [
    `${isKept ? "已恢复" : "备份可以恢复"}，并逐项核对：${manifest.tables.length} 张表 ${rows} 行，材料 ${files} 份，审计日志 ${entries} 条，封存 ${seals} 次。`,
    `${isKept ? "Restored" : "The backup can be restored"}, and proved: ${rows} rows of ${manifest.tables.length} tables, ${files} files, ${entries} entries of the trail, ${seals} sealed runs, all as they were at ${manifest.madeAt}.`,
  ];
}

/** What the backup itself lacked. */
export function lackText({ manifest }: Restored): string[] {
  const notes = manifest.files
    .filter(({ kept }) => !kept)
    .map(({ hash }) => `备份时就已缺失的材料 A file that was missing when the backup was made: ${hash}`);
  if (manifest.secret) return notes;
  return [
    ...notes,
    "备份不含 AUTH_SECRET：要保留动态口令，请在启动前设成原来的值。The backup carries no AUTH_SECRET: set the former one before the start to keep one-time codes.",
  ];
}

export const backupUsage =
  "用法：npm run backup [-- --to 文件夹] [--passphrase-file 文件]。Usage: npm run backup [-- --to FOLDER] [--passphrase-file FILE].";
export const restoreUsage =
  "用法：npm run restore -- [--check] 备份文件 [--passphrase-file 文件]。Usage: npm run restore -- [--check] FILE [--passphrase-file FILE].";
