import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { AccountRole } from "@yuanbiao/core/access";
import { ReportView } from "@yuanbiao/server/report/shape";
import { RoundView } from "@yuanbiao/server/round/shape";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Browsing, browse, type OpenOptions, type Watched } from "../support/browser.ts";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing?.close());

/** A window of somebody with a role. */
async function openAs(role: AccountRole, address: string, options: OpenOptions = {}): Promise<Watched> {
  const { cookie } = await browsing.served.as(role);
  const watched = await browsing.open("/", options);
  const [name = "", value = ""] = cookie.split("=", 2);
  await watched.page.context().addCookies([{ name, value, url: browsing.origin, httpOnly: true, sameSite: "Strict" }]);
  const url = new URL(address, browsing.origin);
  if (options.language === "en") url.searchParams.set("lang", "en");
  await watched.page.goto(url.href);
  await watched.page.locator("h1").first().waitFor();
  await watched.page.waitForLoadState("networkidle");
  return watched;
}

async function expectNoBarrier(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

it("a letter to a whole department is two clicks from the overview; its Word file is saved and it is listed", async () => {
  const { page, close } = await openAs("coordinator", "/");
  const chip = page.getByRole("button", { name: /^催报函：/ }).first();
  const count = /，(\d+) 项/.exec((await chip.getAttribute("aria-label")) ?? "")?.[1];
  await chip.click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "发出并下载 Word" }).click();
  const paper = await saving;
  expect(paper.suggestedFilename()).toMatch(/\.docx$/);
  const bytes = readFileSync(await paper.path());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  expect(bytes.includes("word/document.xml")).toBe(true);
  await page
    .getByRole("status")
    .filter({ hasText: `共 ${count} 项` })
    .waitFor();
  await page.getByRole("link", { name: "催报函" }).click();
  await page.getByRole("heading", { name: /^已发 1 封催报函/ }).waitFor();
  await page.getByRole("cell", { name: String(count), exact: true }).waitFor();
  await close();
});

it("a park that has not sent its report is asked from the review desk, and the report's thread says so", async () => {
  const round = {
    ...{ code: "2025B", name: "2025年催报试验", city: "liuzhou", period: "2025", areas: ["liuzhou-hitech"] },
    ...{ lines: [{ indicator: "sei-output", caliber: "citywide" }], opensOn: "2026-01-01", dueOn: "2026-01-15" },
    ...{ instructions: null, stage: "annual", class: "public" },
  };
  const office = await browsing.served.as("coordinator");
  const made = await office.send("POST", "/api/rounds", round);
  const { version } = RoundView.parse(await made.json());
  const opened = await office.send(
    "PUT",
    "/api/rounds/2025B/state",
    { state: "open" },
    { "if-match": String(version) },
  );
  expect(RoundView.parse(await opened.json()).reports).toMatchObject({ draft: 1 });
  const { page, close } = await openAs("coordinator", "/review");
  await page.getByRole("button", { name: /^催报函：.*1 项/ }).click();
  await page.getByText("《2025年催报试验》（2025 年）").waitFor();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "发出并下载 Word" }).click();
  expect((await saving).suggestedFilename()).toMatch(/\.docx$/);
  const report = ReportView.parse(await office.read("/api/reports/2025B.liuzhou-hitech"));
  expect(report.thread.map(({ action }) => action)).toEqual(["open", "remind"]);
  expect(report.reminder?.answerBy).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const clerk = await openAs("clerk", "/reports");
  await clerk.page.getByText(/已催报，请于 .*前报送/).waitFor();
  await clerk.close();
  await close();
});

it("the page of a park says which of its reports have not come in by their day, today and to who may read them", async () => {
  const words = "到期未报的报表";
  const { page, close } = await openAs("leader", "/areas/liuzhou-hitech");
  const line = page.locator("p", { hasText: words });
  expect(await line.textContent()).toMatch(/报表 1 份：2025年催报试验 已逾期 \d+ 天（(2026 年 )?1 月 15 日截止）$/);
  await expectNoBarrier(page);
  await line.getByRole("link").click();
  await page.waitForURL("**/reports/2025B.liuzhou-hitech");
  await close();
  const english = await openAs("leader", "/areas/liuzhou-hitech", { language: "en", width: 375 });
  await english.page.getByText("Reports not in by their day (1): ").waitFor();
  await expectNoBarrier(english.page);
  await english.close();
  for (const address of ["/areas/liuzhou-zone", "/areas/liuzhou-hitech?on=2026-01-10"]) {
    const other = await openAs("leader", address);
    expect(await other.page.getByText(words).count(), address).toBe(0);
    await other.close();
  }
  const anybody = await browsing.open("/areas/liuzhou-hitech");
  expect(await anybody.page.getByText(words).count()).toBe(0);
  await anybody.close();
});

it("only the office sees the way to send letters", async () => {
  const { page, close } = await openAs("leader", "/");
  await page.getByText("补数清单").first().waitFor();
  expect(await page.getByRole("button", { name: /^催报函：/ }).count()).toBe(0);
  await close();
});

it("a bridge rejected on the target's page makes it incomparable; confirmed with a new document it is compared again", async () => {
  const { page, close } = await openAs("coordinator", "/targets/T03");
  const heading = page.getByRole("heading", { level: 1 });
  const before = await heading.textContent();
  const decide = page.getByRole("button", { name: /^办理口径衔接：/ });
  await decide.click();
  await page.getByLabel("结论").selectOption({ label: "退回：口径不一致，不作比较" });
  await page.getByLabel("理由").fill("分母不同，不作比较");
  await page.getByRole("button", { name: "保存结论" }).click();
  await page.getByRole("status").filter({ hasText: "口径不一致" }).waitFor();
  await expect.poll(() => heading.textContent()).toContain("不能比");
  await decide.click();
  await page.getByLabel("理由").fill("统计局确认：分母为规模以上工业总产值，与目标一致");
  await page.getByLabel("确认人").fill("市统计局 李某");
  await page.getByLabel("确认日期").fill("2026-11-20");
  await page.getByRole("button", { name: "保存结论" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("依据", { exact: true }).selectOption({ label: "登记新文件…" });
  await page.getByLabel("文件名称").fill("关于目标口径的复函");
  await page.getByRole("button", { name: "保存结论" }).click();
  await page.getByRole("status").filter({ hasText: "已确认" }).waitFor();
  await page.getByRole("cell", { name: "关于目标口径的复函" }).waitFor();
  await expect.poll(() => heading.textContent()).not.toContain("不能比");
  expect(await heading.textContent()).toBe(before);
  await page.reload();
  await page.getByRole("cell", { name: "关于目标口径的复函" }).waitFor();
  await close();
});

it("a figure that nobody has joined to a target is joined on its page", async () => {
  const { page, close } = await openAs("coordinator", "/targets/T03");
  const picker = page.getByLabel("衔接本区域的其他指标值");
  const option = picker.getByRole("option").nth(1);
  await picker.selectOption({ label: (await option.textContent()) ?? "" });
  await page.getByRole("button", { name: "办理衔接" }).click();
  await page.getByText("尚未衔接，这个数不参与比较").waitFor();
  await page.getByLabel("结论").selectOption({ label: "待确认：暂按可比，标为初判" });
  await page.getByLabel("理由").fill("文件两种读法之一");
  await page.getByRole("button", { name: "保存结论" }).click();
  await page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
  const bridges = page.getByRole("region", { name: "表格：口径衔接" });
  await bridges.getByRole("cell", { name: "文件两种读法之一" }).waitFor();
  await close();
});

it.each([375, 1440, 1920])(
  "the desk of bridges is without barriers and fits %i pixels",
  async (width) => {
    for (const language of ["zh-CN", "en"] as const) {
      const { page, complaints, close } = await openAs("coordinator", "/targets/T21", { width, language });
      await expectNoBarrier(page);
      await page
        .getByRole("button", { name: /^(办理口径衔接：|Decide on the bridge: )/ })
        .first()
        .click();
      await expectNoBarrier(page);
      await page.screenshot({ path: `/tmp/wa-shots/bridge-${width}-${language}.png` });
      expect(complaints).toEqual([]);
      await close();
    }
  },
  60_000,
);

it.each([375, 1440, 1920])(
  "letters are without barriers and fit %i pixels",
  async (width) => {
    for (const language of ["zh-CN", "en"] as const) {
      const { page, complaints, close } = await openAs("coordinator", "/letters", { width, language });
      await expectNoBarrier(page);
      await page.goto(`${browsing.origin}/?lang=${language}`);
      await page
        .getByRole("button", { name: /^(催报函：|Letter: )/ })
        .first()
        .click();
      await expectNoBarrier(page);
      expect(complaints).toEqual([]);
      await close();
    }
  },
  60_000,
);
