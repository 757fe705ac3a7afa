import { dueBackup, nightOf } from "./backup/due.ts";
import { lastBackupAt, runNightly } from "./backup/nightly.ts";
import type { Config } from "./config.ts";
import type { Duties, Duty } from "./job/duty.ts";
import { tidy } from "./job/tidy.ts";

/** What the system does by itself, whichever of its processes comes first. */
export function dutiesOf({ backup }: Pick<Config, "backup">): Duties {
  return { tidy, backup: nightly(backup) };
}

/** A backup each night, if it is wanted and nobody has made one since by hand. */
function nightly(settings: Config["backup"]): Duty {
  return {
    due: (now) => nightOf(settings, now),
    async run(context) {
      if (!dueBackup(settings, await lastBackupAt(settings.folder), context.clock())) return { made: null };
      const { file, size, missing, removed } = await runNightly(context, settings);
      if (missing.length > 0) throw new Error(`${missing.length} files of the backup could not be read`);
      return { made: file, size, removed };
    },
  };
}
