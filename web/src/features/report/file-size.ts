const kilo = 1024;

/** The size of a file as computers show it, by 1024: 512 B, 12 kB, 3.4 MB, 20 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < kilo) return `${bytes} B`;
  if (bytes < kilo * kilo) return `${Math.round(bytes / kilo)} kB`;
  return `${(bytes / kilo / kilo).toFixed(1).replace(/\.0$/, "")} MB`;
}
