import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chineseIn } from "../support/chinese.ts";
import { fill, moveRound, step } from "../support/reporting.ts";
import { openReportingPages, other, type ReportingPages, report } from "../support/reporting-pages.ts";

let pages: ReportingPages;
beforeAll(async () => {
  pages = await openReportingPages();
  await moveRound(pages, "2025A", "open");
  const { clerk, approver, office } = pages.people;
  await fill(clerk, other, { "sei-output": "520", "four-new-output": "44" });

  await fill(clerk, report, { "sei-share-above-scale": "29", "sei-output": "1234.5", "four-new-output": "130" });
  await step(clerk, report, "submit");
  await step(approver, report, "approve");
  await step(office, report, "accept");
});
afterAll(() => pages?.close());

describe("for everybody and on every screen", () => {
  const places = [
    ["clerk", "/reports"],
    ["clerk", `/reports/${other}`],
    ["office", `/reports/${report}`],
    ["leader", `/reports/${other}`],
    ["office", "/review"],
    ["verifier", "/verification"],
    ["verifier", "/letters"],
    ["office", "/rounds"],
    ["office", "/rounds/2025A"],
    ["office", "/rounds/new?from=2025A"],
  ] as const;
  it.each(places)("%s on %s: no serious barrier, nothing in the console, English in English", async (who, address) => {
    for (const language of ["zh-CN", "en"] as const) {
      const { page, complaints, close } = await pages.openAs(who, address, { language });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map((one) => [one.id, one.nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
      if (language === "en") expect(await chineseIn(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    }
  });
  it.each(places)("%s on %s fits a phone, a tablet, a desk and a wall", async (who, address) => {
    for (const [width, language] of [
      [375, "zh-CN"],
      [375, "en"],
      [768, "en"],
      [1440, "zh-CN"],
      [1920, "zh-CN"],
    ] as const) {
      const { page, close } = await pages.openAs(who, address, { width, language });
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth, `${language} at ${width}`).toBeLessThanOrEqual(width);
      await close();
    }
  });
  it("who has no part in reporting is told so", async () => {
    const { cookie } = await pages.browsing.served.as("expert");
    const { page, close } = await pages.browsing.open("/review", { cookie });
    await page.getByText("这一页不在您的权限内").waitFor();
    await close();
  });
});
