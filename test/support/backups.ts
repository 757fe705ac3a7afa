import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson } from "@yuanbiao/db/canonical";
import { openStore, type StorePlace } from "@yuanbiao/db/open";
import { makeApp } from "@yuanbiao/server/app";
import { makeContext } from "@yuanbiao/server/assemble";
import { readArchive, writeArchive } from "@yuanbiao/server/backup/archive";
import { Manifest } from "@yuanbiao/server/backup/manifest";
import { readSecret } from "@yuanbiao/server/secret";
import { pino } from "pino";
import { type Asking, askWith } from "./served.ts";

export const passphrase = "correct horse battery";

/** Folders of one test file, and a way to make another one. */
export function makeFolders(): { readonly make: () => string; readonly remove: () => void } {
  const folders: string[] = [];
  return {
    make: () => {
      const folder = mkdtempSync(join(tmpdir(), "yuanbiao-backup-"));
      folders.push(folder);
      return folder;
    },
    remove: () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Reopened {
  readonly context: ReturnType<typeof makeContext>;
  as(cookie: string): Asking;
  close(): Promise<void>;
}

/** A server over a restored place, with the secret that stands there, or one of its own. */
export async function reopen(place: StorePlace, dataDir: string, clock: () => Date): Promise<Reopened> {
  const store = await openStore(place);
  const secret = readSecret(null, dataDir);
  const context = makeContext({ store, clock, logger: pino({ level: "silent" }), dataDir, secret });
  const app = makeApp(context);
  return {
    context,
    as: (cookie) => askWith(async (address, init) => app.request(address, init), { cookie }),
    close: () => store.close(),
  };
}

interface Changes {
  readonly manifest?: (manifest: Manifest) => Manifest;
  readonly piece?: (name: string, text: string) => string;
}

/** The same backup with something else in it, and a trailer to match: as somebody who knows the format would make it. */
export async function forge(file: string, changed: string, { manifest, piece }: Changes): Promise<void> {
  const pieces: [string, Uint8Array][] = [];
  await readArchive(file, null, async (name, bytes) => {
    if (name.startsWith("tables/") && piece !== undefined) {
      pieces.push([name, Buffer.from(piece(name, bytes.toString("utf8")))]);
    } else if (name === "manifest.json" && manifest !== undefined) {
      const told = manifest(Manifest.parse(JSON.parse(bytes.toString("utf8"))));
      pieces.push([name, Buffer.from(canonicalJson(told))]);
    } else pieces.push([name, bytes]);
  });
  await writeArchive(changed, null, async (add) => {
    for (const [name, bytes] of pieces) await add(name, bytes);
  });
}

/** A copy of a file that ends at a place, or has one byte changed there. */
export function damage(
  file: string,
  damaged: string,
  how: { readonly cutAt: number } | { readonly flipAt: number },
): void {
  const bytes = readFileSync(file);
  if ("cutAt" in how) {
    writeFileSync(damaged, bytes.subarray(0, how.cutAt));
    return;
  }
  bytes.writeUInt8(bytes.readUInt8(how.flipAt) ^ (1 << (how.flipAt % 8)), how.flipAt);
  writeFileSync(damaged, bytes);
}
