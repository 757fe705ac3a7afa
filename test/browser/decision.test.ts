import { AxeBuilder } from "@axe-core/playwright";
import type { AccountRole } from "@yuanbiao/core/access";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Browsing, browse, type OpenOptions, type Watched } from "../support/browser.ts";

const planned = "/targets/T20";
const contested = "/targets/T22";
const judged = "/targets/T12";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing?.close());

async function openAs(role: AccountRole, address: string, options: OpenOptions = {}): Promise<Watched> {
  const { cookie } = await browsing.served.as(role);
  return browsing.open(address, { ...options, cookie });
}

async function expectNoBarrier(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

/** A picture of one point: what its bytes say is what counts. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function registerDocument(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption({ label: "登记新文件…" });
  await page.getByLabel("文件名称").fill(name);
}

it("a plan by year and sub-area is held against the whole while typing, saved, and shown with its document", async () => {
  const { page, close } = await openAs("coordinator", planned);
  await page.getByRole("button", { name: "编制计划" }).click();
  const grid = page.getByRole("region", { name: "编制阶段分解计划" });
  const due = grid.getByRole("row").last();
  const areas = page.locator(".plan-area input");
  await expect.poll(() => areas.count()).toBeGreaterThan(2);
  const areaNamed = (name: string) => page.locator(".plan-area").filter({ hasText: name }).getByRole("checkbox");
  await areaNamed("示范区核心区").check();
  await areaNamed("柳州高新区").check();
  await page.getByText("柳州高新区在示范区核心区之内，范围重叠的数不相加，不作合计。").waitFor();
  await areaNamed("示范区核心区").uncheck();
  await areaNamed("河西高新区").check();
  const fields = due.getByRole("textbox");
  await fields.nth(0).fill("1000");
  await fields.nth(1).fill("４００");
  await fields.nth(2).fill("500亩");
  await grid.getByText(/不是以.*计的数/).waitFor();
  await fields.nth(2).fill("500");
  await due.getByText(/与全部相差 −100/).waitFor();
  await fields.nth(2).fill("600");
  await due.getByText("与全部一致").waitFor();
  expect(await page.getByRole("button", { name: "保存计划" }).isDisabled()).toBe(true);
  await registerDocument(page, "计划文件", "分年度工作计划");
  await page.getByRole("button", { name: "保存计划" }).click();
  await page.getByRole("status").filter({ hasText: "共 3 个数" }).waitFor();
  await page.reload();
  await page.getByText(/现行计划共 3 个数，依据《分年度工作计划》/).waitFor();
  await page.getByRole("cell", { name: "400", exact: true }).waitFor();
  await close();
});

it("a plan changed by somebody else meanwhile is not overwritten unseen", async () => {
  const one = await openAs("coordinator", contested);
  const other = await openAs("coordinator", contested);
  for (const [{ page }, value] of [
    [one, "111"],
    [other, "222"],
  ] as const) {
    await page.getByRole("button", { name: "编制计划" }).click();
    await page
      .getByRole("region", { name: "编制阶段分解计划" })
      .getByRole("row")
      .last()
      .getByRole("textbox")
      .first()
      .fill(value);
    await registerDocument(page, "计划文件", `计划${value}`);
  }
  await one.page.getByRole("button", { name: "保存计划" }).click();
  await one.page.getByRole("status").filter({ hasText: "计划已保存" }).waitFor();
  const save = other.page.getByRole("button", { name: "保存计划" });
  await save.click();
  await other.page.getByRole("alert").filter({ hasText: "他人修改" }).waitFor();
  await other.page.getByRole("status").filter({ hasText: "111" }).waitFor();
  await save.click();
  await other.page.getByRole("status").filter({ hasText: "计划已保存" }).waitFor();
  await one.close();
  await other.close();
});

it("a judgement rests on an uploaded file; who judged, when and on what is shown", async () => {
  const { page, close } = await openAs("coordinator", judged);
  await page.getByRole("button", { name: "作出认定" }).click();
  await page.getByLabel("结论").selectOption({ label: "部分完成" });
  await page.getByLabel("理由").fill("两项中一项已验收");
  await page.getByLabel("认定人").fill("王统筹");
  const save = page.getByRole("button", { name: "保存认定" });
  expect(await save.isDisabled()).toBe(true);
  await page
    .getByLabel("上传佐证材料")
    .setInputFiles({ name: "说明.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await save.click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("上传佐证材料").setInputFiles({ name: "验收意见.png", mimeType: "image/png", buffer: picture });
  await save.click();
  await page.getByRole("status").filter({ hasText: "认定已保存" }).waitFor();
  await page.reload();
  const desk = page.getByRole("region", { name: "认定", exact: true });
  await desk.getByText("部分完成").waitFor();
  await desk.getByText("王统筹").waitFor();
  const opening = page.context().waitForEvent("page");
  await desk.getByRole("link", { name: "验收意见.png" }).click();
  expect((await opening).url()).toContain("/api/evidence/");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/已由办公室凭佐证认定：/);
  await close();
});

it("who may not decide sees neither desk", async () => {
  for (const address of [planned, judged]) {
    const { page, close } = await openAs("leader", address);
    expect(await page.getByRole("button", { name: /编制计划|修改计划|作出认定|重新认定/ }).count()).toBe(0);
    await close();
  }
});

it.each([375, 1440, 1920])(
  "both desks are without barriers and fit %i pixels",
  async (width) => {
    for (const language of ["zh-CN", "en"] as const) {
      for (const [address, open] of [
        [planned, /编制计划|修改计划|Write a plan|Change the plan/],
        [judged, /作出认定|重新认定|^Judge/],
      ] as const) {
        const { page, complaints, close } = await openAs("coordinator", address, { width, language });
        await page.getByRole("button", { name: open }).click();
        if (address === planned) await page.locator(".plan-area input").first().waitFor();
        for (const box of await page.locator(".plan-area input").all()) await box.check();
        await page.waitForLoadState("networkidle");
        await expectNoBarrier(page);
        expect(complaints).toEqual([]);
        await close();
      }
    }
  },
  60_000,
);
