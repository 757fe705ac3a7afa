import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browsing, browse } from "../support/browser.ts";
import { chineseIn } from "../support/chinese.ts";

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
/** What an English page says in Chinese, opened out in full. */
async function chineseOn(address: string): Promise<string[]> {
  const { page, close } = await browsing.open(address, { language: "en" });
  const found = await chineseIn(page);
  await close();
  return found;
}

it.each(["/?source=001-006", "/?view=table", "/targets?view=table", "/tasks?view=department"])(
  "%s in English is English",
  async (address) => {
    expect(await chineseOn(address)).toEqual([]);
  },
);

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
    // English words are longer, which tells on a phone.
    for (const [width, language] of [
      [375, "zh-CN"],
      [375, "en"],
      [768, "zh-CN"],
      [768, "en"],
      [1440, "zh-CN"],
      [1920, "zh-CN"],
    ] as const) {
      const { page, close } = await browsing.open(address, { width, language });
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth, `${language} at ${width}`).toBeLessThanOrEqual(width);
      await close();
    }
  });
  it("in English is English", async () => {
    expect(await chineseOn(address)).toEqual([]);
  });
  it("prints: without navigation, with its provenance", async () => {
    const { page, close } = await browsing.open(address);
    // The pages are counted as soon as the listeners have returned: what they draw later would be missing on paper.
    const rows = await page.evaluate(() => {
      const count = (): number => document.querySelectorAll("tbody tr").length;
      window.dispatchEvent(new Event("beforeprint"));
      const atOnce = count();
      return new Promise<number[]>((resolve) => setTimeout(() => resolve([atOnce, count()]), 300));
    });
    expect(rows[0]).toBe(rows[1]);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
    expect(await page.getByText("统计时点").last().isVisible()).toBe(true);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(20_000);
    await close();
  });
});
