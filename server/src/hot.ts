import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";
import type { FigureClass, Right } from "@yuanbiao/core/access";
import type { Footprint } from "@yuanbiao/db/footprint";
import { LRUCache } from "lru-cache";
import type { Identity } from "./identity.ts";

export const encodings = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof encodings)[number];

/** A finished answer: its bytes in one encoding, its headers, and what it is true for. */
export interface HotBody {
  /** The data version of which it is known to be true, and what it was read from: it stays true while that does. */
  readonly dataVersion: number;
  readonly footprint: Footprint;
  readonly question: HotQuestion;
  /** For whom it was made, and how long that took: what is asked for often is made again before anybody waits. */
  readonly identity: Identity;
  readonly milliseconds: number;
  /** What who asks for it must have. */
  readonly right: Right;
  /** The Shanghai day that an answer without `on` was made for. */
  readonly day: string;
  readonly etag: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Finished answers by address, language and encoding; the oldest go when the space is used up. */
export interface HotBodies {
  find(key: string): HotBody | undefined;
  /** The same, where nobody asks for it. */
  peek(key: string): HotBody | undefined;
  keep(key: string, body: HotBody): void;
  /** Takes note that an answer is still true. */
  renew(key: string, body: HotBody, dataVersion: number): void;
  /** What was asked for in the last so many milliseconds. */
  recent(milliseconds: number): readonly Recent[];
  /** Says that the data may have changed. */
  move(): void;
  onMove(listen: () => void): void;
  /** Hears of every answer that is kept: another thread may keep it as well. */
  onKeep(listen: (key: string, body: HotBody) => void): void;
}

/** An answer that is asked for, and how often it was of late. */
export interface Recent {
  readonly body: HotBody;
  readonly asks: number;
}

const mostBytes = 256 * 1024 * 1024;
/** What nobody has asked for so long is let go: a page of its own for every report would otherwise be held for good. */
const idleMilliseconds = 10 * 60_000;
const betweenPurges = 30_000;
/** The newest stand first, but for those that were made again since. */
const mostLooked = 2000;
/** What an answer takes beside its bytes. */
const restBytes = 4096;
const bytesOfPart = 64;

interface Shelved {
  body: HotBody;
  askedAt: number;
  /** Since it was made, and half of what it was before. */
  asks: number;
}

function countParts(footprint: Footprint): number {
  let count = 0;
  for (const parts of footprint.values()) count += parts === "all" ? 1 : parts.size;
  return count;
}

export function makeHotBodies(): HotBodies {
  const kept = new LRUCache<string, Shelved>({
    maxSize: mostBytes,
    sizeCalculation: ({ body }) => body.bytes.length + restBytes + bytesOfPart * countParts(body.footprint),
  });
  let purgedAt = performance.now();
  const purge = (): void => {
    const now = performance.now();
    if (now - purgedAt < betweenPurges) return;
    purgedAt = now;
    for (const [key, { askedAt }] of [...kept.entries()]) if (now - askedAt > idleMilliseconds) kept.delete(key);
  };
  const keepListeners: ((key: string, body: HotBody) => void)[] = [];
  const moveListeners: (() => void)[] = [];
  return {
    find: (key) => {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      found.askedAt = performance.now();
      found.asks += 1;
      return found.body;
    },
    peek: (key) => kept.peek(key)?.body,
    keep: (key, body) => {
      const known = kept.peek(key);
      // Another thread may have begun before a change that this one has seen.
      if (known !== undefined && known.body.dataVersion > body.dataVersion && known.body.day >= body.day) return;
      purge();
      const { askedAt, asks } = known ?? { askedAt: performance.now(), asks: 2 };
      kept.set(key, { body, askedAt, asks: asks / 2 });
      for (const listen of keepListeners) listen(key, body);
    },
    renew: (key, body, dataVersion) => {
      const known = kept.peek(key);
      if (known?.body === body) known.body = { ...body, dataVersion };
    },
    recent: (milliseconds) => {
      const since = performance.now() - milliseconds;
      const found: Recent[] = [];
      let looked = 0;
      for (const { body, askedAt, asks } of kept.values()) {
        looked += 1;
        if (looked > mostLooked) break;
        if (askedAt >= since) found.push({ body, asks });
      }
      return found;
    },
    move: () => {
      for (const listen of moveListeners) listen();
    },
    onMove: (listen) => {
      moveListeners.push(listen);
    },
    onKeep: (listen) => {
      keepListeners.push(listen);
    },
  };
}

/** The encoding to answer in: brotli, gzip or none, as the request accepts. */
export function encodingFor(accepted: string | undefined): Encoding {
  const offered = (accepted ?? "").split(",").map((part) => part.trim());
  const accepts = (name: string): boolean =>
    offered.some((part) => part === name || (part.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/.test(part)));
  if (accepts("br")) return "br";
  return accepts("gzip") ? "gzip" : "identity";
}

/** What an answer may differ by beside the data version and the day; `clearance` is how much its reader may see. */
export interface HotQuestion {
  readonly address: string;
  readonly language: string;
  readonly encoding: Encoding;
  readonly clearance: FigureClass;
}

export function hotKey({ address, language, encoding, clearance }: HotQuestion): string {
  return `${clearance} ${encoding} ${language} ${address}`;
}

/** What is made in less is not worth the way to another thread, and keeps nobody waiting who asks this one. */
const shortMilliseconds = 5;

/** Whether an answer that must be made again rests on the figures of one area alone and took little time. */
export function isShort({ footprint, milliseconds }: Pick<HotBody, "footprint" | "milliseconds">): boolean {
  const figures = footprint.get("observation");
  return figures !== undefined && figures !== "all" && figures.size <= 1 && milliseconds <= shortMilliseconds;
}

/** Whether everybody else would wait for an answer while it is made again. */
export const takesLong = ({ milliseconds }: Pick<HotBody, "milliseconds">): boolean => milliseconds > shortMilliseconds;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** To hand over what is smaller, and to be told of its end, costs more than to compress it; gzip takes four times as long. */
const fewBytes = { br: 512 * 1024, gzip: 128 * 1024 };
/** Quality 4 of brotli costs half of what 5 does and gives a seventh more. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Compresses once for all who ask. */
export async function compressed(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "identity") return bytes;
  if (bytes.length > fewBytes[encoding]) return encoding === "br" ? brotli(bytes, brotliOptions) : zip(bytes);
  return encoding === "br" ? brotliCompressSync(bytes, brotliOptions) : gzipSync(bytes);
}

/** A strong tag of the bytes before compression; each encoding has its own. */
export function etagOf(bytes: Buffer, encoding: Encoding): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}${encoding === "identity" ? "" : `-${encoding}`}"`;
}

/** Whether an If-None-Match names the tag. */
export function isUnchanged(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
