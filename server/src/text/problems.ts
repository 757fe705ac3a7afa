import type { Language } from "../language.ts";
import { accountProblems, accountProblemsInEnglish } from "./account-problems.ts";
import { assessmentProblems } from "./assessment-problems.ts";
import { assessmentProblemsInEnglish } from "./assessment-problems-english.ts";
import { operationProblems, operationProblemsInEnglish } from "./operation-problems.ts";
import { reportingProblems } from "./reporting-problems.ts";
import { reportingProblemsInEnglish } from "./reporting-problems-english.ts";
import { scoringProblems } from "./scoring-problems.ts";
import { scoringProblemsInEnglish } from "./scoring-problems-english.ts";

interface Wording {
  readonly title: string;
  readonly detail: string;
}

const chinese = {
  ...accountProblems,
  ...reportingProblems,
  ...scoringProblems,
  ...assessmentProblems,
  ...operationProblems,
  "bad-parameter": { title: "参数有误", detail: "请求中的参数不符合要求，未作任何处理。" },
  "unknown-parameter": { title: "参数未定义", detail: "本接口没有这个参数。" },
  "malformed-day": { title: "日期有误", detail: "日期应写作 YYYY-MM-DD，且日历上确有这一天。" },
  "day-out-of-range": { title: "日期超出范围", detail: "日期应在 1950-01-01 至 2199-12-30 之间。" },
  "repeated-parameter": { title: "参数重复", detail: "同一个参数只能给一次。" },
  "malformed-instant": {
    title: "时点有误",
    detail: "应为日期 YYYY-MM-DD，或带时区的时点，如 2024-12-31T10:00:00+08:00。",
  },
  "malformed-period": {
    title: "时期有误",
    detail: "时期应写作 2017、2017-H1、2017-Q3、2017-M09、2017-YTD11 或 2016-M01--2021-M10。",
  },
  "malformed-code": { title: "代码有误", detail: "代码只含字母、数字、点和连字符，最长 64 个字符。" },
  "malformed-cursor": { title: "翻页标记有误", detail: "请使用上一页返回的 nextCursor。" },
  "limit-out-of-range": { title: "条数超出范围", detail: "limit 应为 1 至 1000 的整数。" },
  "unknown-option": { title: "选项有误", detail: "该参数只接受文档中列出的取值。" },
  "unknown-area": { title: "没有这个区域", detail: "未找到该代码的区域/园区。" },
  "unknown-indicator": { title: "没有这个指标", detail: "未找到该代码的指标。" },
  "unknown-caliber": { title: "没有这个口径", detail: "未找到该代码的口径。" },
  "unknown-department": { title: "没有这个单位", detail: "未找到该代码的责任单位。" },
  "unknown-city": { title: "没有这个城市", detail: "未找到该代码的城市。" },
  "unknown-observation": { title: "没有这个指标值", detail: "未找到该编号的指标值。" },
  "unknown-target": { title: "没有这个目标", detail: "未找到该编号的目标。" },
  "missing-parameter": { title: "缺少参数", detail: "缺少必填参数。" },
  misdirected: {
    title: "地址不属于本系统",
    detail: "请用本系统公布的地址访问；仅在本机提供服务时，用 127.0.0.1 或 localhost。",
  },
  "signed-out": { title: "尚未登录", detail: "请先登录；会话可能已到期。" },
  forbidden: { title: "没有权限", detail: "您的角色不能进行这项操作。" },
  "password-change-required": { title: "须先修改密码", detail: "首次登录、密码被重置或到期后，须先修改密码。" },
  "foreign-origin": { title: "来源不符", detail: "该请求不是本系统页面发出的，未作任何处理。" },
  "unsupported-type": { title: "内容类型不支持", detail: "请求内容应为 application/json 或 multipart/form-data。" },
  "too-large": { title: "内容过大", detail: "请求内容超出大小限制，未作任何处理。" },
  "malformed-body": { title: "内容无法识别", detail: "请求内容不是有效的 JSON，未作任何处理。" },
  "zero-byte": {
    title: "内容含有不成字的编码",
    detail: "文字里含有不成字的编码（U+0000、U+FFFE、U+FFFF 或不成对的代理码），未作任何处理。",
  },
  "malformed-version": { title: "版本有误", detail: "If-Match 应为所见版本的序号。" },
  "stale-version": { title: "内容已被他人修改", detail: "您看到的不是最新版本，未作任何修改；请重新打开后再改。" },
  "malformed-key": { title: "重复标记有误", detail: "Idempotency-Key 应为 1 至 128 个可见的 ASCII 字符。" },
  "idempotency-conflict": {
    title: "重复标记已用于其他内容",
    detail: "同一个 Idempotency-Key 之前用于另一项内容，或账号的角色此后有变动，未作任何处理。",
  },
  "idempotency-pending": {
    title: "已经办理",
    detail: "带有这个 Idempotency-Key 的操作已经完成，但其答复没有留下；请重新读取结果。",
  },
  "not-by-proxy": { title: "须经代理访问", detail: "本系统只接受来自指定加密代理的请求。" },
  "clear-text": { title: "须加密访问", detail: "请用 https 访问；本系统不接受明文传输。" },
  "too-long": { title: "请求过长", detail: "地址或请求头超出长度，未作任何处理。" },
  unreadable: { title: "无法识别的请求", detail: "收到的内容不是 HTTP 请求，未作任何处理。" },
  "not-found": { title: "没有这个地址", detail: "本系统没有这个地址。" },
  "method-not-allowed": { title: "不支持的操作", detail: "该地址不接受这种请求方法，可用的见 Allow。" },
  internal: { title: "系统内部错误", detail: "请求未完成，数据未受影响。请把请求编号告知系统管理员。" },
} as const satisfies Record<string, Wording>;

export type ProblemCode = keyof typeof chinese;

const english: Record<ProblemCode, Wording> = {
  ...accountProblemsInEnglish,
  ...operationProblemsInEnglish,
  ...reportingProblemsInEnglish,
  ...scoringProblemsInEnglish,
  ...assessmentProblemsInEnglish,
  "bad-parameter": {
    title: "Bad parameter",
    detail: "A parameter of the request is not acceptable; nothing was done.",
  },
  "unknown-parameter": { title: "Unknown parameter", detail: "This address has no such parameter." },
  "malformed-day": { title: "Malformed day", detail: "A day is written YYYY-MM-DD and must be in the calendar." },
  "day-out-of-range": { title: "Day out of range", detail: "A day lies between 1950-01-01 and 2199-12-30." },
  "repeated-parameter": { title: "Repeated parameter", detail: "A parameter may be given once." },
  "malformed-instant": {
    title: "Malformed instant",
    detail: "Give a day, YYYY-MM-DD, or an instant with its offset, such as 2024-12-31T10:00:00+08:00.",
  },
  "malformed-period": {
    title: "Malformed period",
    detail: "A period is written 2017, 2017-H1, 2017-Q3, 2017-M09, 2017-YTD11 or 2016-M01--2021-M10.",
  },
  "malformed-code": { title: "Malformed code", detail: "A code has letters, digits, dots and hyphens, at most 64." },
  "malformed-cursor": { title: "Malformed cursor", detail: "Use the nextCursor that the page before gave." },
  "limit-out-of-range": { title: "Limit out of range", detail: "limit is a whole number from 1 to 1000." },
  "unknown-option": { title: "Unknown option", detail: "The parameter takes only the values that the document lists." },
  "unknown-area": { title: "Unknown area", detail: "There is no area with this code." },
  "unknown-indicator": { title: "Unknown indicator", detail: "There is no indicator with this code." },
  "unknown-caliber": { title: "Unknown caliber", detail: "There is no caliber with this code." },
  "unknown-department": { title: "Unknown department", detail: "There is no department with this code." },
  "unknown-city": { title: "Unknown city", detail: "There is no city with this code." },
  "unknown-observation": { title: "Unknown figure", detail: "There is no figure with this id." },
  "unknown-target": { title: "Unknown target", detail: "There is no target with this id." },
  "missing-parameter": { title: "Missing parameter", detail: "An obligatory parameter is missing." },
  misdirected: {
    title: "Not an address of this system",
    detail: "Use the address that was announced; where only this machine is served, 127.0.0.1 or localhost.",
  },
  "signed-out": { title: "Not signed in", detail: "Sign in first; the session may have ended." },
  forbidden: { title: "Not allowed", detail: "Your role may not do this." },
  "password-change-required": {
    title: "Change the password first",
    detail: "A first, a reset or an aged password must be changed before anything else.",
  },
  "foreign-origin": { title: "Of another origin", detail: "No page of this system sent this; nothing was done." },
  "unsupported-type": {
    title: "Unsupported type",
    detail: "A body is application/json or multipart/form-data.",
  },
  "too-large": { title: "Too large", detail: "The body is larger than is allowed; nothing was done." },
  "malformed-body": { title: "Malformed body", detail: "The body is no valid JSON; nothing was done." },
  "zero-byte": {
    title: "No character",
    detail: "A text holds U+0000, U+FFFE, U+FFFF or half a surrogate pair, which are no characters; nothing was done.",
  },
  "malformed-version": { title: "Malformed version", detail: "If-Match names the version that was seen." },
  "stale-version": {
    title: "Changed by somebody else",
    detail: "What you saw is not the newest version; nothing was changed. Open it again and edit it then.",
  },
  "malformed-key": { title: "Malformed key", detail: "An Idempotency-Key has 1 to 128 visible ASCII characters." },
  "idempotency-conflict": {
    title: "Key used for something else",
    detail:
      "This Idempotency-Key came with another body before, or the account's roles have changed since; nothing was done.",
  },
  "idempotency-pending": {
    title: "Done already",
    detail: "What came with this Idempotency-Key was done, but its answer was not kept. Read the result again.",
  },
  "not-by-proxy": { title: "Not through the proxy", detail: "Only requests through the declared TLS proxy are taken." },
  "clear-text": { title: "Clear text", detail: "Use https; nothing is taken in clear text." },
  "too-long": { title: "Request too long", detail: "The address or a header is too long; nothing was done." },
  unreadable: { title: "Unreadable request", detail: "What came is no HTTP request; nothing was done." },
  "not-found": { title: "Not found", detail: "There is nothing at this address." },
  "method-not-allowed": {
    title: "Method not allowed",
    detail: "This address does not take this method; Allow names those it takes.",
  },
  internal: {
    title: "Internal error",
    detail: "The request was not completed; no data was touched. Give the request id to the administrator.",
  },
};

const wordings: Record<Language, Record<ProblemCode, Wording>> = { "zh-CN": chinese, en: english };

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(chinese, code);
}

/** The words of a problem; codes without words of their own read as a bad parameter. */
export function problemText(language: Language, code: string): Wording {
  return wordings[language][isProblemCode(code) ? code : "bad-parameter"];
}
