import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from "node:crypto";
import { type Identity, type Recipient, Stanza } from "age-encryption";

/**
 * The passphrase of the age format, worked out beside the server's thread: in the package's own code it holds up every
 * request for more than a second.
 */
const name = "scrypt";
const label = Buffer.from("age-encryption.org/v1/scrypt");
const [workFactor, highestFactor] = [18, 20];
const [saltLength, keyLength, tagLength] = [16, 32, 16];
const cipher = "chacha20-poly1305";
const nonce = Buffer.alloc(12);

function keyOf(passphrase: string, salt: Buffer, factor: number): Promise<Buffer> {
  const N = 2 ** factor;
  const settings: ScryptOptions = { N, r: 8, p: 1, maxmem: 2048 * N };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.concat([label, salt]), keyLength, settings, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

export function recipientOf(passphrase: string): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(saltLength);
      const key = await keyOf(passphrase, salt, workFactor);
      const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagLength });
      const body = Buffer.concat([sealing.update(fileKey), sealing.final(), sealing.getAuthTag()]);
      return [new Stanza([name, salt.toString("base64").replaceAll("=", ""), String(workFactor)], body)];
    },
  };
}

export function identityOf(passphrase: string): Identity {
  return {
    async unwrapFileKey([stanza, ...others]) {
      const [kind, encoded = "", factor = ""] = stanza?.args ?? [];
      if (stanza === undefined || kind !== name) return null;
      const salt = Buffer.from(encoded, "base64");
      const isSound = others.length === 0 && salt.length === saltLength && /^[1-9]\d?$/.test(factor);
      if (!isSound || Number(factor) > highestFactor) throw new Error("the passphrase's entry is malformed");
      const end = stanza.body.length - tagLength;
      const opening = createDecipheriv(cipher, await keyOf(passphrase, salt, Number(factor)), nonce, {
        authTagLength: tagLength,
      });
      opening.setAuthTag(stanza.body.subarray(end));
      try {
        return Buffer.concat([opening.update(stanza.body.subarray(0, end)), opening.final()]);
      } catch {
        return null;
      }
    },
  };
}
