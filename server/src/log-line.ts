import { createHmac } from "node:crypto";
import { LRUCache } from "lru-cache";

/** What the log says of a request: enough to follow a fault, and nothing that names a person. */
export interface LogLine {
  readonly requestId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly account: string | undefined;
  readonly status: number;
  readonly milliseconds: number;
}

const marks = new LRUCache<string, string>({ max: 2000 });

/** The same mark for the same account in this installation; who it is stands in the trail, and not in the log. */
function markOfAccount(secret: string, account: string): string {
  const key = `${secret} ${account}`;
  const known = marks.get(key) ?? createHmac("sha256", secret).update(`log ${account}`).digest("hex").slice(0, 10);
  marks.set(key, known);
  return known;
}

/** Addresses that hold a user name, and what of them is written. */
const named = /^(\/api\/accounts\/)[^/]+/;

export function logLine(
  { secret }: { readonly secret: string },
  { path, account, ...line }: LogLine,
): Readonly<Record<string, unknown>> {
  const mark = account === undefined ? undefined : markOfAccount(secret, account);
  return { ...line, path: path.replace(named, "$1:account"), account: mark };
}
