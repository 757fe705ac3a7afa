import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browsing, browse, type OpenOptions, type Watched } from "../support/browser.ts";
import { chineseIn } from "../support/chinese.ts";
import type { SignedIn } from "../support/served.ts";

let browsing: Browsing;
let people: Readonly<Record<"clerk" | "colleague" | "approver" | "office" | "verifier" | "leader", SignedIn>>;
let instant = new Date("2026-04-08T02:00:00.000Z");

const id = "2025A.liuzhou";
const lines = [
  { indicator: "sei-share-above-scale", caliber: "den-above-scale" },
  { indicator: "sei-output", caliber: "citywide" },
  { indicator: "four-new-output", caliber: "citywide" },
];
const round = {
  ...{ code: "2025A", name: "2025年年报", nameEn: "Annual report 2025", city: "liuzhou", period: "2025", lines },
  ...{ areas: ["liuzhou", "liudong"], opensOn: "2026-04-01", dueOn: "2026-04-09", stage: "annual", class: "public" },
  ...{ instructions: "按年报口径填报", instructionsEn: "By the annual system" },
};
const check = { nameEn: null, active: true, note: null, noteEn: null, indicators: [] };
const term = (indicator: string) => ({ indicator, moment: "this", coefficient: "1", unitFactor: null });
const checks = [
  {
    ...{ ...check, code: "swing", name: "同比波动", nameEn: "Swing", severity: "soft" },
    rule: { kind: "swing", against: "same-period", percent: "30" },
  },
  {
    ...{ ...check, code: "part", name: "部分不超过总体", nameEn: "Part of a whole", severity: "hard" },
    rule: { kind: "relation", left: [term("four-new-output")], comparator: "<=", right: [term("sei-output")] },
  },
];

/** Days go by; sessions end, and people sign in again. */
async function passTo(day: string): Promise<void> {
  instant = new Date(`${day}T02:00:00.000Z`);
  const { served } = browsing;
  people = {
    clerk: await served.as("clerk", { areas: ["liuzhou", "liudong"] }),
    colleague: await served.as("clerk", { areas: ["liuzhou"] }),
    approver: await served.as("approver", { areas: ["liuzhou"] }),
    office: await served.as("coordinator"),
    verifier: await served.as("verifier", { department: "lz-statistics" }),
    leader: await served.as("leader"),
  };
}

const openAs = (who: keyof typeof people, address: string, options: OpenOptions = {}): Promise<Watched> =>
  browsing.open(address, { ...options, cookie: people[who].cookie });
const field = (page: Page, indicator: string) => page.locator(`[id="value-${indicator}"]`);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
const sentence = (page: Page, words: string) =>
  page.getByRole("heading", { level: 1 }).filter({ hasText: words }).waitFor();
const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

async function paste(page: Page, block: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.keyboard.press("Control+V");
}

beforeAll(async () => {
  browsing = await browse({ clock: () => instant });
  await passTo("2026-04-08");
  for (const one of checks) expect((await people.office.send("POST", "/api/checks", one)).status).toBe(200);
  expect((await people.office.send("POST", "/api/rounds", round)).status).toBe(200);
});
afterAll(() => browsing?.close());

describe("a figure goes from the clerk to the dashboard, page by page", () => {
  it("the office opens the round, and is told what that means", async () => {
    const { page, complaints, close } = await openAs("office", "/rounds/2025A");
    await press(page, "开放");
    expect(await page.getByRole("dialog").innerText()).toContain("2 个区域各得到一份报表");
    await inDialog(page, "开放");
    await sentence(page, "进行中：2 个区域填报 3 项");
    expect(complaints).toEqual([]);
    await close();
  });
  it("the clerk finds it, types a figure and sees what it does before anything is handed in", async () => {
    const { page, complaints, close } = await openAs("clerk", "/reports");
    await sentence(page, "2 份报表等您填报");
    expect(await page.locator(".nav-count").first().innerText()).toContain("2");
    await page
      .getByRole("listitem")
      .filter({ hasText: "柳州市" })
      .getByRole("link", { name: /^去填报/ })
      .click();
    await sentence(page, "已填 0 项");
    await field(page, lines[0]?.indicator ?? "").click();
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
    const { page, complaints, close } = await openAs("clerk", `/reports/${id}`);
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
    const { page, complaints, close } = await openAs("clerk", `/reports/${id}`);
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
    const { page, complaints, close } = await openAs("approver", `/reports/${id}`);
    await press(page, "审核通过");
    await inDialog(page, "审核通过");
    await sentence(page, "等办公室审核");
    expect(complaints).toEqual([]);
    await close();
  });
  it("the office returns one line by keyboard, with a reason", async () => {
    const { page, complaints, close } = await openAs("office", "/review");
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
    const clerk = await openAs("clerk", "/reports");
    await clerk.page.getByText("与统计局快报不符").waitFor();
    await clerk.page.getByRole("link", { name: /^去修改/ }).click();
    await sentence(clerk.page, "1 项被退回");
    await field(clerk.page, "sei-share-above-scale").fill("30.4");
    await saved(clerk.page);
    await press(clerk.page, "重新提交");
    await inDialog(clerk.page, "确认提交");
    await sentence(clerk.page, "填报员已提交 3 项");
    await clerk.close();
    const approver = await openAs("approver", `/reports/${id}`);
    await press(approver.page, "审核通过");
    await inDialog(approver.page, "审核通过");
    await sentence(approver.page, "等办公室审核");
    await approver.close();
  });
  it("the office takes clean lines in one go, then the report", async () => {
    await passTo("2026-04-12");
    const { page, complaints, close } = await openAs("office", `/reports/${id}`);
    await page.getByRole("button", { name: /^通过无问题的/ }).click();
    await page.getByRole("cell", { name: "通过" }).first().waitFor();
    await press(page, "接收报表");
    await inDialog(page, "接收报表");
    await sentence(page, "办公室已接收 3 项");
    expect(complaints).toEqual([]);
    await close();
  });
  it("the department verifies another value; without a reason it is not taken", async () => {
    const { page, complaints, close } = await openAs("verifier", "/verification");
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
    await passTo("2026-04-14");
    const { page, complaints, close } = await openAs("office", `/reports/${id}`);
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
      const { page, close } = await openAs("leader", `/targets/T03${asOf}`);
      const words = await page.getByRole("heading", { level: 1 }).innerText();
      await close();
      return words;
    };
    expect(await shown("?asOf=2026-04-11")).toContain("当期数缺失");
    expect(await shown("?asOf=2026-04-12")).toContain("29.8");
    expect(await shown("")).toMatch(/29\.8.*没有达到/);
  });
});

describe("nothing that is typed is lost", () => {
  const other = "2025A.liudong";
  it("two people on one line choose between both contents", async () => {
    const { page, close } = await openAs("clerk", `/reports/${other}`);
    await field(page, "sei-output").click();
    const body = { state: "value", value: "510", explanation: null };
    const address = `/api/reports/${other}/lines/sei-output`;
    expect((await people.clerk.send("PUT", address, body, { "if-match": "0" })).status).toBe(200);
    await page.keyboard.type("520");
    await page.getByText("您修改时，另有人改了这一项").waitFor();
    const sides = await page.locator(".conflict-sides").innerText();
    expect(sides).toContain("520\u00a0亿元");
    expect(sides).toContain("510\u00a0亿元");
    await press(page, "留我的");
    const stored = async () => (await people.clerk.ask(`/api/reports/${other}`)).text();
    await expect.poll(stored).toContain('"value":"520"');
    await close();
  });
  it("without a network it says so, keeps what was typed and saves it later", async () => {
    const { page, close } = await openAs("clerk", `/reports/${other}`);
    await page.context().setOffline(true);
    await field(page, "four-new-output").fill("44");
    await page.getByText("连不上服务器").waitFor();
    expect(await field(page, "four-new-output").inputValue()).toBe("44");
    await page.context().setOffline(false);
    await saved(page);
    await page.reload();
    await expect.poll(() => field(page, "four-new-output").inputValue()).toBe("44");
    await close();
  });
  it("who goes to another page at once has it saved before", async () => {
    const { page, close } = await openAs("clerk", `/reports/${other}`);
    await field(page, "sei-share-above-scale").fill("41.2");
    await page.getByRole("link", { name: /^填报/ }).first().click();
    await sentence(page, "等您填报");
    expect(await (await people.clerk.ask(`/api/reports/${other}`)).text()).toContain('"value":"41.2"');
    await close();
  });
  it("evidence stands at its line; the sheet that is printed carries a code", async () => {
    const { page, complaints, close } = await openAs("clerk", `/reports/${other}`);
    const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    await page.getByRole("button", { name: /^战略性新兴产业产值：佐证 0 个/ }).click();
    const file = { name: "统计表.png", mimeType: "image/png", buffer: Buffer.from(pixel, "base64") };
    await page.getByLabel("文件", { exact: true }).setInputFiles(file);
    await inDialog(page, "上传");
    await page.getByRole("button", { name: /^战略性新兴产业产值：佐证 1 个/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "统计表.png", exact: true }).click();
    await expect
      .poll(() => page.locator(".evidence-picture").evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(1);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.evaluate(() => Object.assign(window, { print: () => undefined }));
    await page.locator(".report-tools").getByRole("button", { name: "打印" }).click();
    await page.locator(".paper-code").waitFor({ state: "attached" });
    await page.emulateMedia({ media: "print" });
    const paper = (await page.locator(".paper").innerText()).replace(/\s+/g, " ");
    expect(paper).toMatch(/[2-9A-Z]{5}-[2-9A-Z]{5}/);
    expect(paper).toContain("520");
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
  it("a file that is no template is refused in the page, and nothing is stored", async () => {
    const { page, close } = await openAs("clerk", `/reports/${other}`);
    await press(page, "上传 Excel");
    const file = { name: "a.xlsx", mimeType: "application/zip", buffer: Buffer.from("not a workbook") };
    await page.getByLabel("填好的模板（.xlsx）").setInputFiles(file);
    await inDialog(page, "上传并检查");
    await page.getByText("没有存入。").waitFor();
    expect(await page.locator(".upload-faults li").count()).toBe(1);
    await close();
  });
});

describe("for everybody and on every screen", () => {
  const places = [
    ["clerk", "/reports"],
    ["clerk", "/reports/2025A.liudong"],
    ["office", `/reports/${id}`],
    ["leader", "/reports/2025A.liudong"],
    ["office", "/review"],
    ["verifier", "/verification"],
    ["office", "/rounds"],
    ["office", "/rounds/2025A"],
    ["office", "/rounds/new?from=2025A"],
  ] as const;
  it.each(places)("%s on %s: no serious barrier, nothing in the console, English in English", async (who, address) => {
    for (const language of ["zh-CN", "en"] as const) {
      const { page, complaints, close } = await openAs(who, address, { language });
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
      const { page, close } = await openAs(who, address, { width, language });
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth, `${language} at ${width}`).toBeLessThanOrEqual(width);
      await close();
    }
  });
  it("who has no part in reporting is told so", async () => {
    const { cookie } = await browsing.served.as("expert");
    const { page, close } = await browsing.open("/review", { cookie });
    await page.getByText("这一页不在您的权限内").waitFor();
    await close();
  });
});
