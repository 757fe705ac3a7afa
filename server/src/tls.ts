import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { isOpenToOthers } from "./open-to-others.ts";
import { startText } from "./text/start-text.ts";

export interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** The certificate and its key; null where none is named; a sentence where they are not to be used. */
export function readTls(
  { cert, key }: { readonly cert: string | undefined; readonly key: string | undefined },
  now: Date,
): Tls | string | null {
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined) return startText.environment(["TLS_CERT", "TLS_KEY"]);
  try {
    const tls = { cert: readFileSync(cert), key: readFileSync(key) };
    return faultOf(tls, { cert, key }, now) ?? tls;
  } catch {
    return startText.environment(["TLS_CERT", "TLS_KEY"]);
  }
}

function faultOf(tls: Tls, files: { readonly cert: string; readonly key: string }, now: Date): string | undefined {
  if (isOpenToOthers(files.key)) return startText.readable(files.key);
  const certificate = new X509Certificate(tls.cert);
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (now < from) return startText.certificateEarly(files.cert, from.toISOString());
  if (now > to) return startText.certificateOver(files.cert, to.toISOString());
  if (!certificate.checkPrivateKey(createPrivateKey(tls.key))) return startText.certificateOther(files.cert, files.key);
  return undefined;
}
