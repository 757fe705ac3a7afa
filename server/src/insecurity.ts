import { isGuessable } from "./guessable.ts";
import { isLoopback } from "./security.ts";
import { startText } from "./text/start-text.ts";

export interface Stated {
  readonly host: string;
  readonly isEncrypted: boolean;
  readonly secret: string | null;
  readonly metricsToken: string | null;
  readonly publicOrigin: URL | undefined;
  readonly oidcIssuer: string | undefined;
  readonly databaseUrl: string | undefined;
  /** Where the address of the database names no machine: what the driver would take then. */
  readonly databaseHost: string | undefined;
  /** Whether the way to the database is declared to be somebody's own. */
  readonly isDatabaseWayOwn: boolean;
}

const secretNeeds = 16;
const tokenNeeds = 8;
const encrypted = ["require", "verify-ca", "verify-full"];

/** Why a server must not start as it is told to, in a sentence; undefined where it may. */
export function insecurityOf(stated: Stated): string | undefined {
  const { host, isEncrypted, secret, metricsToken, publicOrigin, databaseUrl } = stated;
  if (!isLoopback(host) && !isEncrypted) return startText.clearText(host);
  if (publicOrigin !== undefined && isClearText(publicOrigin))
    return startText.clearAddress("PUBLIC_ORIGIN", publicOrigin.origin);
  if (stated.oidcIssuer !== undefined && isClearText(new URL(stated.oidcIssuer)))
    return startText.clearAddress("OIDC_ISSUER", stated.oidcIssuer);
  if (secret !== null && isGuessable(secret, secretNeeds)) return startText.guessable("AUTH_SECRET");
  if (metricsToken !== null && isGuessable(metricsToken, tokenNeeds)) return startText.guessable("METRICS_TOKEN");
  if (databaseUrl === undefined || stated.isDatabaseWayOwn) return undefined;
  const remote = clearTextHost(databaseUrl, stated.databaseHost);
  return remote === undefined ? undefined : startText.database(remote);
}

function isClearText({ protocol, hostname }: URL): boolean {
  return protocol === "http:" && !isLoopback(bare(hostname));
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

/** The other machine to which a database's address leads in clear text; undefined where it leads to none. */
function clearTextHost(databaseUrl: string, otherwise = "localhost"): string | undefined {
  // An address without a machine is not one that URL reads; what it says of TLS is read all the same.
  const local = databaseUrl.replace(/^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)(?=[/?]|$)/, "$1unnamed.invalid");
  if (!URL.canParse(local)) return databaseUrl.replace(/^.*@/, "").replace(/[/?].*$/, "");
  const { hostname, searchParams } = new URL(local);
  const last = (name: string): string | undefined => searchParams.getAll(name).at(-1);
  const named = hostname === "unnamed.invalid" ? otherwise : decodeURIComponent(bare(hostname));
  const host = last("host") || named;
  if (host.startsWith("/") || isLoopback(host)) return undefined;
  const mode = last("sslmode");
  // As libpq understands it, only the strictest mode believes nobody without a certificate.
  const modes = last("uselibpqcompat") === "true" ? ["verify-full"] : encrypted;
  const isSafe = mode === undefined ? ["true", "1"].includes(last("ssl") ?? "") : modes.includes(mode);
  return isSafe ? undefined : host;
}
