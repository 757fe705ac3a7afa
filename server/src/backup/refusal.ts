export const backupFaults = [
  "unreadable",
  "no-backup",
  "nothing-there",
  "torn",
  "passphrase-needed",
  "passphrase-wrong",
  "passphrase-weak",
  "newer",
  "other-migrations",
  "not-empty",
  "secret-differs",
  "rows-differ",
  "file-differs",
  "trail-broken",
  "heads-differ",
  "seal-broken",
] as const;
export type BackupFault = (typeof backupFaults)[number];

/** Why a backup is not taken, or a restored place is not kept; `subject` is the file, table, area or run it is about. */
export class BackupRefusal extends Error {
  readonly code: BackupFault;
  readonly subject: string;
  constructor(code: BackupFault, subject: string, cause?: unknown) {
    super(`${code} ${subject}`, { cause });
    this.code = code;
    this.subject = subject;
  }
}
