import { createHash } from "node:crypto";
import { canonicalJson } from "@yuanbiao/db/canonical";
import type { AuditHead } from "@yuanbiao/db/queries/audit";
import { engineNames } from "@yuanbiao/db/store";
import { columnKinds } from "@yuanbiao/db/table-shape";
import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Names become part of statements: nothing else may stand in them. */
const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

const TableRecord = z.strictObject({
  name,
  columns: z.array(z.strictObject({ name, kind: z.enum(columnKinds) })).min(1),
  key: z.array(name).min(1),
  rows: z.int().min(0),
  /** Over the lines of its rows in the order of the key, each with its end. */
  sha256,
});
export type TableRecord = z.infer<typeof TableRecord>;

/** A file that records refer to; one that could not be read whole when the backup was made is not in it. */
const FileRecord = z.strictObject({ hash: sha256, size: z.int().min(0), kept: z.boolean() });
export type FileRecord = z.infer<typeof FileRecord>;

/** What a backup holds, and by what a restored copy proves itself. It stands last in the archive. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  /** Of the program that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  engine: z.enum(engineNames),
  /** Hashes of the migrations of that engine that had been applied. */
  migrations: z.array(z.string()),
  dataset: z.strictObject({ version: z.int(), recordedAt: z.string().nullable() }),
  tables: z.array(TableRecord),
  files: z.array(FileRecord),
  /** Where each area's chain of the trail ends, and one hash over all of them. */
  heads: z.array(z.strictObject({ area: z.string(), seq: z.int(), hash: z.string() })),
  headsHash: sha256,
  /** Whether the secret of AUTH_SECRET is in it. */
  secret: z.boolean(),
});
export type Manifest = z.infer<typeof Manifest>;

export function headsHash(heads: readonly AuditHead[]): string {
  const content = heads.map(({ area, seq, hash }) => [area, seq, hash]);
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
