const unwritable = /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN)|ENOSPC|ENOENT|EDQUOT|EROFS|EACCES|EPERM|EIO)/;
const unreachable = /^(ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;

/** What keeps a store from being opened, in words for whoever starts the program. */
export function startFault(error: unknown, place: { dataDir: string } | { databaseUrl: string }): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  if ("dataDir" in place && unwritable.test(code)) {
    const { dataDir } = place;
    return `数据目录不可写（磁盘已满、只读或没有权限）：${dataDir}\nThe data folder cannot be written (disk full, read-only, or no permission): ${dataDir} (${code})`;
  }
  if (unreachable.test(code)) return `数据库连接不上（${code}）。\nThe database cannot be reached (${code}).`;
  // What the migrations say is meant for people; anything else is of use with its trace.
  return code === "" ? error.message : String(error.stack);
}
