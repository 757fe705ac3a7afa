import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nounAddresses } from "./support/addresses.ts";
import { listenOnLoopback, type Served, serve, today } from "./support/served.ts";

const lines: string[] = [];
let now = today;
let served: Served;
let server: Awaited<ReturnType<typeof listenOnLoopback>>;
beforeAll(async () => {
  served = await serve({
    logger: pino({ base: null }, { write: (line: string) => lines.push(line) }),
    clock: () => now,
  });
  server = await listenOnLoopback(served);
});
afterAll(async () => {
  await server.close();
  await served.close();
});

const ask = (address: string, headers: Record<string, string> = {}) => server.reader.ask(address, { headers });

describe("a read", () => {
  it.each([
    ...nounAddresses,
    "/api/areas/liuzhou",
    "/api/targets/T01",
    "/api/observations",
    "/api/observations/A021/versions",
    "/api/progress",
    "/api/series?area=liuzhou&indicator=sei-share",
    "/api/summary",
  ])("%s is the same from the routes and from what is kept, in every encoding", async (address) => {
    const bodies = new Set<string>();
    for (const encoding of ["identity", "gzip", "br", "identity", "gzip", "br"]) {
      const response = await ask(address, { "accept-encoding": encoding });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
      bodies.add(await response.text());
    }
    expect(bodies.size).toBe(1);
    expect(JSON.parse([...bodies][0] ?? "")).toBeTypeOf("object");
  });
  it("that many ask for at once is made once", async () => {
    let made = 0;
    served.context.hot.onKeep(() => {
      made += 1;
    });
    const address = "/api/summary?on=2024-06-30";
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(address)));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(made).toBe(1);
    // What one of them may not have, the others get all the same.
    const wrong = ["/api/summary?on=2024-02-31", address, "/api/summary?on=2024-02-31", address];
    expect((await Promise.all(wrong.map((one) => ask(one)))).map(({ status }) => status)).toEqual([400, 200, 400, 200]);
  });
  it("really is smaller when compressed", async () => {
    const raw = (encoding: string) =>
      served
        .ask("/api/summary", { headers: { "accept-encoding": encoding } })
        .then(async (r) => Buffer.from(await r.arrayBuffer()));
    const [whole, zipped, squeezed] = [await raw("identity"), await raw("gzip"), await raw("br")];
    expect(gunzipSync(zipped).equals(whole)).toBe(true);
    expect(brotliDecompressSync(squeezed).equals(whole)).toBe(true);
    expect(squeezed.length * 4).toBeLessThan(whole.length);
  });
  it("is not sent again to who has it", async () => {
    for (let round = 0; round < 2; round += 1) {
      const first = await ask("/api/summary");
      const tag = first.headers.get("etag") ?? "";
      expect(tag).toMatch(/^"[\w-]+"$/);
      const again = await ask("/api/summary", { "if-none-match": `"other", W/${tag}` });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect(again.headers.get("etag")).toBe(tag);
      expect((await ask("/api/summary", { "if-none-match": '"other"' })).status).toBe(200);
    }
  });
  it("differs by language and says so", async () => {
    const [chinese, english] = [
      await ask("/api/areas", { "accept-language": "zh-CN" }),
      await ask("/api/areas", { "accept-language": "en-GB,en;q=0.9" }),
    ];
    expect(chinese.headers.get("etag")).not.toBe(english.headers.get("etag"));
    expect(english.headers.get("content-language")).toBe("en");
    expect(english.headers.get("vary")).toContain("Accept-Language");
  });
  it("without `on` is another one on another day, and with it the same", async () => {
    const before = {
      open: (await ask("/api/progress")).headers.get("etag"),
      fixed: (await ask("/api/progress?on=2024-12-31")).headers.get("etag"),
    };
    now = new Date("2026-11-21T16:00:00.000Z");
    const { cookie } = await served.as("expert");
    const after = {
      open: (await ask("/api/progress", { cookie })).headers.get("etag"),
      fixed: (await ask("/api/progress?on=2024-12-31", { cookie })).headers.get("etag"),
    };
    now = today;
    expect(after.open).not.toBe(before.open);
    expect(after.fixed).toBe(before.fixed);
  });
  it("answers HEAD like GET without a body", async () => {
    const response = await server.reader.ask("/api/summary", { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});

describe("every answer", () => {
  it.each([
    "/api/health",
    "/api/progress",
    "/api/progress",
    "/api/progress?on=x",
    "/api/none",
    "/api/docs",
    "/api/openapi.json",
    "/",
  ])("%s carries the security headers and a request id that the log has", async (address) => {
    const response = await ask(address);
    expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(response.headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const id = response.headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const line = lines.map((text) => JSON.parse(text)).find(({ requestId }) => requestId === id);
    expect(line).toMatchObject({ method: "GET", status: response.status, path: address.replace(/\?.*/, "") });
  });
  it("that cannot be read is refused with a problem document, too", async () => {
    const response = await ask(`/api/progress?area=${"a".repeat(40_000)}`);
    expect(response.status).toBe(431);
    expect(response.headers.get("content-type")).toMatch(/problem\+json/);
    expect(await response.json()).toMatchObject({ status: 431, code: "too-long" });
  });
  it("of the documentation comes from this server alone", async () => {
    const page = await (await ask("/api/docs")).text();
    expect(page).not.toMatch(/https?:\/\//);
    for (const [, file] of page.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await ask(file ?? "")).status, file).toBe(200);
  });
});
