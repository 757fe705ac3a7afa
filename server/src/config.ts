import { BlockList, isIP } from "node:net";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { type BackupSettings, readBackupSettings } from "./backup/settings.ts";
import { insecurityOf, type Stated } from "./insecurity.ts";
import { secretFault } from "./secret.ts";
import { isLoopback } from "./security.ts";
import { startText } from "./text/start-text.ts";
import { readTls, type Tls } from "./tls.ts";

const words = z.string().min(1);
const origin = words
  .transform((text) => (URL.canParse(text) ? new URL(text) : undefined))
  .refine((url) => url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "");

/** 8787, or what PORT says; every other name stands in README. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  HOST: words.default("127.0.0.1"),
  DATA_DIR: words.default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_CLEAR_TEXT: z.literal("allowed").optional(),
  TLS_CERT: words.optional(),
  TLS_KEY: words.optional(),
  TRUSTED_PROXY: words.transform((text) => text.split(/[\s,]+/).filter((part) => part !== "")).optional(),
  PUBLIC_ORIGIN: origin.optional(),
  ADMIN_USERNAME: words.default("admin"),
  ADMIN_PASSWORD: words.optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).max(1_000_000).default(1200),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: words.optional(),
  OIDC_CLIENT_SECRET: words.optional(),
  OIDC_USERNAME_CLAIM: words.default("preferred_username"),
});
type Environment = z.infer<typeof Environment>;

/** Single sign-on by OpenID Connect. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds the user name. */
  readonly usernameClaim: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly place: { readonly dataDir: string } | { readonly databaseUrl: string };
  readonly dataDir: string;
  readonly tls: Tls | null;
  readonly proxies: BlockList | null;
  /** `https://name` under which people reach this server. */
  readonly publicOrigin: string | null;
  readonly admin: { readonly username: string; readonly password: string | null };
  readonly secret: string | null;
  readonly oidc: OidcConfig | null;
  /** Who has it reads `/metrics`; without one nobody does. */
  readonly metricsToken: string | null;
  /** Of an account; of an address where nobody is signed in, five times as many. */
  readonly requestsPerMinute: number;
  readonly backup: BackupSettings;
}

/**
 * Reads the environment; a sentence says what is wrong with it, or why it would not be safe. `root` is where a relative
 * DATA_DIR starts.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
  now = new Date(),
): Config | string {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) return startText.environment(parsed.error.issues.map(({ path }) => path.join(".")));
  const tls = readTls({ cert: parsed.data.TLS_CERT, key: parsed.data.TLS_KEY }, now);
  if (typeof tls === "string") return tls;
  const proxies = readProxies(parsed.data.TRUSTED_PROXY);
  if (proxies === undefined) return startText.environment(["TRUSTED_PROXY"]);
  const oidc = readOidc(parsed.data);
  if (oidc === undefined) return startText.environment(["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]);
  const {
    PORT: port,
    HOST: host,
    DATABASE_URL: databaseUrl,
    DATA_DIR: given,
    AUTH_SECRET: secret = null,
  } = parsed.data;
  const dataDir = isAbsolute(given) ? given : join(root, given);
  const isEncrypted = tls !== null || proxies !== null;
  const unsafe =
    insecurityOf({ ...statedBy(parsed.data), databaseHost: set["PGHOST"], isEncrypted }) ??
    secretFault(secret, dataDir);
  if (unsafe !== undefined) return unsafe;
  const publicOrigin = parsed.data.PUBLIC_ORIGIN?.origin ?? null;
  if (oidc !== null && !isLoopback(host) && publicOrigin === null) return startText.environment(["PUBLIC_ORIGIN"]);
  const place = databaseUrl === undefined ? { dataDir } : { databaseUrl };
  const admin = { username: parsed.data.ADMIN_USERNAME, password: parsed.data.ADMIN_PASSWORD ?? null };
  const { METRICS_TOKEN: metricsToken = null, REQUESTS_PER_MINUTE: requestsPerMinute } = parsed.data;
  const backup = readBackupSettings(environment, { root, dataDir });
  if (typeof backup === "string") return backup;
  const own = { port, host, place, dataDir, tls, proxies, publicOrigin };
  return { ...own, admin, secret, oidc, metricsToken, requestsPerMinute, backup };
}

function statedBy(environment: Environment): Omit<Stated, "databaseHost" | "isEncrypted"> {
  return {
    host: environment.HOST,
    secret: environment.AUTH_SECRET ?? null,
    metricsToken: environment.METRICS_TOKEN ?? null,
    publicOrigin: environment.PUBLIC_ORIGIN,
    oidcIssuer: environment.OIDC_ISSUER,
    databaseUrl: environment.DATABASE_URL,
    isDatabaseWayOwn: environment.DATABASE_CLEAR_TEXT === "allowed",
  };
}

/** Addresses and ranges (10.0.0.0/8) of TLS proxies. */
function readProxies(list: readonly string[] | undefined): BlockList | null | undefined {
  if (list === undefined) return null;
  const proxies = new BlockList();
  for (const part of list) {
    const [address = "", bits] = part.split("/");
    const version = isIP(address);
    if (version === 0) return undefined;
    const most = version === 4 ? 32 : 128;
    const prefix = bits === undefined ? most : Number(bits);
    if (!Number.isInteger(prefix) || prefix < 0 || prefix > most) return undefined;
    proxies.addSubnet(address, prefix, version === 4 ? "ipv4" : "ipv6");
  }
  return proxies;
}

function readOidc(environment: Environment): OidcConfig | null | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, usernameClaim: environment.OIDC_USERNAME_CLAIM };
}
