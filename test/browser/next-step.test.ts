import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdf } from "../support/evidence.ts";
import { addressOf, file, fill, moveRound, openFresh, sendFile, step } from "../support/reporting.ts";
import {
  field,
  inDialog,
  openReportingPages,
  press,
  type ReportingPages,
  report,
  saved,
  sentence,
} from "../support/reporting-pages.ts";

const share = "sei-share-above-scale";
const output = "sei-output";
const figures = { [share]: "30", [output]: "12345.6", "four-new-output": "130" };
let pages: ReportingPages;
beforeAll(async () => {
  pages = await openReportingPages();
  // A day late: a request for more time does not lapse, and the office has to answer it.
  await pages.passTo("2026-04-10");
  const { clerk, approver } = pages.people;
  await moveRound(pages, "2025A", "open");
  await fill(clerk, report, figures);
  const evidence = { name: "年报.pdf", fields: { kind: "statistics" } };
  for (const name of ["年报.pdf", "误传.pdf"]) {
    await sendFile(clerk, `${addressOf(report)}/evidence`, pdf(name), { ...evidence, name });
  }
  await step(clerk, report, "request", {
    ...{ kind: "extension", reason: "统计口径待定", until: "2026-04-20", indicators: [], changeReason: null },
  });
  await step(clerk, report, "submit");
  await step(approver, report, "approve");
});
afterAll(() => pages?.close());

describe("a report says what is to be done next", () => {
  it("to the office: first the request is answered, then the lines, then the report is accepted", async () => {
    const { page, complaints, close } = await pages.openAs("office", `/reports/${report}`);
    await page.getByText("先答复园区的申请，才能接收报表。").waitFor();
    expect(await page.getByRole("button", { name: "接收报表" }).count()).toBe(0);
    await press(page, "同意");
    await page.getByRole("button", { name: /^通过无问题的/ }).click();
    await sentence(page, "各项都已通过，请接收报表。");
    expect(await page.locator(".paper").textContent()).toContain("12,345.6");
    expect(await page.getByText("先答复园区的申请").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
  it("to the clerk: which returned lines were changed, and which go back as they were", async () => {
    const reasons = [share, output].map((indicator) => ({ indicator, reason: "请核对" }));
    await step(pages.people.office, report, "return", { reason: "", lines: reasons });
    const { page, complaints, close } = await pages.openAs("clerk", `/reports/${report}`);
    expect(await page.getByText("已改", { exact: true }).count()).toBe(0);
    await field(page, share).fill("30.4");
    await saved(page);
    await page.getByText("已改", { exact: true }).waitFor();
    await press(page, "重新提交");
    const told = await page.getByText(/^这些项退回后没有改动/).innerText();
    expect(told).toContain("战略性新兴产业产值");
    expect(told).not.toContain("占规上工业总产值比重");
    await inDialog(page, "确认提交");
    await sentence(page, "填报员已提交 3 项");
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("a file beside a report", () => {
  it("is taken off by who added it, after a question, as long as the report is not accepted", async () => {
    const colleague = await pages.openAs("colleague", `/reports/${report}`);
    await colleague.page.getByText("误传.pdf").first().waitFor();
    expect(await colleague.page.getByRole("button", { name: /^撤下/ }).count()).toBe(0);
    await colleague.close();
    const { page, complaints, close } = await pages.openAs("clerk", `/reports/${report}`);
    await page.getByRole("button", { name: /^撤下\s*误传/ }).click();
    await page.getByText("撤下“误传.pdf”？").waitFor();
    await inDialog(page, "撤下");
    await page.getByText("共 1 个文件。").waitFor();
    await page.getByRole("button", { name: "上传签字盖章件" }).click();
    await page.getByRole("dialog", { name: "上传签字盖章件" }).getByText("不超过 20 MB").waitFor();
    const { approver, office } = pages.people;
    await step(approver, report, "approve");
    await step(office, report, "accept");
    await page.reload();
    await sentence(page, "办公室已接收");
    await page.getByRole("button", { name: "添加佐证" }).waitFor();
    expect(await page.getByRole("button", { name: /^撤下/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("the verification desk", () => {
  it("sends nothing for what is saved already; = takes the reported figure and no earlier reason", async () => {
    const { page, complaints, close } = await pages.openAs("verifier", "/verification");
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "PUT" && sent.push(request.url()));
    await page.getByText("按 = 同上报并保存；Enter 保存；随后到下一项。").first().waitFor();
    const value = page.getByRole("textbox", { name: /^战略性新兴产业产值，柳州市，核定数/ });
    const reason = page.getByRole("textbox", { name: /^战略性新兴产业产值，柳州市，理由/ });
    await value.fill("1200");
    await reason.fill("剔除重复统计");
    await reason.press("Enter");
    const row = page.getByRole("row").filter({ has: value });
    await row.getByText("已核定").waitFor();
    expect(sent.length).toBe(1);
    await value.press("Enter");
    await value.press("Enter");
    await page.waitForTimeout(300);
    expect(sent.length).toBe(1);
    await value.press("=");
    await expect.poll(() => sent.length).toBe(2);
    await expect.poll(() => reason.inputValue()).toBe("");
    expect(await value.inputValue()).toBe("12345.6");
    expect(complaints).toEqual([]);
    await close();
  });
  it("asks before another round drops what was typed, and not where nothing was", async () => {
    const { code, id } = await openFresh(pages, { period: "2024" });
    await file(pages, id, { [share]: "29" });
    const { page, complaints, close } = await pages.openAs("verifier", "/verification");
    const rounds = page.getByRole("combobox", { name: "填报任务" });
    const value = page.getByRole("textbox", { name: "柳州市，核定数" }).first();
    for (const round of [code, "2025A", code]) {
      await rounds.selectOption(round);
      await value.waitFor();
    }
    await value.fill("28.5");
    await rounds.selectOption("2025A");
    await page.getByRole("dialog").getByText("有未保存的核定数").waitFor();
    await page.keyboard.press("Escape");
    expect([await rounds.inputValue(), await value.inputValue()]).toEqual([code, "28.5"]);
    await rounds.selectOption("2025A");
    await inDialog(page, "放弃，离开");
    await expect.poll(() => rounds.inputValue()).toBe("2025A");
    expect(complaints).toEqual([]);
    await close();
  });
});

it("who gives back a report with adopted figures is told that they keep counting", async () => {
  const { office } = pages.people;
  const lines = Object.keys(figures).map((indicator) => ({ indicator, basis: "reported" }));
  await step(office, report, "adopt", { lines, reason: "按上报数采用" });
  const { page, close } = await pages.openAs("office", `/reports/${report}`);
  await press(page, "整份退回");
  await page.getByText("已采用的 3 项，在更正后的数被采用之前，继续按已采用的数计入。").waitFor();
  await close();
});

it("an account without a role is told so, and asks for nothing that it may not read", async () => {
  const { cookie } = await pages.browsing.served.as(null);
  const { page, complaints, close } = await pages.browsing.open("/", { cookie });
  await sentence(page, "您的账号还没有角色，请联系安全管理员。");
  await page.goto(`${pages.browsing.origin}/areas`);
  await sentence(page, "您的账号还没有角色");
  expect(complaints).toEqual([]);
  await close();
});
