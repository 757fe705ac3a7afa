import type { Language } from "../language.ts";
import type { Finding, FindingCode } from "../workbook/shape.ts";

type Sentence = (finding: Finding) => string;
type Sentences = Record<FindingCode, string | Sentence>;

const quoted = (text: string | null): string => (text === null || text === "" ? "" : `“${text}”`);
const plain = (text: string | null): string => (text === null || text === "" ? "" : ` "${text}"`);

const chinese: Sentences = {
  "empty-file": "文件是空的。",
  "file-too-large": "文件过大，请只保留下载的模板本身。",
  "not-a-workbook": ({ found }) => `这不是 Excel 工作簿（.xlsx）${found === null ? "" : `，而是 ${found}`}。`,
  "old-excel": "这是旧版 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。",
  "encrypted-workbook": "工作簿有打开密码。请去掉密码后再上传。",
  "binary-workbook": "这是二进制工作簿（.xlsb）。请另存为 .xlsx 后再上传。",
  "macro-workbook": "工作簿含有宏。请另存为不含宏的 .xlsx 后再上传。",
  "damaged-file": "文件不完整或已损坏。请重新保存后再上传。",
  "unsupported-archive": "文件的压缩方式不受支持。请用 Excel 或 WPS 另存为 .xlsx 后再上传。",
  "suspicious-archive": "文件的内部结构不正常，已拒绝。请在下载的模板里重新填写。",
  "inflates-too-much": "文件展开后过大，已拒绝。请在下载的模板里重新填写。",
  "too-many-rows": ({ found }) => `有数据的行超过 ${found ?? ""} 行。`,
  "unreadable-workbook": "工作簿无法读取。请用 Excel 或 WPS 打开、另存后再上传。",
  "reading-took-too-long": "读取用时过长，已停止。请在下载的模板里重新填写。",
  "not-a-template": "这不是本系统给出的模板。请在本次填报任务里下载模板后填写。",
  "other-template": ({ found }) =>
    found === "office" ? "这是多区域汇总模板，请在汇总填报处上传。" : "这是单个区域的模板，请在该区域的报表里上传。",
  "foreign-area": ({ found, expected }) => `这是${quoted(found)}的模板，不是${quoted(expected)}的。`,
  "foreign-round": ({ found, expected }) => `这是填报任务${quoted(found)}的模板，不是${quoted(expected)}的。`,
  "stale-template": "模板下载之后，报表已有新的保存或任务已调整。请重新下载模板，把数填到新模板里。",
  "wrong-sheet": ({ found, expected }) =>
    `找不到工作表${quoted(expected)}，只有${quoted(found)}。请不要改工作表的名称。`,
  "head-missing": ({ expected }) => `表头缺少：${expected ?? ""}。请不要改表头。`,
  "duplicate-row": ({ found, expected }) => `${quoted(found)}出现了两次，先前一次在 ${expected ?? ""}。`,
  "unknown-row": ({ found }) => `本表没有指标${quoted(found)}。`,
  "unknown-area": ({ found }) => `本任务没有区域${quoted(found)}。`,
  "row-without-code": "这一行填了内容，但没有代码。",
  "missing-row": ({ expected }) => `缺少指标${quoted(expected)}的行。没有数请填“未报”，不要删除行。`,
  "merged-input": ({ found }) => `填报单元格被合并（${found ?? ""}），无法判断数属于哪一行。请取消合并。`,
  "unknown-state": ({ found }) => `状态${quoted(found)}无法识别，请从“有数、未报、不适用”中选择。`,
  "value-missing": "状态是“有数”，但没有填数。",
  "state-contradicts-value": "状态与本期值不一致：填了数，状态就不能是“未报”或“不适用”。",
  "explanation-too-long": ({ expected }) => `情况说明超过 ${expected ?? ""} 字。`,
  "unreadable-explanation": "情况说明不是文字，请改填文字。",
  "not-a-number": ({ found }) => `${quoted(found)}不是数。`,
  "formula-as-text": ({ found }) => `${quoted(found)}是写成文字的公式，请填计算结果。`,
  "formula-without-value": "公式没有保存计算结果。请用 Excel 或 WPS 打开、保存一次，或直接填数。",
  "error-value": ({ found }) => `单元格是错误值 ${found ?? ""}。`,
  "date-not-number": ({ found }) => `单元格是日期（${found ?? ""}），不是数。若本来是数，请把格式改为“常规”后重填。`,
  "boolean-value": ({ found }) => `单元格是 ${found ?? ""}，不是数。`,
  "scaled-format": "单元格的格式使显示的数与实际的数不同（如按千缩小显示）。请把格式改为“常规”后核对。",
  "qualified-number": ({ found }) => `${quoted(found)}带有“约、以上、>”等修饰。请只填数，其余写在情况说明。`,
  "below-unit": "“…”表示不足最小单位，但仍然有数。请填实际数。",
  "none-or-zero": ({ found }) => `${quoted(found)}含义不明：是零请填 0，不适用请填“不适用”，没有数请填“未报”。`,
  "several-numbers": ({ found }) => `${quoted(found)}不止一个数。`,
  "misplaced-separator": ({ found }) => `${quoted(found)}的千分位或小数点位置不对。`,
  parenthesised: ({ found }) => `${quoted(found)}带括号：负数请写负号，注释请写在情况说明。`,
  "unit-differs": ({ found, expected }) =>
    expected === ""
      ? `${quoted(found)}带有单位，本指标没有单位。`
      : `${quoted(found)}的单位不能换算为${expected ?? ""}。`,
  "too-many-decimals": ({ found }) => `${found ?? ""} 的小数超过六位，请先四舍五入。`,
  "not-whole": ({ found }) => `${found ?? ""} 不是整数，本指标按整数填报。`,
  "negative-count": ({ found }) => `${found ?? ""} 是负数，本指标按现有个数填报，不能小于 0。`,
  "too-large": ({ found }) => `${found ?? ""} 过大，整数部分最多 13 位。请核对单位。`,
};

const english: Sentences = {
  "empty-file": "The file is empty.",
  "file-too-large": "The file is too large. Keep nothing but the downloaded template in it.",
  "not-a-workbook": ({ found }) => `This is no Excel workbook (.xlsx)${found === null ? "" : ` but ${found}`}.`,
  "old-excel": "This is an old Excel file (.xls). Open it, save it as .xlsx and upload that.",
  "encrypted-workbook": "The workbook has a password to open it. Remove the password and upload it again.",
  "binary-workbook": "This is a binary workbook (.xlsb). Save it as .xlsx and upload that.",
  "macro-workbook": "The workbook has macros. Save it as .xlsx without macros and upload that.",
  "damaged-file": "The file is incomplete or damaged. Save it again and upload it.",
  "unsupported-archive": "The file is packed in a way that is not supported. Save it as .xlsx and upload that.",
  "suspicious-archive": "The inside of the file is not as it should be. Fill the downloaded template instead.",
  "inflates-too-much": "The file is too large once unpacked. Fill the downloaded template instead.",
  "too-many-rows": ({ found }) => `More than ${found ?? ""} rows have data.`,
  "unreadable-workbook": "The workbook cannot be read. Open it in Excel or WPS, save it and upload it again.",
  "reading-took-too-long": "Reading took too long and was stopped. Fill the downloaded template instead.",
  "not-a-template": "This is not a template of this system. Download the template of this round and fill it.",
  "other-template": ({ found }) =>
    found === "office" ? "This is the workbook for many areas." : "This is the template of a single area.",
  "foreign-area": ({ found, expected }) => `This is the template of${plain(found)}, not of${plain(expected)}.`,
  "foreign-round": ({ found, expected }) => `This is the template of round${plain(found)}, not of${plain(expected)}.`,
  "stale-template":
    "The report was saved or the round changed after this template was downloaded. Download it again and fill that one.",
  "wrong-sheet": ({ found, expected }) =>
    `There is no sheet${plain(expected)}, only${plain(found)}. Keep the sheet's name.`,
  "head-missing": ({ expected }) => `The heading lacks: ${expected ?? ""}. Keep the headings.`,
  "duplicate-row": ({ found, expected }) => `The row${plain(found)} is there twice, first at ${expected ?? ""}.`,
  "unknown-row": ({ found }) => `The form has no indicator${plain(found)}.`,
  "unknown-area": ({ found }) => `The round has no area${plain(found)}.`,
  "row-without-code": "Something was filled in on this row, but it has no code.",
  "missing-row": ({ expected }) =>
    `The row of${plain(expected)} is missing. Choose 未报 where there is no figure; delete no row.`,
  "merged-input": ({ found }) =>
    `Input cells are merged (${found ?? ""}): whose figure it is cannot be known. Unmerge them.`,
  "unknown-state": ({ found }) => `The state${plain(found)} is unknown. Choose 有数, 未报 or 不适用.`,
  "value-missing": "The state says that there is a value, but none is there.",
  "state-contradicts-value": "The state contradicts the value: with a number it can be neither 未报 nor 不适用.",
  "explanation-too-long": ({ expected }) => `The explanation is longer than ${expected ?? ""} characters.`,
  "unreadable-explanation": "The explanation is not text.",
  "not-a-number": ({ found }) => `This is not a number:${plain(found)}.`,
  "formula-as-text": ({ found }) => `This is a formula written as text:${plain(found)}. Write its result.`,
  "formula-without-value":
    "The formula has no stored result. Open and save the file in Excel or WPS, or write the number.",
  "error-value": ({ found }) => `The cell has the error ${found ?? ""}.`,
  "date-not-number": ({ found }) =>
    `The cell has a date (${found ?? ""}), not a number. Set its format to General and write the number again.`,
  "boolean-value": ({ found }) => `The cell has ${found ?? ""}, not a number.`,
  "scaled-format": "The cell's format shows another number than it holds. Set the format to General and check.",
  "qualified-number": ({ found }) => `Write the number alone, the rest as an explanation:${plain(found)}.`,
  "below-unit": "… means a figure below the smallest unit. Write the figure itself.",
  "none-or-zero": ({ found }) => `This can mean several things:${plain(found)}. Write 0, 不适用 or 未报.`,
  "several-numbers": ({ found }) => `There is more than one number:${plain(found)}.`,
  "misplaced-separator": ({ found }) => `The separators of this number are misplaced:${plain(found)}.`,
  parenthesised: ({ found }) => `Write negative numbers with a minus and notes as an explanation:${plain(found)}.`,
  "unit-differs": ({ found, expected }) =>
    expected === ""
      ? `This indicator has no unit:${plain(found)}.`
      : `This cannot be converted to ${expected ?? ""}:${plain(found)}.`,
  "too-many-decimals": ({ found }) => `${found ?? ""} has more than six decimals. Round it first.`,
  "not-whole": ({ found }) => `${found ?? ""} is not whole, and this indicator is counted in whole numbers.`,
  "negative-count": ({ found }) => `${found ?? ""} is negative, and this indicator counts what there is.`,
  "too-large": ({ found }) => `${found ?? ""} is too large: at most 13 digits before the point. Check the unit.`,
};

/** A finding as one readable sentence; where it stands is shown beside it. */
export function findingText(language: Language, finding: Finding): string {
  const sentence = (language === "en" ? english : chinese)[finding.code];
  return typeof sentence === "string" ? sentence : sentence(finding);
}
