import { AxeBuilder } from "@axe-core/playwright";
import type { AccountRole } from "@yuanbiao/core/access";
import { loadStandardChecks } from "@yuanbiao/seeds/standard-checks";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Browsing, browse, type OpenOptions, type Watched } from "../support/browser.ts";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
  await loadStandardChecks(browsing.served.store);
});
afterAll(() => browsing?.close());

async function openAs(role: AccountRole, options: OpenOptions = {}): Promise<Watched> {
  const { cookie } = await browsing.served.as(role);
  return browsing.open("/checks", { ...options, cookie });
}

async function expectNoBarrier(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

it("the office makes a relation, is told what is wrong with it, tries it and saves it", async () => {
  const { page, close } = await openAs("coordinator");
  await page.getByRole("button", { name: "新建审核公式" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("编号").fill("emerging-within");
  await drawer.getByLabel("名称", { exact: true }).fill("战新不超过工业");
  await drawer.getByLabel("审核什么").selectOption("relation");
  const indicators = drawer.getByLabel("指标", { exact: true });
  const [first = "", second = ""] = await indicators
    .first()
    .locator("option")
    .evaluateAll((options) => options.map((option) => option.textContent ?? "").filter((text) => /产值/.test(text)));
  await indicators.first().selectOption({ label: first });
  await indicators.last().selectOption({ label: second });
  await drawer.getByText(`${first} ≤ ${second}`).waitFor();
  await drawer.getByLabel("系数").first().fill("0");
  await drawer.getByRole("button", { name: "保存" }).click();
  await drawer.getByRole("alert").waitFor();
  expect(await drawer.getByLabel("系数").first().getAttribute("aria-invalid")).toBe("true");
  await drawer.getByLabel("系数").first().fill("1");
  await drawer.getByRole("button", { name: "试算" }).click();
  await drawer.getByText(/^通过 \d+ 份$|没有这条公式涉及的指标值/).waitFor();
  await drawer.getByRole("button", { name: "保存" }).click();
  await page.getByRole("status").filter({ hasText: "已保存“战新不超过工业”" }).waitFor();
  await page.getByRole("cell", { name: `${first} ≤ ${second}` }).waitFor();
  await close();
});

it("a check that somebody else changed meanwhile is not overwritten; the newest version can be opened", async () => {
  const { page, close } = await openAs("coordinator");
  await page.getByRole("button", { name: "修改：同比波动超过30%" }).click();
  const drawer = page.getByRole("dialog");
  const other = await browsing.served.as("coordinator");
  const content = {
    ...{ name: "同比波动超过40%", nameEn: null, severity: "soft", indicators: [], active: true },
    ...{ rule: { kind: "swing", against: "same-period", percent: "40" }, note: null, noteEn: null },
  };
  const theirs = await other.send("PUT", "/api/checks/swing-same-period", content, { "if-match": "1" });
  expect(theirs.status).toBe(200);
  await drawer.getByLabel("最多相差（%）").fill("20");
  await drawer.getByRole("button", { name: "保存" }).click();
  await drawer.getByRole("alert").filter({ hasText: "您看到的不是最新版本" }).waitFor();
  await drawer.getByRole("button", { name: "放弃这里的改动，打开最新的一版" }).click();
  await expect.poll(() => drawer.getByLabel("最多相差（%）").inputValue()).toBe("40");
  await close();
});

it("a leader reads the checks and has no way to change them", async () => {
  const { page, close } = await openAs("leader");
  await page.getByText("必须填数，或选“未报”、“不适用”").waitFor();
  expect(await page.getByRole("button", { name: /修改|新建/ }).count()).toBe(0);
  await close();
});

it.each([375, 1440, 1920])(
  "checks and their editor are without barriers and fit %i pixels",
  async (width) => {
    for (const language of ["zh-CN", "en"] as const) {
      const { page, complaints, close } = await openAs("coordinator", { width, language });
      await expectNoBarrier(page);
      await page.getByRole("button", { name: /^(新建审核公式|New check)$/ }).click();
      await page.getByLabel(/^(审核什么|What is checked)$/).selectOption("relation");
      await page.getByLabel(/^(审核什么|What is checked)$/).selectOption("swing");
      await page.getByRole("button", { name: /^(试算|Try out)$/ }).click();
      await page
        .getByText(/^(通过|passed)/)
        .first()
        .waitFor();
      await expectNoBarrier(page);
      expect(complaints).toEqual([]);
      await close();
    }
  },
  60_000,
);
