import type { TrackedNoun } from "@yuanbiao/db/nouns";
import type { Fault } from "./folder.ts";
import type { Loaded } from "./load.ts";

const nounNames: Record<TrackedNoun, string> = {
  document: "文件",
  department: "部门",
  area: "区域",
  membership: "隶属关系",
  indicator: "指标",
  caliber: "口径",
  target: "目标",
  bridge: "口径衔接",
  observation: "指标值",
  conflict: "数据冲突",
  task: "重点任务",
  lightRule: "亮灯规则",
};

/** Why a row was refused; a code that is not here is shown as it is. */
const faultReasons: Readonly<Record<string, string>> = {
  "missing-file": "缺少该文件",
  "of-another-city": "该编码已属于另一个城市，请换一个编码",
  "shared-differs": "其他城市也在用这个编码，内容不一致",
  "not-the-city": "亮灯规则的编码应为城市编码",
  gap: "亮灯规则有空档",
  overlap: "亮灯规则有重叠",
  "empty-band": "亮灯规则有空区间",
  "unknown-file": "不认识的文件",
  "not-utf-8": "编码不是 UTF-8",
  "malformed-csv": "CSV 格式有误",
  "malformed-json": "JSON 格式有误",
  "missing-heading": "缺少表头",
  "missing-column": "缺少该列",
  "unknown-column": "不认识的列",
  "duplicate-column": "列名重复",
  "wrong-column-count": "列数与表头不一致",
  "full-width-digits": "含全角数字",
  missing: "不能为空",
  "missing-reason": "缺少理由",
  "not-in-list": "不在允许的取值之内",
  "too-small": "数值过小或内容过少",
  "too-big": "数值过大或内容过多",
  "duplicate-code": "编码重复",
  circular: "相互引用成环",
  "names-itself": "引用了自身",
  "not-whole": "该指标只能取整数",
  "unlike-unit": "单位与指标不一致",
  "unexpected-value": "此处不应填写",
  "empty-range": "区间为空（下限不小于上限）",
  "unordered-path": "路径各点的时期未按先后排列",
  "malformed-string": "应为文字",
  "malformed-number": "应为数字",
  "malformed-boolean": "应为 true 或 false",
  "malformed-array": "应为列表",
  "malformed-code": "编码格式有误",
  "malformed-day": "日期格式有误",
  "malformed-period": "时期格式有误",
  "malformed-quantity": "数值格式有误（整数部分至多 13 位，小数至多 6 位）",
  "unknown-area": "未定义的区域",
  "unknown-indicator": "未定义的指标",
  "unknown-caliber": "未定义的口径",
  "unknown-document": "未定义的文件",
  "unknown-department": "未定义的部门",
  "unknown-target": "未定义的目标",
  "unknown-observation": "未定义的指标值",
};

/** `observations.csv:17 area：未定义的区域（nowhere）` */
export function faultLine({ file, line, field, code, value }: Fault): string {
  const place = field === null ? `${file}:${line}` : `${file}:${line} ${field}`;
  const reason = faultReasons[code] ?? `不符合要求 ${code}`;
  return value === null ? `${place}：${reason}` : `${place}：${reason}（${value}）`;
}

/** What a load did, in lines for a terminal. */
export function loadLines(loaded: Loaded): string[] {
  if (!loaded.ok) {
    const heading = `${loaded.folder}：发现 ${loaded.faults.length} 处错误，未作任何改动。`;
    return [heading, ...loaded.faults.map((fault) => `  ${faultLine(fault)}`)];
  }
  const counts = Object.entries(loaded.counts).filter(([, { added, revised }]) => added + revised > 0);
  if (counts.length === 0) return [`${loaded.folder}：内容与库中一致，没有需要更新的数据。`];
  const lines = counts.map(
    ([noun, { added, revised, unchanged }]) => `  ${nameOf(noun)}：新增 ${added}，修订 ${revised}，未变 ${unchanged}`,
  );
  return [`${loaded.folder}：已装载。`, ...lines];
}

function nameOf(noun: string): string {
  return Object.entries(nounNames).find(([key]) => key === noun)?.[1] ?? noun;
}
