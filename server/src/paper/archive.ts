import { createHash } from "node:crypto";
import { zipSync } from "fflate";

export interface ArchiveEntry {
  /** With folders, in any script: 得分说明/柳州高新区.docx. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const manifestName = "MANIFEST";

/** One line a file: its SHA-256, its size in bytes, its name, in the order of the names. */
function manifestOf(entries: readonly ArchiveEntry[]): string {
  return entries
    .map(({ name, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${bytes.length}  ${name}\n`)
    .join("");
}

/**
 * The archive of a run: every file and a MANIFEST of their hashes and sizes. The same files in whatever order give the
 * same bytes. Throws where two files have one name, or one has the name of the manifest.
 */
export function archiveZip(entries: readonly ArchiveEntry[]): Uint8Array {
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const names = [manifestName, ...sorted.map(({ name }) => name)];
  if (new Set(names).size !== names.length) throw new Error("two files of an archive have one name");
  const manifest = new TextEncoder().encode(manifestOf(sorted));
  // ZIP keeps local times without a zone: the same wall-clock time everywhere, so that hashes of archives agree.
  const mtime = new Date(1980, 0, 1);
  const files = [{ name: manifestName, bytes: manifest }, ...sorted].map(({ name, bytes }) => [name, bytes] as const);
  return zipSync(Object.fromEntries(files), { level: 6, mtime });
}
