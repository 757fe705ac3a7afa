import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { readConfig } from "@yuanbiao/server/config";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "./load/process.ts";
import { certificate, certificateKey } from "./support/certificate.ts";

const main = join(import.meta.dirname, "..", "server", "src", "main.ts");
const isPosix = process.platform !== "win32";
let folder: string;
let files: { TLS_CERT: string; TLS_KEY: string };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuanbiao-insecure-"));
  files = { TLS_CERT: join(folder, "cert.pem"), TLS_KEY: join(folder, "key.pem") };
  writeFileSync(files.TLS_CERT, certificate);
  writeFileSync(files.TLS_KEY, certificateKey, { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** Starts the product's own server in an empty place; gives how it ended and what it said. */
async function start(environment: Readonly<Record<string, string>>) {
  const { HOME, PATH } = process.env;
  const dataDir = join(mkdtempSync(join(folder, "place-")), "data");
  const env = { HOME, PATH, PORT: "0", DATA_DIR: dataDir, ...environment };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "ignore", "pipe"] });
  started.push(child);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const said = await text(child.stderr);
  return { code: await ended, said, dataDir };
}

const remote = "postgres://yuanbiao:hidden-word@db.example:5432/yuanbiao";
const provider = { OIDC_CLIENT_ID: "yuanbiao", OIDC_CLIENT_SECRET: "for this test alone" };
const https = { HOST: "0.0.0.0", TRUSTED_PROXY: "10.0.0.5" };

describe("a server that would not be safe does not start, says why in two languages, and writes nothing", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ["clear text beyond this machine", { HOST: "0.0.0.0" }, /明文传输.*never travel in clear text/],
    [
      "a placeholder for a secret",
      { AUTH_SECRET: "change-me-change-me-change-me-change-me" },
      /AUTH_SECRET 容易被猜到.*guess/,
    ],
    ["a secret of one letter", { AUTH_SECRET: "a".repeat(40) }, /AUTH_SECRET 容易被猜到.*guess/],
    ["a plain token for the metrics", { METRICS_TOKEN: "metrics-token-1234" }, /METRICS_TOKEN 容易被猜到.*guess/],
    ["an address in clear text", { ...https, PUBLIC_ORIGIN: "http://yuanbiao.test" }, /明文地址.*clear text/],
    ["a database elsewhere in clear text", { DATABASE_URL: remote }, /db\.example.*未加密.*without TLS/],
  ])("%s", async (_, environment, sentence) => {
    const { code, said, dataDir } = await start(environment);
    expect(code).toBe(1);
    expect(said.trim()).toMatch(sentence);
    expect(said.trim().split("\n")).toHaveLength(1);
    expect(said).not.toContain("hidden-word");
    expect(existsSync(dataDir)).toBe(false);
  });

  it("a weak first password", async () => {
    const { code, said } = await start({ ADMIN_PASSWORD: "Admin@123456" });
    expect(code).toBe(1);
    expect(said).toMatch(/ADMIN_PASSWORD 过弱.*too weak/);
  });

  it.runIf(isPosix)("a kept secret that other accounts of the machine can read", async () => {
    const dataDir = mkdtempSync(join(folder, "kept-"));
    const file = join(dataDir, "auth-secret");
    writeFileSync(file, "7wPz1kQm4tRx9vLc2bNs8dFg6hJy3uEa");
    for (const mode of [0o640, 0o620, 0o604]) {
      chmodSync(file, mode);
      const { code, said } = await start({ DATA_DIR: dataDir });
      expect(code).toBe(1);
      expect(said).toContain(`chmod 600 ${file}`);
      expect(readdirSync(dataDir)).toEqual(["auth-secret"]);
    }
    chmodSync(file, 0o600);
    expect(readConfig({ DATA_DIR: dataDir }, folder)).toBeTypeOf("object");
  });
});

describe("what is safe is taken", () => {
  it.each([
    "a secret of this installation alone, long enough",
    "0f8a3c51d97be26440c1f7a85e93bd02",
    "sT9xw0Zr4QyLkV7eJm2cN8bHfUaP5dGi1oXRnEqWlYs",
    "我们这座城市的系统只给自己用的一句话，它足够长，而且除了管理机器的人没有别人知道",
  ])("the secret %s", (secret) => {
    expect(readConfig({ AUTH_SECRET: secret }, folder)).toBeTypeOf("object");
  });
  it.each([
    "your-super-secret-key-of-at-least-32-characters",
    "secret-secret-secret-secret-12345678",
    "abcdefghijklmnopqrstuvwxyz0123456789",
    "x7Kq9x7Kq9x7Kq9x7Kq9x7Kq9x7Kq9x7Kq9x",
    "Password Password Password 2026 2026",
  ])("but not the secret %s", (secret) => {
    expect(readConfig({ AUTH_SECRET: secret }, folder)).toMatch(/AUTH_SECRET/);
  });
  it.each<[Record<string, string>, boolean]>([
    [{ DATABASE_URL: `${remote}?sslmode=verify-full` }, true],
    [{ DATABASE_URL: `${remote}?ssl=true` }, true],
    [{ DATABASE_URL: remote, DATABASE_CLEAR_TEXT: "allowed" }, true],
    [{ DATABASE_URL: "postgres://yuanbiao:hidden-word@127.0.0.1:5432/yuanbiao" }, true],
    [{ DATABASE_URL: "postgres://yuanbiao@[::1]/yuanbiao" }, true],
    [{ DATABASE_URL: "postgres:///yuanbiao?host=/run/postgresql" }, true],
    [{ DATABASE_URL: "postgres://yuanbiao:hidden-word@/yuanbiao" }, true],
    [{ DATABASE_URL: "postgres:///yuanbiao", PGHOST: "db.example" }, false],
    [{ DATABASE_URL: "postgres://yuanbiao@127.0.0.1/yuanbiao?host=db.example" }, false],
    [{ DATABASE_URL: `${remote}?sslmode=prefer` }, false],
    [{ DATABASE_URL: `${remote}?sslmode=no-verify` }, false],
    [{ DATABASE_URL: `${remote}?ssl=true&sslmode=disable` }, false],
    [{ DATABASE_URL: `${remote}?sslmode=require&sslmode=disable` }, false],
    [{ DATABASE_URL: remote, DATABASE_CLEAR_TEXT: "yes" }, false],
    [{ DATABASE_URL: `${remote}?uselibpqcompat=true&sslmode=require` }, false],
    [{ ...provider, OIDC_ISSUER: "https://id.example" }, true],
    [{ ...provider, OIDC_ISSUER: "http://127.0.0.1:9000" }, true],
    [{ ...provider, OIDC_ISSUER: "http://id.example" }, false],
    [{ PUBLIC_ORIGIN: "http://127.0.0.1:8787" }, true],
    [{ PUBLIC_ORIGIN: "http://[::1]:8787" }, true],
  ])("%j: %s", (environment, isTaken) => {
    expect(typeof readConfig(environment, folder)).toBe(isTaken ? "object" : "string");
  });
});

describe("a certificate", () => {
  const at = (day: string) => readConfig({ HOST: "0.0.0.0", ...files }, folder, new Date(day));
  it("is taken while it is valid, and its key is nobody else's", () => {
    expect(at("2027-01-01")).toMatchObject({ tls: { cert: Buffer.from(certificate) } });
  });
  it("is refused when it is over, and before it begins", () => {
    expect(at("2127-01-01")).toMatch(/到期.*ended on 2126-/);
    expect(at("2026-01-01")).toMatch(/起才有效.*not valid before 2026-11-22/);
  });
  it.runIf(isPosix)("is refused with a key that other accounts of the machine can read", async () => {
    const open = join(folder, "open.pem");
    writeFileSync(open, certificateKey);
    chmodSync(open, 0o644);
    const { code, said, dataDir } = await start({ HOST: "0.0.0.0", ...files, TLS_KEY: open });
    expect(code).toBe(1);
    expect(said).toContain(`chmod 600 ${open}`);
    expect(existsSync(dataDir)).toBe(false);
  });
  it("is refused with the key of another one", () => {
    const other = join(folder, "other.pem");
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    writeFileSync(other, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
    expect(readConfig({ HOST: "0.0.0.0", ...files, TLS_KEY: other }, folder)).toMatch(/不成对.*not the one/);
  });
});

describe("a server that starts", () => {
  it("makes its place for itself alone, and warns of a weak password that is still in the environment", async () => {
    const dataDir = join(mkdtempSync(join(folder, "own-")), "data");
    const first = await startServer({ DATA_DIR: dataDir, ADMIN_PASSWORD: "Ziyuan-7-lantern-moss" });
    expect(await first.stop()).toBe(0);
    expect(first.complaints()).toBe("");
    if (isPosix) {
      expect(statSync(dataDir).mode & 0o777).toBe(0o700);
      expect(statSync(join(dataDir, "auth-secret")).mode & 0o777).toBe(0o600);
    }
    const second = await startServer({ DATA_DIR: dataDir, ADMIN_PASSWORD: "Admin@123456" });
    expect((await fetch(`${second.origin}/api/health`)).status).toBe(200);
    expect(await second.stop()).toBe(0);
    expect(second.complaints()).toMatch(/^提醒：ADMIN_PASSWORD 过弱.*Warning: ADMIN_PASSWORD is weak.*\n$/);
  });
  it("also where the place was there before", async () => {
    const dataDir = join(folder, "before");
    mkdirSync(dataDir);
    const server = await startServer({ DATA_DIR: dataDir });
    expect(await server.stop()).toBe(0);
    expect(existsSync(join(dataDir, "auth-secret"))).toBe(true);
  });
});
