import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { canonicalJson } from "@yuanbiao/db/canonical";
import { z } from "zod";

const Head = z.strictObject({ area: z.string(), seq: z.int().min(1), hash: z.string() });

/** Where chains of the trail ended at an instant: those that had moved on since the line before. */
const AnchorLine = z.strictObject({
  instant: z.string(),
  version: z.string(),
  heads: z.array(Head),
  /** The hash of the line before, also where that stands in another file; null in the first of all. */
  previous: z.string().nullable(),
  hash: z.string(),
});
export type AnchorLine = z.infer<typeof AnchorLine>;

const filePattern = /^anchors-\d{4}-\d{2}\.jsonl$/;

export function anchorFileName(instant: string): string {
  return `anchors-${instant.slice(0, 7)}.jsonl`;
}

export function hashOfLine({ hash: _, ...content }: AnchorLine): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

/** The files of a folder, the oldest first; none where the folder is not there. */
export async function listAnchorFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => filePattern.test(name)).sort();
}

/** A line as it was read; undefined where it is none, as when the machine stopped while it was being written. */
export async function* readAnchorLines(folder: string, name: string): AsyncGenerator<AnchorLine | undefined> {
  const input = createReadStream(join(folder, name), "utf8");
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text !== "") yield parseLine(text);
  }
}

function parseLine(text: string): AnchorLine | undefined {
  try {
    return AnchorLine.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** When the ends were last written down in a folder; null where they never were. */
export async function lastAnchoredAt(folder: string): Promise<string | null> {
  for (const name of (await listAnchorFiles(folder)).reverse()) {
    let last: string | null = null;
    for await (const line of readAnchorLines(folder, name)) last = line?.instant ?? last;
    if (last !== null) return last;
  }
  return null;
}
