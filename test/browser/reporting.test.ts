import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asked,
  field,
  inDialog,
  openReportingPages,
  press,
  type ReportingPages,
  report,
  saved,
  sentence,
} from "../support/reporting-pages.ts";

let pages: ReportingPages;
beforeAll(async () => {
  pages = await openReportingPages();
});
afterAll(() => pages?.close());

async function paste(page: Page, block: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.keyboard.press("Control+V");
}

describe("a figure goes from the clerk to the dashboard, page by page", () => {
  it("the office opens the round, and is told what that means", async () => {
    const { page, complaints, close } = await pages.openAs("office", "/rounds/2025A");
    await press(page, "开放");
    expect(await page.getByRole("dialog").innerText()).toContain("2 个区域各得到一份报表");
    await inDialog(page, "开放");
    await sentence(page, "进行中：2 个区域填报 3 项");
    expect(complaints).toEqual([]);
    await close();
  });
  it("the clerk finds it, types a figure and sees what it does before anything is handed in", async () => {
    const { page, complaints, close } = await pages.openAs("clerk", "/reports");
    await sentence(page, "2 份报表等您填报");
    expect(await page.locator(".nav-count").first().innerText()).toContain("2");
    await page
      .getByRole("listitem")
      .filter({ hasText: "柳州市" })
      .getByRole("link", { name: /^去填报/ })
      .click();
    await sentence(page, "已填 0 项");
    await field(page, asked[0]?.indicator ?? "").click();
    await page.keyboard.type("４５．６％");
    const effect = page.getByRole("region", { name: "这个数的影响" });
    await effect.getByText("达标").first().waitFor();
    expect(await effect.innerText()).toContain("152\u00a0%");
    await saved(page);
    await page
      .getByText(/须说明.*上年同期 29，本期 45\.6/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
  it("pastes a block: what is a figure is filled in, everything else is listed with its text", async () => {
    const { page, complaints, close } = await pages.openAs("clerk", `/reports/${report}`);
    await field(page, "sei-share-above-scale").press("Enter");
    await paste(page, "1,234.5\t含新入统企业\n约1300亿元\n77\n");
    const notice = page.getByRole("status").filter({ hasText: "粘贴结果" });
    await notice.waitFor();
    const told = await notice.innerText();
    expect(told).toContain("已填入 1 项");
    expect(told).toContain("约1300亿元");
    expect(told).toContain("77");
    expect(await field(page, "sei-output").inputValue()).toBe("1234.5");
    expect(await field(page, "four-new-output").inputValue()).toBe("约1300亿元");
    await field(page, "four-new-output").fill("1300亿元");
    await page
      .getByText(/须改正.*1300 应不超过 1234\.5/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
  it("submitting leads to what stands in the way; then it is handed in", async () => {
    const { page, complaints, close } = await pages.openAs("clerk", `/reports/${report}`);
    await press(page, "提交");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("value-sei-output");
    await field(page, "four-new-output").fill("130");
    await field(page, "sei-share-above-scale").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.type("新入统企业 12 家");
    await saved(page);
    await page.getByText("没有阻碍提交的问题").waitFor();
    await press(page, "提交");
    expect(await page.getByRole("dialog").innerText()).toContain("按时提交");
    await inDialog(page, "确认提交");
    await sentence(page, "填报员已提交 3 项");
    expect(await page.getByRole("main").locator("input.form-input").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
  it("the approver sends it to the office", async () => {
    const { page, complaints, close } = await pages.openAs("approver", `/reports/${report}`);
    await press(page, "审核通过");
    await inDialog(page, "审核通过");
    await sentence(page, "等办公室审核");
    expect(complaints).toEqual([]);
    await close();
  });
  it("the office returns one line by keyboard, with a reason", async () => {
    const { page, complaints, close } = await pages.openAs("office", "/review");
    await sentence(page, "1 份报表等办公室审核");
    await page.getByRole("link", { name: /打开下一份/ }).click();
    await page.locator("tr[data-line]").first().focus();
    await page.keyboard.press("x");
    await page.keyboard.press("r");
    await page.getByRole("textbox", { name: "退回原因" }).fill("与统计局快报不符");
    await inDialog(page, "退回");
    await sentence(page, "园区正在修改");
    expect(complaints).toEqual([]);
    await close();
  });
  it("the clerk reads why, changes the line and hands it in again; the park sends it", async () => {
    const clerk = await pages.openAs("clerk", "/reports");
    await clerk.page.getByText("与统计局快报不符").waitFor();
    await clerk.page.getByRole("link", { name: /^去修改/ }).click();
    await sentence(clerk.page, "1 项被退回");
    await field(clerk.page, "sei-share-above-scale").fill("30.4");
    await saved(clerk.page);
    await press(clerk.page, "重新提交");
    await inDialog(clerk.page, "确认提交");
    await sentence(clerk.page, "填报员已提交 3 项");
    await clerk.close();
    const approver = await pages.openAs("approver", `/reports/${report}`);
    await press(approver.page, "审核通过");
    await inDialog(approver.page, "审核通过");
    await sentence(approver.page, "等办公室审核");
    await approver.close();
  });
  it("the office takes clean lines in one go, then the report", async () => {
    await pages.passTo("2026-04-12");
    const { page, complaints, close } = await pages.openAs("office", `/reports/${report}`);
    await page.getByRole("button", { name: /^通过无问题的/ }).click();
    await page.getByRole("cell", { name: "通过" }).first().waitFor();
    await press(page, "接收报表");
    await inDialog(page, "接收报表");
    await sentence(page, "办公室已接收 3 项");
    expect(complaints).toEqual([]);
    await close();
  });
  it("a department whose session ends keeps what it typed, and is asked before it leaves that behind", async () => {
    const { page, close } = await pages.openAs("verifier", "/verification");
    const value = page.getByRole("textbox", { name: "柳州市，核定数" }).first();
    await value.fill("29.7");
    await page.getByRole("textbox", { name: "柳州市，理由" }).first().fill("剔除重复统计");
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole("button", { name: "保存", exact: true }).first().click();
    await page.getByText("请先登录").waitFor();
    expect(await value.inputValue()).toBe("29.7");
    await page.context().addCookies(cookies);
    await page.getByRole("link", { name: /^总览/ }).first().click();
    await page.getByRole("dialog").getByText("有未保存的核定数").waitFor();
    await page.keyboard.press("Escape");
    expect(await value.inputValue()).toBe("29.7");
    await page.getByRole("link", { name: /^总览/ }).first().click();
    await inDialog(page, "放弃，离开");
    await page.waitForURL((url) => url.pathname !== "/verification");
    await close();
  });
  it("the department verifies another value; without a reason it is not taken", async () => {
    const { page, complaints, close } = await pages.openAs("verifier", "/verification");
    await sentence(page, "3 个指标值等您核定");
    const value = page.getByRole("textbox", { name: "柳州市，核定数" }).first();
    await value.fill("29.8");
    await value.press("Enter");
    await page.getByText("与上报不同，须写理由。").waitFor();
    const reason = page.getByRole("textbox", { name: "柳州市，理由" }).first();
    await reason.fill("剔除重复统计");
    await reason.press("Enter");
    await page.getByText("已核定").first().waitFor();
    await page.getByRole("textbox", { name: "柳州市，核定数" }).nth(1).press("=");
    await sentence(page, "1 个指标值等您核定，已核定 2 个");
    expect(complaints).toEqual([]);
    await close();
  });
  it("the office adopts: verified where verified, otherwise reported", async () => {
    await pages.passTo("2026-04-14");
    const { page, complaints, close } = await pages.openAs("office", `/reports/${report}`);
    await press(page, "全部采用 3 项");
    expect(await page.getByRole("dialog").innerText()).toContain("有核定数的 2 项用核定数，其余 1 项用上报数");
    await inDialog(page, "采用");
    await sentence(page, "3 项已采用");
    await page.getByText("已采用核定数 29.8").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
  it("the dashboard shows before and after", async () => {
    const shown = async (asOf: string): Promise<string> => {
      const { page, close } = await pages.openAs("leader", `/targets/T03${asOf}`);
      const words = await page.getByRole("heading", { level: 1 }).innerText();
      await close();
      return words;
    };
    expect(await shown("?asOf=2026-04-11")).toContain("当期数缺失");
    expect(await shown("?asOf=2026-04-12")).toContain("29.8");
    expect(await shown("")).toMatch(/29\.8.*没有达到/);
  });
});
