import { AxeBuilder } from "@axe-core/playwright";
import type { AccountRole } from "@yuanbiao/core/access";
import { loadShippedSchemes } from "@yuanbiao/seeds/shipped-schemes";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Browsing, browse, type OpenOptions, type Watched } from "../support/browser.ts";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
  await loadShippedSchemes(browsing.served.store);
});
afterAll(() => browsing?.close());

const sample = "liuzhou-zone-2018";

async function openAs(role: AccountRole, address: string, options: OpenOptions = {}): Promise<Watched> {
  const { cookie } = await browsing.served.as(role);
  return browsing.open(address, { ...options, cookie });
}

async function draft(code: string): Promise<string> {
  const assessor = await browsing.served.as("assessor");
  const body = { code, from: sample, name: `方案 ${code}`, nameEn: null, evaluationYear: 2018, dataYear: 2017 };
  const drafted = await assessor.send("POST", "/api/schemes", body);
  expect(drafted.status).toBe(200);
  return `/schemes/${code}`;
}

async function expectNoBarrier(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

const faultsOf = (page: Page) => page.getByRole("region", { name: /^不成立之处/ });

it("the office drafts a scheme, is told what does not hold, settles what is 待核, saves and publishes it", async () => {
  const { page, complaints, close } = await openAs("assessor", "/schemes");
  await page.getByRole("heading", { name: "没有草案；已发布 0 个，随产品样例 3 个。" }).waitFor();
  await page.getByRole("button", { name: "起草" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("从哪个方案起草").selectOption(sample);
  await dialog.getByLabel("编号").fill("LZ-2018");
  await dialog.getByLabel("名称", { exact: true }).fill("2018年柳州考核方案");
  await dialog.getByRole("button", { name: "起草" }).click();
  await page.getByRole("heading", { name: /草案，还不能发布：\d+ 处待核/ }).waitFor();

  const weight = page.getByLabel("权重：新兴产业培育", { exact: true });
  await weight.fill("19");
  await faultsOf(page)
    .getByText(/各组权重之和不等于满分.*99/)
    .first()
    .waitFor();
  await page.getByText("计入总分的各组合计：99，满分 100").waitFor();
  await weight.fill("2x");
  await faultsOf(page).getByRole("button").first().waitFor();
  await expect.poll(() => weight.getAttribute("aria-invalid")).toBe("true");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("alert").filter({ hasText: "没有保存" }).waitFor();
  await weight.fill("20");
  await expect.poll(() => faultsOf(page).count()).toBe(0);

  expect(await page.getByRole("button", { name: "发布" }).isDisabled()).toBe(true);
  await page.locator("summary", { hasText: "待核之处" }).click();
  const settle = page.locator("details").getByRole("button", { name: /已核定$/ });
  while ((await settle.count()) > 0) await settle.first().click();
  // The calibers that the documents leave unstated can no longer be left at that.
  const unstated = faultsOf(page).getByRole("button").filter({ hasText: "口径" });
  await unstated.first().waitFor();
  while ((await unstated.count()) > 0) {
    const left = await unstated.count();
    await unstated.first().click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    await page.locator("select:focus").selectOption("den-city-output");
    await expect.poll(() => unstated.count()).toBe(left - 1);
  }
  await page.getByRole("heading", { name: "草案，没有不成立之处，也没有待核之处，可以发布。" }).waitFor();
  await page.getByText("先保存改动，才能发布。").waitFor();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("status").filter({ hasText: "已保存，第 2 版。" }).waitFor();

  await page.getByRole("button", { name: "发布" }).click();
  await page.getByRole("dialog").getByText("永远不再改动").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "发布" }).click();
  await page.getByRole("heading", { name: /^已发布，不再改动/ }).waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  expect(await page.getByRole("button", { name: /保存|去掉|已核定/ }).count()).toBe(0);
  await page.getByRole("button", { name: "above-scale-industrial-firms" }).click();
  await page.getByText("限于下限与上限之间").first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it("a rule is tried out beside its fields, with every step", async () => {
  const { page, close } = await openAs("assessor", await draft("TRY"));
  await page.getByRole("button", { name: "national-hitech-firms" }).click();
  const trial = page.getByRole("region", { name: /^试算.*国家级高新技术企业数$/ });
  await trial.getByLabel("权重（分）").fill("10");
  await trial.getByLabel("完成值").fill("280");
  await trial.getByLabel("目标值").fill("300");
  await trial.getByRole("button", { name: "试算" }).click();
  await trial.getByText("得 9.33 分").waitFor();
  expect(await trial.getByRole("listitem").count()).toBe(3);
  await trial.getByLabel("目标值").fill("x");
  await trial.getByRole("button", { name: "再试算" }).click();
  await expect.poll(() => trial.getByLabel("目标值").getAttribute("aria-invalid")).toBe("true");
  await page.getByLabel("计分规则", { exact: true }).selectOption("min-max");
  await trial.getByLabel("园区 A").fill("1");
  await trial.getByLabel("园区 B").fill("3");
  await trial.getByRole("button", { name: /试算/ }).click();
  await trial.getByText("园区 B：10.00 分").waitFor();
  await close();
});

it("what somebody else changed meanwhile is not overwritten, and unsaved changes are not left unasked", async () => {
  const address = await draft("TWO");
  const { page, close } = await openAs("assessor", address);
  const other = await browsing.served.as("assessor");
  const response = await other.ask("/api/schemes/TWO");
  const { scheme } = await response.json();
  const theirs = await other.send(
    "PUT",
    "/api/schemes/TWO",
    { scheme: { ...scheme, name: "别人的" } },
    { "if-match": "1" },
  );
  expect(theirs.status).toBe(200);
  await page.getByLabel("名称", { exact: true }).first().fill("我的");
  await page.getByRole("link", { name: "全部方案" }).click();
  await page.getByRole("dialog").getByText("离开后，这里的改动就没有了。").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "返回" }).click();
  await page
    .getByRole("link", { name: "English" })
    .or(page.getByRole("button", { name: "English" }))
    .click();
  expect(await page.getByLabel("Name", { exact: true }).first().inputValue()).toBe("我的");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("alert").filter({ hasText: "Somebody else has changed this scheme" }).waitFor();
  await page.getByRole("button", { name: "Drop my changes and open the newest version" }).click();
  await expect.poll(() => page.getByLabel("Name", { exact: true }).first().inputValue()).toBe("别人的");
  await close();
});

it("a scheme is compared with the one that it was drafted from", async () => {
  const address = await draft("CMP");
  const { page, close } = await openAs("leader", `${address}?with=${sample}`);
  await page
    .getByRole("heading", { name: /^与“柳州自主创新示范区考核方案（样例）”相比，改了 \d+ 处：改动 \d+。$/ })
    .waitFor();
  await page.getByRole("row", { name: /名称 改动 .*样例.* 方案 CMP/ }).waitFor();
  await close();
});

it.each([375, 1440, 1920])(
  "schemes, their editor and their comparison are without barriers and fit %i pixels",
  async (width) => {
    const address = await draft(`W${width}`);
    for (const language of ["zh-CN", "en"] as const) {
      const { page, complaints, close } = await openAs("assessor", "/schemes", { width, language });
      await expectNoBarrier(page);
      await page.goto(new URL(address, page.url()).href + (language === "en" ? "?lang=en" : ""));
      await page.getByRole("button", { name: "national-hitech-firms" }).click();
      await page.getByLabel(/^(权重：新兴产业培育|Weight: Growing emerging industries)$/).fill("19");
      await page
        .getByText(/各组权重之和不等于满分|do not add up to the full mark/)
        .first()
        .waitFor();
      await expectNoBarrier(page);
      expect(complaints).toEqual([]);
      await close();
      const compared = await openAs("leader", `${address}?with=${sample}`, { width, language });
      await expectNoBarrier(compared.page);
      await compared.close();
    }
  },
  60_000,
);
