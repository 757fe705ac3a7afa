import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browsing, browse } from "../support/browser.ts";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing?.close());

const addresses = [
  "/",
  "/areas",
  "/areas/liuzhou-zone",
  "/areas/liuzhou",
  "/indicators",
  "/indicators/sei-share",
  "/indicators/gross-industrial-output",
  "/targets",
  "/targets/T03",
  "/targets/T05",
  "/targets/T11",
  "/targets/T21",
  "/tasks",
];
const han = /[\u3400-\u9fff]/;

describe.each(addresses)("%s", (address) => {
  it("has no serious barrier, breaks no rule of its own policy and says nothing in the console", async () => {
    for (const language of ["zh-CN", "en"] as const) {
      const { page, complaints, close } = await browsing.open(address, { language });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await close();
    }
  });
  it("fits a phone, a desk and a wall without a sideways scroll", async () => {
    for (const width of [375, 1440, 1920]) {
      const { page, close } = await browsing.open(address, { width });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
      await close();
    }
  });
  it("in English has no Chinese but in numbers of documents and titles of sources", async () => {
    const { page, close } = await browsing.open(address, { language: "en" });
    const texts = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent?.closest('script, style, [lang="zh-CN"], option') === null)
          found.push(walker.currentNode.textContent ?? "");
      }
      return found;
    });
    expect(
      texts.filter((text) => han.test(text.replace(/柳政规〔2018〕21号|[（(]?[一二三四五六七八九十]+[）)]?/g, ""))),
    ).toEqual([]);
    await close();
  });
  it("prints: without navigation, with its provenance", async () => {
    const { page, close } = await browsing.open(address);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
    expect(await page.getByText("统计时点").last().isVisible()).toBe(true);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(20_000);
    await close();
  });
});
