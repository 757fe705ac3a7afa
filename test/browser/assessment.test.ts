import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { addDays, shanghaiDay } from "@yuanbiao/core/day";
import { loadDemo } from "@yuanbiao/seeds/demo";
import { loadShippedSchemes } from "@yuanbiao/seeds/shipped-schemes";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { judgeAll } from "../support/assessing.ts";
import { type AssessingPages, openAssessingPages } from "../support/assessing-pages.ts";
import { readWord, readXml } from "../support/word.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..", "..");
const today = shanghaiDay(new Date());

let pages: AssessingPages;
beforeAll(async () => {
  pages = await openAssessingPages(today);
  await loadDemo(pages.browsing.served.store, { firstYear: 2023, dueYear: 2027, quartersEnded: 15 });
  await loadShippedSchemes(pages.browsing.served.store);
}, 120_000);
afterAll(() => pages?.close());

const dialogOf = (page: Page) => page.getByRole("dialog");

/** Takes the step that the dialog asks about, and waits until it is taken. */
async function confirm(page: Page, action: string): Promise<void> {
  await dialogOf(page).getByRole("button", { name: action, exact: true }).click();
  await dialogOf(page).waitFor({ state: "detached" });
}

async function download(page: Page, name: string | RegExp): Promise<Uint8Array> {
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).or(page.getByRole("link", { name })).first().click(),
  ]);
  return readFile(await saved.path());
}

it("the office makes a scheme of 2018 from the shipped sample, settles it and publishes it", async () => {
  const { page, close } = await pages.openAs("assessor", "/schemes");
  await page.getByRole("button", { name: "起草" }).click();
  await dialogOf(page).getByLabel("从哪个方案起草").selectOption("liuzhou-zone-2018");
  await dialogOf(page).getByLabel("编号").fill("yunxi-2018");
  await dialogOf(page).getByLabel("名称", { exact: true }).fill("云溪市2018年园区考核方案");
  await dialogOf(page).getByRole("button", { name: "起草" }).click();
  await page.getByRole("heading", { name: /^草案，还不能用|^草案，还不能发布/ }).waitFor();

  await page.getByLabel("相对权重（通用）：国家级高新技术企业数", { exact: true }).fill("2");
  for (const [code, caliber] of [
    ["sei-share", "den-output"],
    ["invention-patents-per-10k", "den-resident"],
  ] as const) {
    await page.getByRole("button", { name: code }).click();
    await page.getByLabel("口径", { exact: true }).selectOption(caliber);
    await page.getByRole("button", { name: code }).click();
  }
  await page.locator("summary", { hasText: "待核之处" }).click();
  const settle = page.locator("details").getByRole("button", { name: /已核定$/ });
  while ((await settle.count()) > 0) await settle.first().click();
  await page.getByLabel("在哪一步修约").selectOption("criterion");
  await page.getByRole("heading", { name: "草案，没有不成立之处，也没有待核之处，可以发布。" }).waitFor();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("status").filter({ hasText: "已保存" }).waitFor();
  await page.getByRole("button", { name: "发布" }).click();
  await dialogOf(page).getByRole("button", { name: "发布" }).click();
  await page.getByRole("heading", { name: /^已发布，不再改动/ }).waitFor();
  await close();
});

it("it tries the scheme, is told what is missing, and seals the run once it is there", async () => {
  const { page, close } = await pages.openAs("assessor", "/evaluations");
  await page.getByRole("button", { name: "新建考核" }).click();
  await dialogOf(page).getByLabel("编号").fill("yunxi-2018");
  await dialogOf(page).getByLabel("名称", { exact: true }).fill("云溪市2018年度园区考核");
  await dialogOf(page).getByLabel("考核方案").selectOption("yunxi-2018");
  await dialogOf(page).getByText("已选 6 个").waitFor();
  for (const type of await dialogOf(page)
    .getByLabel(/^类型：/)
    .all())
    await type.selectOption("park");
  await dialogOf(page).getByRole("button", { name: "建立" }).click();
  await page.waitForURL(/\/evaluations\/yunxi-2018/);
  await page.goto(new URL("/evaluations/yunxi-2018", page.url()).href);
  await page.getByRole("heading", { name: /试算不成立：有 6 条理由/ }).waitFor();
  await page.getByText("没有专家评分").first().waitFor();

  await judgeAll(pages.hall, "yunxi-2018");
  await page.reload();
  await page.getByText("这是试算").waitFor();
  await page.getByRole("link", { name: "云溪高新区" }).first().waitFor();

  await page
    .getByRole("link", { name: "进程" })
    .or(page.getByRole("button", { name: "进程" }))
    .first()
    .click();
  await page.getByLabel("改到其他阶段").selectOption("feedback");
  await confirm(page, "进入反馈核对");
  await page.getByRole("button", { name: "封存结果" }).click();
  await confirm(page, "封存");
  await page.getByRole("button", { name: "进入公示" }).click();
  await dialogOf(page).getByLabel("异议的最后一天（含）").fill(addDays(today, 3));
  await confirm(page, "进入公示");
  await page.getByRole("heading", { name: /^正在公示/ }).waitFor();
  await close();
});

it("a park reads why it got 9.33 of 10 for 280 against 300, prints it, and objects", async () => {
  const { page, complaints, close } = await pages.openAs("approver", "/evaluations/yunxi-2018/areas/yx-hitech");
  const line = page.getByRole("listitem").filter({ hasText: "国家级高新技术企业数" }).last();
  await line.getByRole("button", { name: /国家级高新技术企业数.*9\.33 \/ 10\.00/ }).click();
  await line.getByText("完成率 = 完成值 280 ÷ 目标值 300 = 0.9333333333").waitFor();
  await line.getByText("得分 = 权重 10 × 0.9333333333 = 9.3333333333").waitFor();
  await line.getByText(/修约到 2 位小数：9\.33/).waitFor();
  await line.getByText("云示组〔2017〕2号").first().waitFor();
  const printed = await page.pdf({ format: "A4" });
  expect(printed.length).toBeGreaterThan(20_000);
  const statement = await readWord(await download(page, /得分说明/));
  expect(statement.text).toContain("完成率 = 完成值 280 ÷ 目标值 300 = 0.9333333333");

  await page.getByRole("button", { name: "提出异议：国家级高新技术企业数" }).click();
  await dialogOf(page)
    .getByLabel(/认为哪里不对/)
    .fill("2017年末应为281家，漏计一家。");
  await confirm(page, "提出异议");
  await page.getByText("2017年末应为281家，漏计一家。").waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it("the figure is corrected, the objection upheld, and the sealed run only says that its data were revised", async () => {
  const office = await pages.openAs(
    "coordinator",
    "/indicators/national-hitech-firms?source=hitech.national-hitech-firms.2017",
  );
  await office.page.getByRole("button", { name: "更正", exact: true }).click();
  const correction = office.page.getByRole("dialog").last();
  await correction.getByLabel("国家级高新技术企业数 家").fill("281");
  await correction.getByLabel("情况说明和依据").fill("漏计一家当年12月认定的企业");
  await correction.getByRole("button", { name: "更正", exact: true }).click();
  await office.page.getByText("第 2 版").first().waitFor();
  await office.close();

  const { page, close } = await pages.openAs("assessor", "/evaluations/yunxi-2018");
  await page.getByText("已采用数据发生修订").first().waitFor();
  await page.getByText(/云溪高新区：\+?0\.04 分/).waitFor();
  await page
    .getByRole("link", { name: "异议" })
    .or(page.getByRole("button", { name: "异议" }))
    .first()
    .click();
  await page.getByRole("button", { name: "答复" }).click();
  await dialogOf(page).getByLabel("事实").fill("核对认定名单，确有一家当年12月认定的企业未计入。");
  await dialogOf(page).getByLabel("依据").fill("高新技术企业认定公告");
  await dialogOf(page).getByLabel("结论").selectOption("upheld");
  await dialogOf(page)
    .getByRole("button", { name: "答复", exact: true })
    .or(dialogOf(page).getByRole("button", { name: "答复异议" }))
    .first()
    .click();
  await page.getByText("采纳").first().waitFor();
  await close();
});

it("the second run lists what differs, goes on to 发布, and its papers are taken along", async () => {
  let { page, close } = await pages.openAs("assessor", "/evaluations/yunxi-2018?view=process");
  await page.getByRole("button", { name: "重算" }).first().click();
  await dialogOf(page).getByLabel("为什么重算").fill("一项异议采纳，企业数更正为281家。");
  await dialogOf(page).getByRole("button", { name: "重算", exact: true }).click();
  await page.waitForURL(/yunxi-2018-2/);
  await page.getByRole("button", { name: "封存结果" }).click();
  await confirm(page, "封存");
  await page.getByRole("button", { name: "进入公示" }).click();
  await dialogOf(page).getByLabel("异议的最后一天（含）").fill(addDays(today, 3));
  await confirm(page, "进入公示");
  await page.getByRole("button", { name: "进入异议" }).click();
  await confirm(page, "进入异议");
  await expect.poll(() => page.getByRole("button", { name: "进入审定" }).isDisabled()).toBe(true);
  await close();

  await pages.passTo(addDays(today, 4));
  ({ page, close } = await pages.openAs("assessor", "/evaluations/yunxi-2018-2?view=process"));
  await page.getByRole("button", { name: "进入审定" }).click();
  await dialogOf(page).getByLabel("会议纪要文号").fill("云考办纪〔2018〕4号");
  await confirm(page, "进入审定");
  await page.getByRole("button", { name: "进入发布" }).click();
  await confirm(page, "进入发布");
  await page.goto(new URL("/evaluations/yunxi-2018-2", page.url()).href);
  await page
    .getByText("9.33 → 9.37")
    .or(page.getByText(/280.*281/))
    .first()
    .waitFor();
  const notice = await readWord(await download(page, /通报/));
  expect(notice.text).toContain("云考办纪〔2018〕4号");
  expect(notice.text).toMatch(/云溪高新区.*0\.04/s);
  const book = await readXml(await download(page, /排名与明细/), "xl/workbook.xml");
  expect([...book.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toHaveLength(4);
  const manifest = await readXml(await download(page, /归档包/), "MANIFEST");
  for (const name of ["sealed.json", "scheme.json", "objections.json"]) expect(manifest).toContain(name);
  await close();
});

it("both runs are recomputed to the same hashes by the command, after figures were revised", async () => {
  const { folder } = pages.browsing.served;
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: "" };
  const { stdout } = await run(process.execPath, [join(root, "server/src/evaluate-verify.ts")], { env });
  const lines = stdout.trim().split("\n");
  expect(lines.filter((text) => text.includes("一致 the same"))).toHaveLength(2);
  expect(lines.at(-1)).toContain("2 次封存，0 次不一致");
});
