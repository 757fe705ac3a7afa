import { crc32, inflateRawSync } from "node:zlib";
import { FileFault, refuseUnless } from "./file-fault.ts";
import { refuseForeignFile } from "./sniff.ts";
import { areApart, type Entry, packedFile, packedRange, readDirectory } from "./zip-directory.ts";

export interface ArchiveLimits {
  readonly fileBytes: number;
  readonly entries: number;
  readonly inflatedBytes: number;
}

/** What an opened workbook says of itself: number formats stand in its styles. */
export interface Archive {
  readonly styles: string;
}

/** Worksheets pack 10 to 100 times, zeros 1000 times; what is small may pack as it likes. */
const [highestRatio, ratioFrom] = [250, 1_000_000];

function inflate(packed: Uint8Array, entry: Entry): Uint8Array {
  if (!entry.isPacked) {
    refuseUnless(entry.packed === entry.inflated, "suspicious-archive");
    return packed;
  }
  try {
    // The limit is what the directory declared, and those were added up before: a lie ends here, within it.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.inflated) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw new FileFault(code === "ERR_BUFFER_TOO_LARGE" ? "inflates-too-much" : "damaged-file");
  }
}

function refuseBomb(entries: readonly Entry[], limits: ArchiveLimits): void {
  const total = entries.reduce((sum, { inflated }) => sum + inflated, 0);
  const isSteep = entries.some(({ packed, inflated }) => inflated > ratioFrom && inflated > packed * highestRatio);
  refuseUnless(total <= limits.inflatedBytes && !isSteep, "inflates-too-much");
}

function refuseOtherKinds(entries: readonly Entry[]): void {
  const has = (pattern: RegExp): boolean => entries.some(({ name }) => pattern.test(name));
  if (has(/^mimetype$/) && has(/^content\.xml$/)) throw new FileFault("not-a-workbook", "ODS");
  if (has(/^word\//)) throw new FileFault("not-a-workbook", "Word");
  if (has(/^ppt\//)) throw new FileFault("not-a-workbook", "PowerPoint");
  refuseUnless(!has(/^xl\/workbook\.bin$/i), "binary-workbook");
  refuseUnless(!has(/vbaproject[^/]*$|^xl\/macrosheets\//i), "macro-workbook");
  if (!has(/^\[Content_Types\]\.xml$/i)) throw new FileFault("not-a-workbook", "ZIP");
}

/**
 * Proves that an uploaded workbook is what it says before it is parsed: kind, names and sizes are checked before a byte
 * is inflated, each entry inflates to no more than declared, and every checksum holds. Throws FileFault.
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits): Archive {
  refuseUnless(bytes.length <= limits.fileBytes, "file-too-large");
  refuseForeignFile(bytes);
  const file = packedFile(bytes);
  const entries = readDirectory(file, limits.entries);
  refuseOtherKinds(entries);
  refuseBomb(entries, limits);
  const ranges = entries.map((entry) => packedRange(file, entry));
  refuseUnless(areApart(ranges), "suspicious-archive");
  const kept = { types: "", styles: "" };
  entries.forEach((entry, place) => {
    const [from, to] = ranges[place] ?? [0, 0];
    const content = inflate(bytes.subarray(from, to), entry);
    refuseUnless(content.length === entry.inflated && crc32(content) === entry.checksum, "damaged-file");
    if (/^\[content_types\]\.xml$/i.test(entry.name)) kept.types = new TextDecoder().decode(content);
    if (/styles[^/]*\.xml$/i.test(entry.name)) kept.styles += new TextDecoder().decode(content);
  });
  refuseUnless(!/macroEnabled|vbaProject/i.test(kept.types), "macro-workbook");
  return { styles: kept.styles };
}
