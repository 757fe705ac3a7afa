import { X509Certificate } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { type BlockList, isIP } from "node:net";
import type { Config } from "./config.ts";
import { isLoopback } from "./security.ts";

/** How requests come in: by TLS or not, through a proxy or not, and under which names. */
export interface Door {
  /** Whether browsers speak TLS, with us or with the proxy. */
  readonly isSecure: boolean;
  readonly proxies: BlockList | null;
  readonly certificate: X509Certificate | null;
  /** Where people reach this server, for links and for single sign-on; null where only loopback is served. */
  readonly publicOrigin: string | null;
}

/** Where a request came from, and to which name. */
export interface Visit {
  readonly address: string | null;
  readonly host: string;
}

export type VisitRefusal = "misdirected" | "not-by-proxy" | "clear-text";

export const loopbackDoor: Door = { isSecure: false, proxies: null, certificate: null, publicOrigin: null };

export function makeDoor({ tls, proxies, publicOrigin }: Pick<Config, "tls" | "proxies" | "publicOrigin">): Door {
  const certificate = tls === null ? null : new X509Certificate(tls.cert);
  return { isSecure: tls !== null || proxies !== null, proxies, certificate, publicOrigin };
}

const last = (header: string | string[] | undefined): string | undefined =>
  (Array.isArray(header) ? header.join(",") : header)?.split(",").at(-1)?.trim();

/** An IPv4 address that came by an IPv6 socket is that IPv4 address. */
function plainAddress(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

function isAmong(proxies: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && proxies.check(address, version === 4 ? "ipv4" : "ipv6");
}

/** Behind a proxy its word counts, and nobody else's: who asked, by TLS, under which name. */
function visitByProxy(proxies: BlockList, headers: IncomingHttpHeaders, socket: string): Visit | VisitRefusal {
  if (!isAmong(proxies, socket)) return "not-by-proxy";
  if (last(headers["x-forwarded-proto"]) !== "https") return "clear-text";
  const chain = String(headers["x-forwarded-for"] ?? "").split(",");
  const addresses = chain.map((part) => plainAddress(part.trim())).filter((part) => isIP(part) !== 0);
  const address = addresses.findLast((part) => !isAmong(proxies, part)) ?? socket;
  return { address, host: last(headers["x-forwarded-host"]) ?? headers.host ?? "" };
}

/** Reads where a request came from; refuses one that was not meant for this server: a page of elsewhere must not reach it. */
export function receive(door: Door, headers: IncomingHttpHeaders, remote: string | undefined): Visit | VisitRefusal {
  const socket = plainAddress(remote ?? "");
  const visit =
    door.proxies === null ? { address: socket, host: headers.host ?? "" } : visitByProxy(door.proxies, headers, socket);
  if (typeof visit === "string") return visit;
  return isOurs(door, visit.host) ? visit : "misdirected";
}

/**
 * Whether a Host is a name of this server: loopback, the public one, or one of the certificate. A proxy without a public
 * name has checked it by its own certificate.
 */
function isOurs({ proxies, certificate, publicOrigin }: Door, host: string): boolean {
  const name = host.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  if (publicOrigin !== null && new URL(publicOrigin).host === host) return true;
  if (proxies !== null) return publicOrigin === null && name !== "";
  if (isLoopback(name)) return true;
  if (certificate === null || name === "") return false;
  return (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined;
}
