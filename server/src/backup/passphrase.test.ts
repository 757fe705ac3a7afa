import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Decrypter, Encrypter } from "age-encryption";
import { expect, it } from "vitest";
import { decrypt, encrypt } from "./passphrase.ts";

const passphrase = "correct horse battery";
const content = Buffer.from("园标".repeat(50_000));
const open = (bytes: Uint8Array, given = passphrase) =>
  buffer(decrypt(Readable.from([bytes]), { passphrase: given, file: "backup" }));

it("writes what other programs of the age format open, and opens what they write", async () => {
  const sealed = await buffer(encrypt(Readable.from([content]), passphrase));
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  expect(content.equals(await decrypter.decrypt(sealed))).toBe(true);
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(12);
  expect(content.equals(await open(await encrypter.encrypt(content)))).toBe(true);
  await expect(open(sealed, "another passphrase")).rejects.toMatchObject({ code: "passphrase-wrong" });
  await expect(open(sealed.subarray(0, 400))).rejects.toThrow();
}, 120_000);
