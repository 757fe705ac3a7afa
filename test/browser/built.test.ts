import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browsing, browse } from "../support/browser.ts";

const assets = join(import.meta.dirname, "..", "..", "web", "dist", "assets");
let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing?.close());

describe("what is built", () => {
  it("uses no style that Chrome 90 lacks", () => {
    for (const file of readdirSync(assets).filter((name) => name.endsWith(".css"))) {
      const text = readFileSync(join(assets, file), "utf8");
      expect(text, file).not.toMatch(/:has\(|@layer|color-mix\(|@container|\bdvh\b|:is\(.*:is\(/);
    }
  });
  it("fetches nothing from elsewhere", async () => {
    const { page, close } = await browsing.open("/");
    const foreign: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(browsing.origin) && !request.url().startsWith("data:")) foreign.push(request.url());
    });
    for (const address of ["/", "/targets/T03", "/indicators/gross-industrial-output", "/areas/liuzhou"]) {
      await page.goto(browsing.origin + address);
      await page.waitForLoadState("networkidle");
    }
    expect(foreign).toEqual([]);
    await close();
  });
  it("paints the matrix with less than 350 kB of script", async () => {
    const { page, close } = await browsing.open("/tasks");
    const scripts = new Set<string>();
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.add(new URL(request.url()).pathname);
    });
    await page.goto(`${browsing.origin}/`);
    await page.getByRole("gridcell").first().waitFor();
    const painted = [...scripts];
    const sizes = painted.map((path) => brotliCompressSync(readFileSync(join(assets, "..", path))).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`script until the matrix is painted: ${Math.round(total / 1000)} kB brotli in ${painted.length} files`);
    expect(painted.length).toBeGreaterThan(0);
    expect(total).toBeLessThan(350_000);
    await close();
  });
  it("is sent compressed, named by its content", async () => {
    const [script] = readdirSync(assets).filter((name) => name.endsWith(".js"));
    const response = await fetch(`${browsing.origin}/assets/${script}`, { headers: { "accept-encoding": "br" } });
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("content-encoding")).toBe("br");
  });
});
