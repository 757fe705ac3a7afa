import { readFileSync } from "node:fs";
import { ProgressList } from "@yuanbiao/server/progress/shape";
import { SummaryView } from "@yuanbiao/server/summary/shape";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browsing, browse } from "../support/browser.ts";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing?.close());

const textOf = async (page: Page): Promise<string> => (await page.getByRole("main").innerText()).replace(/\s+/g, " ");

describe("总览", () => {
  it("says first what the interface says", async () => {
    const summary = SummaryView.parse(await browsing.served.read("/api/summary"));
    const { page, close } = await browsing.open("/");
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    const [verdict] = summary.headline.verdicts;
    for (const part of [
      summary.headline.targets,
      summary.headline.documents.length,
      summary.headline.judged,
      verdict?.actual?.value,
      verdict?.target.value,
    ]) {
      expect(heading).toContain(String(part));
    }
    expect(heading).toContain("初判");
    const text = await textOf(page);
    for (const standing of summary.headline.awaited) expect(text).toContain(`${standing.actual?.value}`);
    expect(text).toMatch(/21\s*件\/万人/);
    expect(text).toMatch(/280\s*家.*280\s*家/);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    await close();
  });
  it("counts the targets as the interface does, provisional apart", async () => {
    const summary = SummaryView.parse(await browsing.served.read("/api/summary"));
    const { page, close } = await browsing.open("/");
    const section = page.locator("section", { has: page.getByRole("heading", { name: "目标处在什么状态" }) });
    const text = (await section.innerText()).replace(/\s+/g, " ");
    const words: Record<string, string> = {
      missed: "未达标",
      "no-data": "缺数",
      incomparable: "不可比",
      "not-computable": "无法计算",
      judgement: "待判定",
    };
    for (const { status, total } of summary.counts.policy.filter((count) => count.total > 0)) {
      expect(text).toMatch(new RegExp(`${words[status]} ${total}\\b`));
    }
    expect(text).toMatch(/初判 ?1/);
    await close();
  });
  it("lists every missing figure with who owes it, and gives the list as Excel and CSV", async () => {
    const { missing } = SummaryView.parse(await browsing.served.read("/api/summary"));
    const { page, close } = await browsing.open("/");
    await page.getByRole("button", { name: `显示全部 ${missing.length} 行` }).click();
    const section = page.locator("section", { has: page.getByRole("heading", { name: "欠什么数，谁来补" }) });
    expect(await section.locator("tbody tr").count()).toBe(missing.length);
    const rows = await section.locator("tbody tr").allInnerTexts();
    missing.forEach(({ owes, area }, index) => {
      expect(rows[index]).toContain(area.name);
      if (owes !== null) expect(rows[index]).toContain(owes.department.name);
    });
    const excel = page.waitForEvent("download");
    await section.getByRole("button", { name: "Excel" }).click();
    expect(
      readFileSync(await (await excel).path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    const comma = page.waitForEvent("download");
    await section.getByRole("button", { name: "CSV" }).click();
    const text = readFileSync(await (await comma).path(), "utf8");
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text.trim().split("\n").length).toBeGreaterThanOrEqual(missing.length + 1);
    await close();
  });
  it("leads from a cell of the matrix to its target, by keyboard alone", async () => {
    const { page, close } = await browsing.open("/");
    const grid = page.getByRole("grid");
    await grid.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/targets\/T01/);
    await close();
  });
  it("tells what changed since a day", async () => {
    const { page, close } = await browsing.open("/?since=2024-12-31");
    const section = page.locator("section", { has: page.getByRole("heading", { name: "此后的变化" }) });
    expect((await section.innerText()).replace(/\s+/g, "")).toMatch(
      /战略性新兴产业产值占全市比重[^：]*2025[^：]*：正常\D*缺数/,
    );
    await close();
  });
});

describe("a figure", () => {
  it("opens its source in one click: page, grade, caliber, three times, versions", async () => {
    const { page, close } = await browsing.open("/");
    await page.getByRole("link", { name: /10\.8/ }).first().click();
    const drawer = page.getByRole("dialog");
    await drawer.waitFor();
    const text = (await drawer.innerText()).replace(/\s+/g, " ");
    for (const part of ["10.8", "2020", "转载", "xyshjj.cn", "2025 年 11 月 24 日", "分母为规模以上工业总产值"])
      expect(text).toContain(part);
    expect(text).toMatch(/第 ?1 ?版|版本/);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    await close();
  });
  it("claimed twice shows both claims", async () => {
    const { page, close } = await browsing.open("/?source=001-006");
    const text = await page.getByRole("dialog").innerText();
    expect(text.match(/280/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain("柳州高新区");
    await close();
  });
});

describe("a target", () => {
  it("shows the numbers of the interface on a chosen day", async () => {
    const { items } = ProgressList.parse(await browsing.served.read("/api/progress?area=liuzhou&on=2024-12-31"));
    const row = items.find(({ target }) => target.id === "T03");
    const { page, close } = await browsing.open("/targets/T03?on=2024-12-31");
    const text = await textOf(page);
    expect(row).toMatchObject({ expected: "28.00", gapClosed: "0.9000", deviation: "10.00" });
    for (const part of ["28.00", "90.00", "26.16", "14.79", "10.8", "29", "两种路径结论一致"])
      expect(text).toContain(part);
    await close();
  });
  it("has a chart with a table of what it draws", async () => {
    const { page, close } = await browsing.open("/targets/T03");
    const section = page.locator("section", { has: page.getByRole("heading", { name: /走势与路径/ }) });
    await section.locator("svg").first().waitFor();
    await section.getByText("表格", { exact: true }).click();
    const table = (await section.getByRole("table").innerText()).replace(/\s+/g, " ");
    for (const part of ["10.8", "29", "2020", "2024"]) expect(table).toContain(part);
    await close();
  });
  it("open in its area shows each reading and that none is chosen", async () => {
    const { page, close } = await browsing.open("/targets/T21");
    const text = await textOf(page);
    expect(text).toMatch(/各种读法/);
    expect(text).toContain("柳州自主创新示范区");
    expect(text).toContain("柳州市");
    await close();
  });
  it("of a share in a share says what it implies of the whole", async () => {
    const { page, close } = await browsing.open("/targets/T02");
    expect(await textOf(page)).toContain("2.40");
    await close();
  });
});

describe("a link", () => {
  it("restores language, day and open source", async () => {
    const { page, close } = await browsing.open("/?lang=en&on=2024-12-31&source=A022");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.getByRole("dialog").innerText()).toContain("29");
    await close();
  });
  it("keeps the view when the language is switched", async () => {
    const { page, close } = await browsing.open("/targets/T03?on=2024-12-31");
    await page.getByText("English", { exact: true }).click();
    await page.waitForFunction(() => document.documentElement.lang === "en");
    await page.getByRole("heading", { level: 1, name: /30/ }).waitFor();
    expect(page.url()).toContain("on=2024-12-31");
    expect(await textOf(page)).toContain("28.00");
    await close();
  });
});

describe("what can go wrong", () => {
  it("a refused answer is told with its reason and number", async () => {
    const { page, close } = await browsing.open("/tasks");
    await page.route("**/api/summary**", (route) =>
      route.fulfill({
        status: 500,
        headers: { "content-type": "application/problem+json", "x-request-id": "request-42" },
        body: JSON.stringify({
          type: "x",
          title: "系统内部错误",
          status: 500,
          code: "internal",
          detail: "请求未完成，数据未受影响。",
          instance: "x",
        }),
      }),
    );
    await page.goto(`${browsing.origin}/`);
    await page.getByText("request-42").waitFor();
    expect(await textOf(page)).toContain("数据未受影响");
    await close();
  });
  it.each(["/targets/T99", "/areas/nowhere", "/indicators/nothing", "/nowhere"])(
    "%s says that there is no such thing",
    async (address) => {
      const { page, close } = await browsing.open(address);
      expect(await textOf(page)).toMatch(/没有|不存在|找不到|未找到/);
      await close();
    },
  );
});
