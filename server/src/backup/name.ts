const pattern = /^yuanbiao-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.tar\.gz(\.age)?$/;

/** The name of a backup says when it was made, in UTC, without signs that file systems refuse. */
export function backupName(instant: Date, isEncrypted: boolean): string {
  const digits = instant.toISOString().replaceAll(/[-:.]/g, "");
  return `yuanbiao-${digits}.tar.gz${isEncrypted ? ".age" : ""}`;
}

/** When a backup was made, by its name; undefined where the name is none of ours. */
export function instantOfName(name: string): Date | undefined {
  const [, year, month, day, hour, minute, second, milli] = pattern.exec(name) ?? [];
  if (year === undefined) return undefined;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
}
