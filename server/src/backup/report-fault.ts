import { backupFaultText, unexpectedText } from "../text/backup-text.ts";
import { BackupRefusal } from "./refusal.ts";

/** Says why a command did not do its work, and has the process end with 1. */
export function reportFault(error: unknown): void {
  const said = error instanceof BackupRefusal ? backupFaultText(error.code, error.subject) : unexpectedText(error);
  console.error(said);
  process.exitCode = 1;
}
