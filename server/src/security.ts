/** Only our own scripts, styles, pictures and addresses; nobody may frame a page. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Sent with every answer. */
export const securityHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** The same, and over TLS the demand that browsers never come without it again. */
export function headersFor(isSecure: boolean): Readonly<Record<string, string>> {
  return isSecure ? { ...securityHeaders, "strict-transport-security": "max-age=31536000" } : securityHeaders;
}

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

/** Whether a HOST stays on this machine. */
export function isLoopback(host: string): boolean {
  return loopback.has(host) || /^127(\.\d{1,3}){3}$/.test(host);
}
