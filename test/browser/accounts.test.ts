import { AxeBuilder } from "@axe-core/playwright";
import type { AccountRole } from "@yuanbiao/core/access";
import { startFirst } from "@yuanbiao/server/auth/first-start";
import { storePeople } from "@yuanbiao/server/demo/people";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Browsing, browse, type OpenOptions, type Watched } from "../support/browser.ts";

const password = "Yanshi-2026-abc";
let browsing: Browsing;

const person = (id: AccountRole, areas: string[] = []) => ({
  ...{ id, name: `测试 ${id}`, office: "信息中心" },
  grant: { role: id, areas, department: null },
});

beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing?.close());

/** A window of somebody who has not signed in. */
async function openSignedOut(address: string, options: OpenOptions = {}): Promise<Watched> {
  const watched = await browsing.open("/sign-in?next=%2Ftasks", options);
  await watched.page.context().clearCookies();
  await watched.page.goto(new URL(address, browsing.origin).href);
  await watched.page.locator("h1").first().waitFor();
  return watched;
}

async function signIn(page: Page, username: string, given = password): Promise<void> {
  await page.getByLabel("用户名", { exact: true }).fill(username);
  await page.getByLabel("密码", { exact: true }).fill(given);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const arrive = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);

async function openAs(username: string, address: string): Promise<Watched> {
  const watched = await openSignedOut(address);
  await signIn(watched.page, username);
  await arrive(watched.page, address);
  await watched.page.locator("h1").first().waitFor();
  return watched;
}

it("the first start: the link makes the administrator, who is led to the accounts; a second use is refused", async () => {
  const first = await startFirst(browsing.served.context, { username: "admin", password: null });
  const link = `/sign-in?link=${"token" in first ? first.token : ""}`;
  const { page, close } = await openSignedOut(link);
  await page.getByLabel("新密码", { exact: true }).fill("short");
  await page.getByLabel("再输一次新密码", { exact: true }).fill("short");
  await page.getByRole("button", { name: "设置密码并进入" }).click();
  await page.getByText("密码长度不足").waitFor();
  await page.getByLabel("新密码", { exact: true }).fill(password);
  await page.getByLabel("再输一次新密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "设置密码并进入" }).click();
  await arrive(page, "/accounts");
  await page.getByText("还没有安全管理员").waitFor();
  await close();
  const late = await openSignedOut(link);
  await late.page.getByLabel("新密码", { exact: true }).fill(password);
  await late.page.getByLabel("再输一次新密码", { exact: true }).fill(password);
  await late.page.getByRole("button", { name: "设置密码并进入" }).click();
  await late.page.getByRole("alert").filter({ hasText: "链接已用过" }).waitFor();
  await late.close();
  await storePeople(browsing.served.context, [person("security"), person("auditor"), person("leader")], password);
});

it("whoever is not signed in is led to the sign-in, and afterwards to the page that was wanted", async () => {
  const { page, close } = await openSignedOut("/targets/T03");
  await arrive(page, "/sign-in");
  await signIn(page, "leader");
  await arrive(page, "/targets/T03");
  await page.getByLabel("账号：测试 leader").click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await arrive(page, "/sign-in");
  await page.goto(new URL("/", browsing.origin).href);
  await arrive(page, "/sign-in");
  await close();
});

it("a session that ends while one works leads to the sign-in and back", async () => {
  const { page, close } = await openAs("leader", "/tasks");
  await page.context().clearCookies();
  await page.getByRole("link", { name: "指标" }).click();
  await arrive(page, "/sign-in");
  await signIn(page, "leader");
  await arrive(page, "/indicators");
  await close();
});

it("the administrator makes an account, security gives the role, and the new clerk signs in with a password of their own", async () => {
  const admin = await openAs("admin", "/accounts");
  await admin.page.getByRole("button", { name: "新建账号" }).click();
  await admin.page.getByRole("dialog").getByLabel("用户名").fill("zhang");
  await admin.page.getByRole("dialog").getByLabel("姓名").fill("张三");
  await admin.page.getByRole("button", { name: "建立账号" }).click();
  const first = await admin.page.getByRole("textbox", { name: "首次密码" }).inputValue();
  await admin.page.getByRole("button", { name: "已办，关闭" }).click();
  await admin.page.getByText("1 个未授予角色").waitFor();
  await admin.close();

  const security = await openAs("security", "/accounts");
  await security.page.getByRole("button", { name: "管理：张三" }).click();
  await security.page.getByLabel("填报员").check();
  expect(await security.page.getByLabel("园区审核员").isDisabled()).toBe(true);
  await security.page.getByRole("button", { name: "保存角色" }).click();
  await security.page.getByRole("alert").filter({ hasText: "须指定所属区域" }).waitFor();
  await security.page.getByLabel("柳州高新区").first().check();
  await security.page.getByRole("button", { name: "保存角色" }).click();
  await security.page.getByRole("cell", { name: "填报员（柳州" }).waitFor();
  await security.close();

  const clerk = await openSignedOut("/");
  await arrive(clerk.page, "/sign-in");
  await signIn(clerk.page, "zhang", first);
  await clerk.page.getByRole("heading", { name: "请先设置您自己的密码" }).waitFor();
  await clerk.page.goto(new URL("/tasks", browsing.origin).href);
  await arrive(clerk.page, "/sign-in");
  await clerk.page.getByLabel("当前密码", { exact: true }).fill(first);
  await clerk.page.getByLabel("新密码", { exact: true }).fill("Liuzhou+Luosifen7");
  await clerk.page.getByLabel("再输一次新密码", { exact: true }).fill("Liuzhou+Luosifen7");
  await clerk.page.getByRole("button", { name: "保存新密码" }).click();
  await clerk.page.waitForURL((url) => url.pathname !== "/sign-in");
  expect(["/reports", "/tasks"]).toContain(pathOf(clerk.page));
  await clerk.page.getByLabel("账号：张三").waitFor();
  await clerk.close();
});

it("five wrong passwords lock an account, which is said in words and shown to the administrator, who unlocks it", async () => {
  const { page, close } = await openSignedOut("/sign-in");
  for (let failure = 1; failure <= 5; failure += 1) {
    const answer = page.waitForResponse((response) => response.url().endsWith("/sign-in/username"));
    await signIn(page, "leader", `wrong-${failure}`);
    expect((await answer).status()).toBe(401);
    await expect.poll(() => page.getByLabel("密码", { exact: true }).inputValue()).toBe("");
    await page.getByRole("alert").filter({ hasText: "连续失败五次将锁定十五分钟" }).waitFor();
  }
  await signIn(page, "leader");
  await page.getByRole("alert").filter({ hasText: "锁定" }).waitFor();
  expect(pathOf(page)).toBe("/sign-in");
  const admin = await openAs("admin", "/accounts");
  await admin.page.getByText("1 个锁定").waitFor();
  await admin.page.getByRole("button", { name: "管理：测试 leader" }).click();
  await admin.page.getByRole("button", { name: "解锁" }).click();
  await admin.page.getByRole("button", { name: "解锁" }).waitFor({ state: "detached" });
  await admin.close();
  await signIn(page, "leader");
  await arrive(page, "/");
  await close();
});

it("a key is made by its owner, shown once, seen and ended by the administrator; the policy is security's to set", async () => {
  const owner = await openAs("leader", "/account");
  const secrets: string[] = [];
  for (const purpose of ["统计平台读取", "大屏读取"]) {
    await owner.page.getByRole("button", { name: "新建密钥" }).click();
    await owner.page.getByLabel("用途").fill(purpose);
    expect(await owner.page.getByLabel("范围").locator("option").allInnerTexts()).toEqual(["只读"]);
    await owner.page.getByRole("button", { name: "建立密钥" }).click();
    secrets.push(await owner.page.getByRole("textbox", { name: "密钥", exact: true }).inputValue());
    await owner.page.getByRole("button", { name: "已办，关闭" }).click();
    await owner.page.getByRole("row").filter({ hasText: purpose }).waitFor();
    expect(await owner.page.content()).not.toContain(secrets.at(-1));
  }
  const use = async (secret = "") =>
    (await fetch(`${browsing.origin}/api/accounts`, { headers: { authorization: `Bearer ${secret}` } })).status;
  expect(await Promise.all(secrets.map(use))).toEqual([403, 403]);
  await owner.page.getByRole("button", { name: "作废：大屏读取" }).click();
  await owner.page.getByRole("dialog").getByRole("button", { name: "作废" }).click();
  await owner.page.getByRole("cell", { name: "已作废" }).waitFor();
  await owner.close();
  const admin = await openAs("admin", "/accounts");
  await admin.page.getByRole("button", { name: "接口密钥" }).click();
  const row = admin.page.getByRole("row").filter({ hasText: "统计平台读取" });
  await row.getByText("测试 leader").waitFor();
  expect(await admin.page.getByRole("button", { name: "新建密钥" }).count()).toBe(0);
  await row.getByRole("button", { name: "作废" }).click();
  await admin.page.getByRole("dialog").getByRole("button", { name: "作废" }).click();
  await row.getByRole("cell", { name: "已作废" }).waitFor();
  expect(await Promise.all(secrets.map(use))).toEqual([401, 401]);
  await admin.page.getByRole("button", { name: "安全策略" }).click();
  expect(await admin.page.getByRole("button", { name: "保存策略" }).count()).toBe(0);
  await admin.page.goto(`${browsing.origin}/account`);
  await admin.page.getByRole("heading", { name: "修改密码" }).waitFor();
  expect(await admin.page.getByText("我的接口密钥").count()).toBe(0);
  await admin.close();
  const security = await openAs("security", "/accounts");
  await security.page.getByRole("button", { name: "安全策略" }).click();
  await security.page.getByLabel("无操作多少分钟后自动退出").fill("45");
  await security.page.getByRole("button", { name: "保存策略" }).click();
  await security.page.getByText("已保存，从下一次请求起生效").waitFor();
  await security.page.getByRole("button", { name: "登录失败", exact: true }).click();
  await security.page.getByRole("cell", { name: "密码不正确" }).first().waitFor();
  await security.close();
});

it("a table is saved only when that stands in the trail; otherwise the page says why not", async () => {
  const { page, close } = await openAs("leader", "/tasks");
  const save = page.getByRole("button", { name: /^下载 CSV/ }).first();
  const saved: string[] = [];
  page.on("download", (file) => saved.push(file.suggestedFilename()));
  await page.route("**/api/exports", (route) => route.abort());
  await save.click();
  await page.getByRole("alert").filter({ hasText: "没有导出文件" }).waitFor();
  expect(saved).toEqual([]);
  await page.unroute("**/api/exports");
  const saving = page.waitForEvent("download");
  await save.click();
  const name = (await saving).suggestedFilename().replace(/\.csv$/, "");
  await page.getByRole("alert").waitFor({ state: "detached" });
  await close();
  const auditor = await openAs("auditor", "/audit");
  await auditor.page.getByLabel("操作", { exact: true }).selectOption({ label: "导出表格" });
  await auditor.page.getByRole("button", { name: "查询" }).click();
  const row = auditor.page.getByRole("row").filter({ hasText: "测试 leader" });
  await row.getByText("3 项变化").click();
  for (const part of [name, "/tasks", "csv"]) await row.getByText(part).first().waitFor();
  expect(await row.count()).toBe(1);
  await auditor.close();
});

it("the auditor finds the steps with who took them, filters them, and verifies the chain", async () => {
  const { page, close } = await openAs("auditor", "/audit");
  await page.getByLabel("操作", { exact: true }).selectOption({ label: "授予或收回角色" });
  await page.getByRole("button", { name: "查询" }).click();
  const row = page.getByRole("row").filter({ hasText: "zhang" });
  await row.getByText("测试 security").waitFor();
  expect(await page.getByRole("row").filter({ hasText: "新建账号" }).count()).toBe(0);
  await page.getByRole("button", { name: "清除筛选" }).click();
  await page.getByRole("row").filter({ hasText: "新建账号" }).filter({ hasText: "zhang" }).waitFor();
  await page.getByRole("row").filter({ hasText: "登录" }).filter({ hasText: "失败" }).first().waitFor();
  await page
    .getByRole("row")
    .filter({ hasText: "无权操作" })
    .filter({ hasText: /密钥 \w{8}（只读）/ })
    .first()
    .waitFor();
  await page.getByRole("button", { name: "校验日志链" }).click();
  await page.getByRole("status").filter({ hasText: "没有删改" }).waitFor();
  for (const width of [375, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(wide)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  }
  await close();
}, 60_000);

const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

it.each([375, 1440, 1920])(
  "sign-in, own account and accounts are without barriers and fit %i pixels",
  async (width) => {
    for (const language of ["zh-CN", "en"] as const) {
      const { page, complaints, close } = await openSignedOut("/sign-in", { width, language });
      const check = async () => {
        expect(await page.evaluate(wide)).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
      };
      await check();
      await signIn(page, "admin");
      await arrive(page, "/accounts");
      const views = ["/accounts", "/accounts?view=keys", "/accounts?view=failures", "/account", "/operation"];
      for (const address of views) {
        await page.goto(`${browsing.origin}${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
        await page.locator("h1").first().waitFor();
        await page.waitForLoadState("networkidle");
        await check();
      }
      const leader = await browsing.served.as("leader");
      const [name = "", value = ""] = leader.cookie.split("=", 2);
      await page.context().addCookies([{ name, value, url: browsing.origin, httpOnly: true, sameSite: "Strict" }]);
      await leader.send("POST", "/api/keys", { name: "统计平台读取", scope: "read", expiresOn: "2027-06-30" });
      await page.goto(`${browsing.origin}/account?lang=${language}`);
      await page.getByRole("button", { name: "统计平台读取" }).waitFor();
      await page.waitForLoadState("networkidle");
      await check();
      expect(complaints).toEqual([]);
      await close();
    }
  },
  90_000,
);
