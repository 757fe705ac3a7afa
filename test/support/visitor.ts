import { createHmac } from "node:crypto";
import { type Asking, askWith } from "./served.ts";

type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** Asks like a browser: keeps the cookies that it is given. */
export interface Visitor extends Asking {
  readonly cookies: ReadonlyMap<string, string>;
  /** The status of a sign-in by password. */
  signIn(username: string, password: string): Promise<number>;
}

export function visit(fetch: Fetch, always: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, string>();
  const withCookies: Fetch = async (address, init = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...Object.fromEntries(new Headers(init.headers)), ...(cookie !== "" && { cookie }) };
    const response = await fetch(address, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";", 1)[0] ?? "").split("=", 2);
      if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const asking = askWith(withCookies, always);
  return {
    ...asking,
    cookies,
    signIn: async (username, password) =>
      (await asking.send("POST", "/api/auth/sign-in/username", { username, password })).status,
  };
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll("=", "")]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** The one-time code of a secret at a moment (RFC 6238: HMAC-SHA-1, 30 seconds, six digits). */
export function codeAt(secret: string, moment: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(moment / 30_000)));
  const digest = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
