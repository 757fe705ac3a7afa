import { statSync } from "node:fs";

const others = 0o077;

/** Whether other accounts of this machine may read or write a file; Windows says it in another way, which is not read. */
export function isOpenToOthers(file: string): boolean {
  if (process.platform === "win32") return false;
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && (found.mode & others) !== 0;
}
