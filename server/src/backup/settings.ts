import { isAbsolute, join } from "node:path";
import { z } from "zod";

const words = z.string().min(1);

const Environment = z.object({
  BACKUP_DIR: words.optional(),
  BACKUP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(3650).default(30),
  BACKUP_COPY_DIR: words.optional(),
  BACKUP_PASSPHRASE_FILE: words.optional(),
  ANCHOR_DIR: words.optional(),
});

export interface BackupSettings {
  readonly folder: string;
  /** HH:MM in Shanghai, each day; null: no backup by itself. */
  readonly at: string | null;
  /** Days after which a backup is removed. */
  readonly keepDays: number;
  /** Where a copy of each backup goes. */
  readonly copyFolder: string | null;
  readonly passphraseFile: string | null;
  /** Where the ends of the trail's chains are written down. */
  readonly anchorFolder: string;
}

/** Reads the environment; a sentence says what is wrong with it. Relative folders start at `root`. */
export function readBackupSettings(
  environment: Readonly<Record<string, string | undefined>>,
  { root, dataDir }: { readonly root: string; readonly dataDir: string },
): BackupSettings | string {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const list = parsed.error.issues.map(({ path }) => path.join(".")).join(", ");
    return `环境变量有误：${list}。Environment variable not acceptable: ${list}.`;
  }
  const { BACKUP_DIR, BACKUP_AT: at = null, BACKUP_KEEP: keepDays, BACKUP_COPY_DIR, ANCHOR_DIR } = parsed.data;
  const placeOf = (given: string | undefined): string | null =>
    given === undefined ? null : isAbsolute(given) ? given : join(root, given);
  return {
    folder: placeOf(BACKUP_DIR) ?? join(dataDir, "backups"),
    at,
    keepDays,
    copyFolder: placeOf(BACKUP_COPY_DIR),
    passphraseFile: placeOf(parsed.data.BACKUP_PASSPHRASE_FILE),
    anchorFolder: placeOf(ANCHOR_DIR) ?? join(dataDir, "anchors"),
  };
}
