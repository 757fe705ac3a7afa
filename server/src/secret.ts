import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isOpenToOthers } from "./open-to-others.ts";
import { startText } from "./text/start-text.ts";

/**
 * The secret that signs cookies and encrypts the secrets of one-time codes: given, or made at the first start and kept
 * in a file that only this account of the machine reads. Several processes on one database need the same one.
 */
export function readSecret(given: string | null, dataDir: string): string {
  if (given !== null) return given;
  const file = join(dataDir, "auth-secret");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}

/** The same where there is one already; null where none was made yet. */
export function findSecret(given: string | null, dataDir: string): string | null {
  const file = join(dataDir, "auth-secret");
  if (given !== null || !existsSync(file)) return given;
  return readFileSync(file, "utf8").trim();
}

/** Why the kept secret is none any more, in a sentence: whoever reads it makes sessions for everybody. */
export function secretFault(given: string | null, dataDir: string): string | undefined {
  const file = join(dataDir, "auth-secret");
  return given === null && isOpenToOthers(file) ? startText.readable(file) : undefined;
}
