import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Statement } from "@yuanbiao/db/commit";

/** What a browser holds of a session is a random token; the store holds its SHA-256 alone. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The name of the session's cookie; over TLS browsers take it with this prefix from TLS alone. */
export function cookieName(isSecure: boolean): string {
  return `${isSecure ? "__Secure-" : ""}yuanbiao_session`;
}

/** The token in a Cookie header: what stands before the signature. */
export function tokenOf(cookies: string | undefined, name: string): string | undefined {
  if (cookies === undefined) return undefined;
  for (const part of cookies.split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value !== undefined && value !== "") return value.split(".", 1)[0];
  }
  return undefined;
}

/** The value of the session's cookie, signed as the library signs its cookies. */
export function signToken(token: string, secret: string): string {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return encodeURIComponent(`${token}.${signature}`);
}

export interface SessionStart {
  readonly account: string;
  readonly address: string | null;
  readonly agent: string | null;
}

/** The row of a new session. */
export function sessionStatement(token: string, { account, address, agent }: SessionStart, now: Date): Statement {
  const at = now.toISOString();
  const row = { id: hashToken(token), account, createdAt: at, lastSeenAt: at, address, agent: agent?.slice(0, 200) };
  return { insert: "session", rows: [{ ...row, agent: row.agent ?? null }] };
}
