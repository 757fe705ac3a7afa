import i18next from "i18next";
import { beforeAll, expect, it } from "vitest";
import { startText } from "../../text/text.ts";
import { changeWords } from "./audit-words.ts";

beforeAll(() => startText("zh-CN"));

it.each([
  ["report-accept", { before: { state: "submitted" }, after: { state: "accepted" } }, "状态：已提交 → 已接收"],
  ["round-open", { before: { state: "draft" }, after: { state: "open" } }, "状态：草稿 → 进行中"],
  ["report-verify", { after: { value: null, state: "not-applicable" } }, "状态：不适用"],
  ["target-decide", { after: { state: "partial" } }, "状态：部分完成"],
  ["check-write", { before: { severity: "hard" }, after: { severity: "soft" } }, "性质：强制性 → 核实性"],
  ["account-create", { after: { role: "admin" } }, "角色：系统管理员"],
  ["account-edit", { before: { disabled: false }, after: { disabled: true } }, "停用：否 → 是"],
  ["grants", { before: [], after: [{ role: "clerk", areas: ["a"] }] }, "填报员 / 角色：填报员；填报员 / 区域：a"],
  ["report-accept", { before: { state: "dreamt" }, after: { state: "accepted" } }, "状态：dreamt → 已接收"],
  ["report-return", { after: { comment: "accepted" } }, "意见：accepted"],
])("%s reads as words", (action, detail, words) => {
  expect(changeWords({ action, detail }, i18next.t)).toBe(words);
});

it("reads as words in English, too", async () => {
  await i18next.changeLanguage("en");
  const detail = { before: { state: "draft" }, after: { state: "submitted" } };
  expect(changeWords({ action: "report-submit", detail }, i18next.t)).toBe("state: being filled → submitted");
});
