import { readFileSync } from "node:fs";
import { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter } from "age-encryption";
import { BackupRefusal } from "./refusal.ts";
import { identityOf, recipientOf } from "./scrypt.ts";

const shortest = 12;
/** How a file of the age format begins: the program `age` opens it as well. */
export const encryptedStart = Buffer.from("age-encryption.org/v1\n");

/** The first line of a file. */
export function readPassphrase(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new BackupRefusal("unreadable", file, error);
  }
  const passphrase = text.split(/\r?\n/, 1)[0] ?? "";
  if (passphrase.length < shortest) throw new BackupRefusal("passphrase-weak", file);
  return passphrase;
}

export async function* encrypt(bytes: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipientOf(passphrase));
  yield* await encrypter.encrypt(streamOf(bytes));
}

/** Fails at once where the passphrase is not the one, and later where a piece is not as it was written. */
export async function* decrypt(
  bytes: AsyncIterable<Uint8Array>,
  { passphrase, file }: { passphrase: string; file: string },
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(passphrase));
  const opened = await decrypter.decrypt(streamOf(bytes)).catch((error: unknown) => {
    throw new BackupRefusal("passphrase-wrong", file, error);
  });
  yield* opened;
}

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return ReadableStream.from(bytes);
}
