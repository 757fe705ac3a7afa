import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the default of the package) with the least parameters that OWASP names: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

export function verifyPassword({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> {
  return verify(stored, password).catch(() => false);
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real comparison: who asks for a name that is not there, or is locked, learns nothing by the time. */
export async function verifyNothing(password: string): Promise<void> {
  decoy ??= hashPassword("nobody has this password");
  await verifyPassword({ hash: await decoy, password });
}
