import type { AnchorCheck, AnchorFault } from "../anchor-verify.ts";

const faults: Readonly<Record<AnchorFault["fault"], readonly [chinese: string, english: string]>> = {
  cut: ["链尾被截去", "the end of the chain was cut off"],
  dropped: ["整条链不见了", "the whole chain is gone"],
  rewritten: ["内容被改写并重算过校验码", "entries were changed and their hashes computed anew"],
  restored: [
    "在恢复较早的备份时丢失（备份之后的记录不在其中）",
    "lost when an older backup was restored: they were recorded after it",
  ],
};

function faultText({ area, fault, from, to }: AnchorFault): string {
  const [chinese, english] = faults[fault];
  return `${area} 第 ${from} 至 ${to} 条：${chinese}。${area}, no. ${from} to ${to}: ${english}.`;
}

/** What the comparison with the anchors found; the first text where all is well. */
export function anchorTexts({ lines, newest, broken, faults: found }: AnchorCheck): {
  readonly well: string;
  readonly wrong: readonly string[];
} {
  const well =
    newest === null
      ? "没有库外的链尾记录可比。There are no anchors outside the database to compare with."
      : `与库外的链尾记录一致，共 ${lines} 次，最近一次 ${newest}。All ${lines} anchors stand, the newest of ${newest}.`;
  const wrong = found.map(faultText);
  if (broken === null) return { well, wrong };
  const where = `${broken.file} 第 ${broken.line} 行`;
  return {
    well,
    wrong: [
      `链尾记录自身被改动：${where}。The anchors themselves were changed: ${broken.file}, line ${broken.line}.`,
      ...wrong,
    ],
  };
}
