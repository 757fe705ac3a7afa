import { AxeBuilder } from "@axe-core/playwright";
import { SummaryView } from "@yuanbiao/server/summary/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browsing, browse } from "../support/browser.ts";
import { chineseIn } from "../support/chinese.ts";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing?.close());

const address = "/?theme=wall";

describe("大屏", () => {
  it.each([
    ["zh-CN", 1920, 1080],
    ["zh-CN", 1440, 900],
    ["en", 1920, 1080],
    ["en", 1440, 900],
  ] as const)("in %s is one screen of %i × %i, without the menu", async (language, width, height) => {
    const { page, complaints, close } = await browsing.open(address, { width, language });
    await page.setViewportSize({ width, height });
    await page.getByRole("list", { name: language === "en" ? /worst first/ : /最差的在前/ }).waitFor();
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { scrollWidth, scrollHeight };
    });
    expect(size).toEqual({ scrollWidth: width, scrollHeight: height });
    expect(await page.getByRole("navigation").count()).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
    expect(complaints).toEqual([]);
    if (language === "en") expect(await chineseIn(page)).toEqual([]);
    await close();
  });
  it("names every area, the worst first, what is missing there and who owes it", async () => {
    const { matrix, missing } = SummaryView.parse(await browsing.served.read("/api/summary"));
    const { page, close } = await browsing.open(address, { width: 1920 });
    const rows = page.getByRole("list", { name: /最差的在前/ }).locator("> li");
    const texts = await rows.allInnerTexts();
    expect(texts.length).toBe(matrix.areas.length);
    // The one area with a missed target comes first, with the figure and the target; its figure is provisional.
    for (const part of ["柳州市", "未达标", "10.8", "20", "初判"]) expect(texts[0]).toContain(part);
    for (const { area, owes, indicator } of missing.filter(({ area }) => area.code === "panyu")) {
      const row = texts.find((text) => text.includes(area.name));
      expect(row).toContain(indicator.name);
      expect(row).toContain(owes?.department.name);
    }
    await close();
  });
  it("leads back to the desk, and is the overview on a phone and on paper", async () => {
    const { page, close } = await browsing.open(address, { width: 1920 });
    await page.emulateMedia({ media: "print" });
    await page.getByRole("heading", { name: "欠什么数，谁来补" }).waitFor();
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "常规" }).click();
    await page.getByRole("navigation").first().waitFor();
    await page.getByRole("heading", { name: "欠什么数，谁来补" }).waitFor();
    await close();
    const phone = await browsing.open(address, { width: 375 });
    await phone.page.getByRole("heading", { name: "欠什么数，谁来补" }).waitFor();
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await phone.close();
  });
});
