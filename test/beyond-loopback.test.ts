import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { request as ask } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, readConfig } from "@yuanbiao/server/config";
import { makeDoor, receive } from "@yuanbiao/server/door";
import { listen, makeServer } from "@yuanbiao/server/start";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificate, certificateKey } from "./support/certificate.ts";
import { type Served, serve } from "./support/served.ts";
import { signIn } from "./support/signed-in.ts";

let folder: string;
let files: { TLS_CERT: string; TLS_KEY: string };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuanbiao-door-"));
  files = { TLS_CERT: join(folder, "cert.pem"), TLS_KEY: join(folder, "key.pem") };
  writeFileSync(files.TLS_CERT, certificate);
  writeFileSync(files.TLS_KEY, certificateKey, { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configOf(environment: Record<string, string>): Config {
  const config = readConfig(environment, folder);
  if (typeof config === "string") throw new Error(config);
  return config;
}

describe("HOST beyond this machine", () => {
  it.each(["0.0.0.0", "::", "192.0.2.1", "yuanbiao.test"])(
    "%s needs a certificate or a proxy, in one sentence",
    (HOST) => {
      const refused = readConfig({ HOST }, folder);
      expect(refused).toMatch(/TLS_CERT.*TRUSTED_PROXY.*TLS_CERT/s);
      expect(String(refused).split("\n")).toHaveLength(1);
      expect(readConfig({ HOST, ...files }, folder)).toBeTypeOf("object");
      expect(readConfig({ HOST, TRUSTED_PROXY: "10.0.0.5, 10.1.0.0/16" }, folder)).toBeTypeOf("object");
    },
  );
  it.each([
    [{ TLS_CERT: "/nowhere.pem", TLS_KEY: "/nowhere.pem" }, "TLS_CERT"],
    [{ TLS_CERT: "cert.pem" }, "TLS_KEY"],
    [{ TRUSTED_PROXY: "proxy.example" }, "TRUSTED_PROXY"],
    [{ TRUSTED_PROXY: "10.0.0.0/40" }, "TRUSTED_PROXY"],
    [{ PUBLIC_ORIGIN: "yuanbiao.test" }, "PUBLIC_ORIGIN"],
    [{ OIDC_ISSUER: "https://id.example" }, "OIDC_CLIENT_ID"],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET"],
  ])("with %j is refused by name", (environment: Record<string, string>, name) => {
    expect(readConfig({ HOST: "0.0.0.0", TRUSTED_PROXY: "10.0.0.5", ...environment }, folder)).toContain(name);
  });
});

describe("behind a proxy", () => {
  const proxied = (more: Record<string, string> = {}) =>
    makeDoor(configOf({ HOST: "0.0.0.0", TRUSTED_PROXY: "10.0.0.5, 10.1.0.0/16", ...more }));
  const forwarded: IncomingHttpHeaders = {
    host: "inner:8787",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "yuanbiao.test",
    "x-forwarded-for": "203.0.113.9, 10.1.2.3",
  };
  it("the proxy's word counts: who asked, under which name", () => {
    expect(receive(proxied(), forwarded, "10.0.0.5")).toEqual({ address: "203.0.113.9", host: "yuanbiao.test" });
    expect(receive(proxied(), forwarded, "::ffff:10.1.9.9")).toMatchObject({ address: "203.0.113.9" });
  });
  it("an address that the asker made up is not believed", () => {
    const headers = { ...forwarded, "x-forwarded-for": "1.2.3.4, 203.0.113.9" };
    expect(receive(proxied(), headers, "10.0.0.5")).toMatchObject({ address: "203.0.113.9" });
  });
  it("nobody else is let in, and nothing in clear text", () => {
    expect(receive(proxied(), forwarded, "10.0.0.6")).toBe("not-by-proxy");
    expect(receive(proxied(), forwarded, "127.0.0.1")).toBe("not-by-proxy");
    expect(receive(proxied(), { ...forwarded, "x-forwarded-proto": "http" }, "10.0.0.5")).toBe("clear-text");
    expect(receive(proxied(), { host: "yuanbiao.test" }, "10.0.0.5")).toBe("clear-text");
  });
  it("only the announced name is served, where one is announced", () => {
    const named = proxied({ PUBLIC_ORIGIN: "https://yuanbiao.test" });
    expect(receive(named, forwarded, "10.0.0.5")).toMatchObject({ host: "yuanbiao.test" });
    expect(receive(named, { ...forwarded, "x-forwarded-host": "evil.example" }, "10.0.0.5")).toBe("misdirected");
  });
  it("on this machine alone a forwarded address is nobody's word", () => {
    const door = makeDoor(configOf({}));
    const headers = { host: "127.0.0.1:8787", "x-forwarded-for": "203.0.113.9" };
    expect(receive(door, headers, "127.0.0.1")).toEqual({ address: "127.0.0.1", host: "127.0.0.1:8787" });
    expect(receive(door, { host: "evil.example" }, "127.0.0.1")).toBe("misdirected");
  });
});

describe("with a certificate", () => {
  let served: Served;
  let port: number;
  let server: ReturnType<typeof makeServer>;
  let cookie: string;
  beforeAll(async () => {
    served = await serve({ empty: true });
    const config = configOf({ HOST: "0.0.0.0", ...files });
    const context = { ...served.context, door: makeDoor(config) };
    cookie = (await signIn(context, "leader", {})).cookie;
    server = makeServer(context, { tls: config.tls });
    port = await listen(server, 0, "127.0.0.1");
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await served.close();
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders }>((resolve, reject) => {
      const options = { host: "127.0.0.1", port, path, ca: certificate, servername: "yuanbiao.test" };
      const sent = ask({ ...options, headers: { host: `yuanbiao.test:${port}`, ...headers } }, (response) => {
        response.resume();
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
      });
      sent.on("error", reject).end();
    });

  it("TLS is spoken, browsers shall keep to it, and a session works", async () => {
    const { status, headers } = await get("/api/health");
    expect(status).toBe(200);
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(cookie).toMatch(/^__Secure-yuanbiao_session=/);
    for (const round of [1, 2]) {
      const answer = await get("/api/areas", { cookie });
      expect([answer.status, answer.headers["strict-transport-security"]], String(round)).toEqual([
        200,
        "max-age=31536000",
      ]);
    }
    const stolen = cookie.replace("__Secure-", "");
    expect((await get("/api/areas", { cookie: stolen })).status).toBe(401);
  });
  it("names that are not the certificate's are refused", async () => {
    expect((await get("/api/health", { host: "evil.example" })).status).toBe(421);
  });
  it("clear text gets no answer", async () => {
    await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
  });
});
