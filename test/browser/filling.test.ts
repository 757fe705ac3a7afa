import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { download, moveRound } from "../support/reporting.ts";
import {
  field,
  inDialog,
  openReportingPages,
  other,
  press,
  type ReportingPages,
  saved,
  sentence,
} from "../support/reporting-pages.ts";
import { withStrangeRows } from "../support/workbook.ts";

let pages: ReportingPages;
beforeAll(async () => {
  pages = await openReportingPages();
  await moveRound(pages, "2025A", "open");
});
afterAll(() => pages?.close());

describe("nothing that is typed is lost", () => {
  it("two people on one line choose between both contents", async () => {
    const { page, close } = await pages.openAs("clerk", `/reports/${other}`);
    await field(page, "sei-output").click();
    const body = { state: "value", value: "510", explanation: null };
    const address = `/api/reports/${other}/lines/sei-output`;
    expect((await pages.people.clerk.send("PUT", address, body, { "if-match": "0" })).status).toBe(200);
    await page.keyboard.type("520");
    await page.getByText("您修改时，另有人改了这一项").waitFor();
    const sides = await page.locator(".conflict-sides").innerText();
    expect(sides).toContain("520\u00a0亿元");
    expect(sides).toContain("510\u00a0亿元");
    await press(page, "留我的");
    const stored = async () => (await pages.people.clerk.ask(`/api/reports/${other}`)).text();
    await expect.poll(stored).toContain('"value":"520"');
    await close();
  });
  it("without a network it says so, keeps what was typed and saves it later", async () => {
    const { page, close } = await pages.openAs("clerk", `/reports/${other}`);
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
  it("whose session is over keeps what was typed, is told where to sign in, and stores it then", async () => {
    const { page, close } = await pages.openAs("clerk", `/reports/${other}`);
    const context = page.context();
    const cookies = await context.cookies();
    await context.clearCookies();
    await field(page, "four-new-output").fill("45");
    await page.getByRole("link", { name: "登录" }).waitFor();
    // What a figure would do is asked as well, and refused: that must not take the form away.
    await page.waitForTimeout(1500);
    expect(await field(page, "four-new-output").inputValue()).toBe("45");
    await context.addCookies(cookies);
    await press(page, "立即重试");
    await saved(page);
    expect(await (await pages.people.clerk.ask(`/api/reports/${other}`)).text()).toContain('"value":"45"');
    await close();
  });
  it("who goes to another page at once has it saved before", async () => {
    const { page, close } = await pages.openAs("clerk", `/reports/${other}`);
    await field(page, "sei-share-above-scale").fill("41.2");
    await page.getByRole("link", { name: /^填报/ }).first().click();
    await sentence(page, "等您填报");
    expect(await (await pages.people.clerk.ask(`/api/reports/${other}`)).text()).toContain('"value":"41.2"');
    await close();
  });
  it("evidence stands at its line; the sheet that is printed carries a code", async () => {
    const { page, complaints, close } = await pages.openAs("clerk", `/reports/${other}`);
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
    const { page, close } = await pages.openAs("clerk", `/reports/${other}`);
    await press(page, "上传 Excel");
    const file = { name: "a.xlsx", mimeType: "application/zip", buffer: Buffer.from("not a workbook") };
    await page.getByLabel("填好的模板（.xlsx）").setInputFiles(file);
    await inDialog(page, "上传并检查");
    await page.getByText("没有存入。").waitFor();
    expect(await page.locator(".upload-faults li").count()).toBe(1);
    await close();
  });
  it("of a workbook with more faults than can be listed it says how many more there are", async () => {
    const { page, close } = await pages.openAs("clerk", `/reports/${other}`);
    const template = await download(pages.people.clerk, `/api/reports/${other}/template.xlsx`);
    const buffer = Buffer.from(await withStrangeRows(template, 1234));
    await press(page, "上传 Excel");
    await page.getByLabel("填好的模板（.xlsx）").setInputFiles({ name: "a.xlsx", mimeType: "application/zip", buffer });
    await inDialog(page, "上传并检查");
    await page.getByText("另有 234 处未列出").waitFor();
    await close();
  });
});
