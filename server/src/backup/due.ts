import { addDays, shanghaiDay } from "@yuanbiao/core/day";
import type { BackupSettings } from "./settings.ts";

const day = 86_400_000;

/** The day whose backup is due by now: the last one whose time of day in Shanghai has passed; null where none is made. */
export function nightOf({ at }: Pick<BackupSettings, "at">, now: Date): string | null {
  if (at === null) return null;
  const today = shanghaiDay(now);
  return Date.parse(`${today}T${at}:00.000+08:00`) <= now.getTime() ? today : addDays(today, -1);
}

/**
 * Whether a backup by itself is due: its time of day in Shanghai has passed since the last one, also where nobody was
 * there at the time. The first one is due at once.
 */
export function dueBackup({ at }: Pick<BackupSettings, "at">, lastBackupAt: Date | null, now: Date): boolean {
  if (at === null) return false;
  // One of a day that has not come was made by a clock that ran ahead: it must not stop all others until then.
  if (lastBackupAt === null || lastBackupAt.getTime() > now.getTime() + day) return true;
  const today = Date.parse(`${shanghaiDay(now)}T${at}:00.000+08:00`);
  const latest = today <= now.getTime() ? today : today - day;
  return lastBackupAt.getTime() < latest;
}
