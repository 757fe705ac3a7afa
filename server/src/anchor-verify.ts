import { findEntryHashes, findEntrySince } from "@yuanbiao/db/queries/anchored";
import { type AuditHead, listAuditHeads, listTrail } from "@yuanbiao/db/queries/audit";
import type { Reader } from "@yuanbiao/db/store";
import { hashOfLine, listAnchorFiles, readAnchorLines } from "./anchor-file.ts";
import { systemArea } from "./change.ts";

/**
 * What an anchor no longer finds: the end of a chain, a whole chain, entries that were written anew, or what was recorded
 * after the backup that was restored since.
 */
export const anchorFaults = ["cut", "dropped", "rewritten", "restored"] as const;
export interface AnchorFault {
  readonly area: string;
  readonly fault: (typeof anchorFaults)[number];
  /** Numbers of the entries that are gone or not what they were. */
  readonly from: number;
  readonly to: number;
}

export interface AnchorCheck {
  readonly lines: number;
  /** When the newest line was written; null where there is none. */
  readonly newest: string | null;
  /** The first line that is not as it was written or does not follow the one before. */
  readonly broken: { readonly file: string; readonly line: number } | null;
  readonly faults: readonly AnchorFault[];
}

interface Anchored {
  readonly seq: number;
  readonly hash: string;
  readonly instant: string;
}
type ByArea = Map<string, Anchored[]>;

const checkedAtOnce = 20_000;

/** Compares every anchored end with the chain that stands in the database now. */
export async function verifyAnchors(reader: Reader, folder: string): Promise<AnchorCheck> {
  const findings = new Map<string, Finding>();
  let [lines, held] = [0, 0];
  let [newest, last]: [string | null, string | null] = [null, null];
  let broken: AnchorCheck["broken"] = null;
  let pending: ByArea = new Map();
  for (const file of await listAnchorFiles(folder)) {
    let number = 0;
    for await (const line of readAnchorLines(folder, file)) {
      number += 1;
      if (line === undefined) continue;
      // The oldest file may have been taken away: the first line that is there follows anything.
      const follows = lines === 0 || line.previous === last;
      if (!follows || line.hash !== hashOfLine(line)) broken ??= { file, line: number };
      [lines, last, newest] = [lines + 1, line.hash, line.instant];
      held += keep(pending, line.heads, line.instant);
      if (held < checkedAtOnce) continue;
      await compare(reader, pending, findings);
      [pending, held] = [new Map(), 0];
    }
  }
  await compare(reader, pending, findings);
  return { lines, newest, broken, faults: await explain(reader, findings) };
}

function keep(pending: ByArea, heads: readonly AuditHead[], instant: string): number {
  for (const { area, seq, hash } of heads) {
    const known = pending.get(area) ?? [];
    known.push({ seq, hash, instant });
    pending.set(area, known);
  }
  return heads.length;
}

/** Of one area: the last end that still stands, and those that do not. */
interface Finding {
  sound: number;
  lost: Anchored[];
}

async function compare(reader: Reader, pending: ByArea, findings: Map<string, Finding>): Promise<void> {
  for (const [area, anchored] of pending) {
    const hashes = await findEntryHashes(
      reader,
      area,
      anchored.map(({ seq }) => seq),
    );
    const finding = findings.get(area) ?? { sound: 0, lost: [] };
    for (const one of anchored) {
      if (hashes.get(one.seq) === one.hash) finding.sound = Math.max(finding.sound, one.seq);
      else finding.lost.push(one);
    }
    findings.set(area, finding);
  }
}

async function explain(reader: Reader, findings: ReadonlyMap<string, Finding>): Promise<AnchorFault[]> {
  const ends = new Map((await listAuditHeads(reader)).map(({ area, seq }) => [area, seq]));
  const restores = await listTrail(reader, { area: systemArea, action: "restore", limit: 1000 });
  const instants = restores.map(({ recordedAt }) => recordedAt).sort();
  const faults: AnchorFault[] = [];
  for (const [area, { sound, lost }] of [...findings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (lost.length === 0) continue;
    const to = Math.max(...lost.map(({ seq }) => seq));
    const since = instants.find((instant) => lost.every((one) => one.instant < instant));
    const end = ends.get(area);
    if (since !== undefined) {
      const from = (await findEntrySince(reader, area, since)) ?? (end ?? 0) + 1;
      faults.push({ area, fault: "restored", from, to });
    } else if (end === undefined) faults.push({ area, fault: "dropped", from: 1, to });
    else if (lost.every(({ seq }) => seq > end)) faults.push({ area, fault: "cut", from: end + 1, to });
    else faults.push({ area, fault: "rewritten", from: Math.min(sound, end) + 1, to });
  }
  return faults;
}
