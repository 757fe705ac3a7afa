import { createHash } from "node:crypto";
import { archiveZip, manifestName } from "@yuanbiao/server/paper/archive";
import { writeDispatch } from "@yuanbiao/server/paper/dispatch";
import { writeNotice } from "@yuanbiao/server/paper/notice";
import { writePledge } from "@yuanbiao/server/paper/pledge";
import { writeRanking } from "@yuanbiao/server/paper/ranking";
import { writeStatement } from "@yuanbiao/server/paper/statement";
import { writeSupervision } from "@yuanbiao/server/paper/supervision";
import { writeVerification } from "@yuanbiao/server/paper/verification";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { sampleNotice, sampleRanking, sampleStatement } from "./support/result-papers.ts";
import { readXml } from "./support/word.ts";

const words = (xml: string): string => xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
const textOf = async (file: Uint8Array): Promise<string> => words(await readXml(file, "word/document.xml"));
const head = { language: "zh-CN", mark: "演示数据", signer: "领导小组办公室", date: "2018年3月20日" } as const;

describe("考核结果通报", () => {
  it("says order, grades, corrections, objections and the seal, headings numbered by the standard", async () => {
    const lines = (await textOf(await writeNotice(sampleNotice("zh-CN")))).split("\n");
    expect(lines[0]).toBe("关于示例市2018年度园区考核结果的通报");
    const headings = lines.filter((text) => /^([一二三四五六]、|（[一二]）)/.test(text));
    expect(headings).toEqual([
      ...["一、总体情况", "二、考核结果", "（一）高新区组", "（二）集中区组"],
      ...["三、不列名次的园区", "四、与前次公示的差异", "五、异议的提出", "六、计算依据"],
    ]);
    expect(lines.slice(lines.indexOf("第1"), lines.indexOf("第1") + 5)).toEqual([
      ...["第1", "东湖高新技术产业开发区", "88.87", "良好", "上升 1 位"],
    ]);
    expect(lines.join("\n")).toMatch(/2018年3月27日前（含当日）[\s\S]*SHA-256）：b94d27b9/);
  });
  it("keeps the page, the faces and the levels of GB/T 9704, with the picture in it", async () => {
    const file = await writeNotice(sampleNotice("zh-CN"));
    const xml = await readXml(file, "word/document.xml");
    expect(xml).toMatch(/<w:pgSz w:w="1190[56]" w:h="1683[78]"/);
    expect(xml).toMatch(/<w:pgMar w:top="209[78]" w:right="1474" w:bottom="198[45]" w:left="158[78]"/);
    expect(xml).toMatch(/w:eastAsia="黑体"[\s\S]{0,200}一、总体情况/);
    expect(xml).toMatch(/w:eastAsia="楷体"[\s\S]{0,200}（一）高新区组/);
    expect([...xml.matchAll(/<w:outlineLvl w:val="(\d)"\/>/g)].map(([, level]) => level)).toEqual([..."00110000"]);
    expect(xml).toMatch(/<wp:docPr [^>]*descr="各园区得分与上年名次"/);
    expect(await readXml(file, "word/footer1.xml")).toMatch(/PAGE/);
    expect(words(await readXml(file, "word/header1.xml"))).toContain("演示数据");
  });
  it("is a 公示 before it is final, a trial where it is not sealed, and has no empty sections", async () => {
    const text = await textOf(
      await writeNotice(
        sampleNotice("zh-CN", {
          ...{ isFinal: false, seal: null, mark: null, unranked: [], corrections: [], objection: null, pictures: [] },
        }),
      ),
    );
    expect(text).toContain("考核结果的公示");
    expect(text).toContain("尚未封存，为试算结果");
    expect(text).not.toMatch(/不列名次的园区|前次公示|异议的提出|SHA-256/);
  });
  it("has English words of its own", async () => {
    const text = await textOf(await writeNotice(sampleNotice("en")));
    for (const part of ["Assessment of Parks 2018", "1 Overview", "2.1 ", "Change of rank", "Seal (SHA-256)"]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/undefined|null/);
  });
});

describe("得分说明", () => {
  it("unfolds every line: inputs with sources, rule, arithmetic, rounding", async () => {
    const lines = (await textOf(await writeStatement(sampleStatement("A", "zh-CN")))).split("\n");
    const at = lines.indexOf("1.高新技术企业数：18.67 分（权重 20）");
    expect(lines.slice(at - 1, at + 15)).toEqual([
      "（一）企业自主创新",
      "1.高新技术企业数：18.67 分（权重 20）",
      "计分规则：完成率计分：得分 = 权重 × 完成率（完成值 ÷ 目标值）；完成率最高按 1 计。",
      "权重 = 组权重 60 × 相对权重 1 ÷ 组内相对权重之和 3 = 20。",
      ...["取数", "数值", "出处与口径"],
      ...["完成值", "280", "2017 统计年鉴第3章，全口径，第 1 版"],
      ...["目标值", "300", "2017 统计年鉴第3章，全口径，第 1 版"],
      "",
      "（1）完成率 = 完成值 280 ÷ 目标值 300 = 0.9333333333",
      "（2）得分 = 权重 20 × 0.9333333333 = 18.6666666667",
    ]);
    expect(lines[at + 15]).toBe("（3）18.6666666667 按四舍五入修约到 2 位小数：18.67");
    expect(lines).toContain(
      "总分 88.87 分（满分 100 分），在高新区组列第1名（共 2 个），等次为良好，比上年上升 1 位。",
    );
  });
  it("says what does not apply and what bars a park", async () => {
    const text = await textOf(await writeStatement(sampleStatement("D", "zh-CN")));
    expect(text).toMatch(/研发经费投入强度：不计分\n[\s\S]*不适用于这类园区/);
    expect(text).toMatch(/否决与多年规则\n数据弄虚作假/);
  });
});

describe("the papers that set, follow and demand", () => {
  it("责任书: a column a year, a cell to sign a party, across the page", async () => {
    const file = await writePledge({
      ...{ language: "zh-CN", mark: null, signer: "领导小组办公室", area: "东湖高新区", span: "2018—2020年" },
      years: ["2018年", "2019年", "2020年"],
      parties: ["领导小组办公室", "东湖高新区管委会"],
      targets: [
        {
          indicator: "高新技术企业数（家）",
          nature: "预期性",
          baseline: "280",
          values: ["286.67", null, "300"],
          basis: ["甲", "乙"],
        },
      ],
    });
    const lines = (await textOf(file)).split("\n");
    const at = lines.indexOf("高新技术企业数（家）");
    expect(lines.slice(at - 1, at + 8)).toEqual([
      "1",
      "高新技术企业数（家）",
      "预期性",
      "280",
      "286.67",
      "—",
      "300",
      "甲",
      "乙",
    ]);
    expect(lines.filter((text) => text === "（签字、盖章）")).toHaveLength(2);
    expect(await readXml(file, "word/document.xml")).toMatch(
      /<w:pgSz w:w="1683[78]" w:h="1190[56]" w:orient="landscape"/,
    );
  });
  it("调度表, 核定表, 督办单: what is not there is a dash, or room for a hand", async () => {
    const nothing = { expected: null, actual: null, deviation: null };
    const row = { area: "全市", target: "新兴产业占比", due: "2020年", ...nothing, status: "缺数", owed: "市统计局" };
    const dispatch = await textOf(await writeDispatch({ ...head, on: "2018年3月20日", rows: [row] }));
    expect(dispatch).toContain("全市\n新兴产业占比\n2020年\n—\n—\n—\n缺数\n市统计局\n");
    const figure = { indicator: "研发投入", unit: "亿元", reported: "2.2", verified: null, adopted: null };
    const about = { ...head, area: "东湖高新区", period: "2017年", department: "市科技局" };
    const sheet = await textOf(
      await writeVerification({ ...about, rows: [{ ...figure, difference: null, reason: null }] }),
    );
    expect(sheet).toContain("1\n研发投入\n亿元\n2.2\n\n\n\n\n");
    const item = {
      matter: "建成试验中心",
      basis: "第六条",
      due: "2018年2月28日",
      state: "已逾期 20 天",
      demand: "报送验收材料",
    };
    const note = await textOf(
      await writeSupervision({ ...head, unit: "市工信局", number: null, replyBy: "2018年4月10日", items: [item] }),
    );
    expect(note).toContain(
      "市工信局：\n下列 1 项任务或目标已经逾期或落后于进度，请贵单位抓紧办理，并于2018年4月10日前书面反馈",
    );
    expect(note).toContain("1\n建成试验中心\n第六条\n2018年2月28日\n已逾期 20 天\n报送验收材料\n");
  });
});

describe("the ranking as a workbook", () => {
  it("reads back equal, sums as formulas with their values", async () => {
    const book = await readXlsx(await writeRanking(sampleRanking("zh-CN")));
    expect(book.sheets.map(({ name }) => name)).toEqual(["排名", "得分明细", "逐项说明", "方案"]);
    const [ranking, points, details, scheme] = book.sheets;
    expect(ranking?.rows[2]?.slice(0, 5)).toEqual(["高新区组", "第1", "东湖高新技术产业开发区", 88.87, "良好"]);
    expect(points?.rows[1]?.slice(2)).toEqual([
      ...["高新技术企业数", "研发经费投入强度", "企业自主创新 小计", "新兴产业产值占比", "新兴产业培育 小计"],
      ...["合计", "加减分", "总分"],
    ]);
    expect(points?.rows[2]?.slice(2)).toEqual([18.67, 35.2, 53.87, 40, 40, 93.87, -5, 88.87]);
    const xml = await readXml(await writeRanking(sampleRanking("zh-CN")), "xl/worksheets/sheet2.xml");
    const formulas = [...xml.matchAll(/<c r="([A-Z]+3)"[^>]*><f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map((found) =>
      found.slice(1, 4),
    );
    expect(formulas).toEqual([
      ["E3", "SUM(C3:D3)", "53.87"],
      ["G3", "SUM(F3:F3)", "40"],
      ["H3", "SUM(E3,G3)", "93.87"],
      ["J3", "SUM(H3:I3)", "88.87"],
    ]);
    expect(details?.rows[2]?.slice(3, 6)).toEqual([20, 18.67, "完成值 280\n目标值 300"]);
    expect(scheme?.rows.at(-3)?.slice(1, 4)).toEqual(["合计", 100, 100]);
  });
  it("gives a total that is no plain sum as a value", async () => {
    const sample = sampleRanking("zh-CN");
    const areas = sample.areas.map((own) => ({ ...own, total: "99.99" }));
    const xml = await readXml(await writeRanking({ ...sample, areas }), "xl/worksheets/sheet2.xml");
    expect(xml).toMatch(/<c r="J3"[^>]*><v>99.99<\/v>/);
  });
  it("marks what is made up, and runs nothing that a name says", async () => {
    const sample = sampleRanking("zh-CN");
    const areas = sample.areas.map((own) => ({ ...own, area: "=HYPERLINK(1)", notes: ["@SUM(1)", "+1"] }));
    const file = await writeRanking({ ...sample, areas });
    const [ranking] = (await readXlsx(file)).sheets;
    expect([ranking?.rows[0]?.[0], ranking?.rows[0]?.[3]]).toEqual(["示例市2018年度园区考核结果", "演示数据"]);
    expect([ranking?.rows[2]?.[2], ranking?.rows[2]?.[7]]).toEqual(["'=HYPERLINK(1)", "'@SUM(1)\n+1"]);
  });
});

it("makes a large workbook in a thread, and other work goes on meanwhile", async () => {
  const sample = sampleRanking("zh-CN");
  const lines = sample.lines
    .slice(0, 1)
    .flatMap((line) => Array.from({ length: 6000 }, (_, at) => ({ ...line, area: `园区${at}` })));
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 10);
  const book = await writeRanking({ ...sample, lines });
  clearInterval(timer);
  expect((await readXlsx(book)).sheets[2]?.rows[6001]?.[0]).toBe("园区5999");
  expect(ticks).toBeGreaterThan(5);
});

describe("the archive of a run", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const files = [
    { name: "通报/考核结果通报.docx", bytes: bytes("one") },
    { name: "run.json", bytes: bytes("{}") },
  ];
  it("has every file and a manifest of sizes and hashes", async () => {
    const file = archiveZip(files);
    expect(await readXml(file, "通报/考核结果通报.docx")).toBe("one");
    const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
    expect(await readXml(file, manifestName)).toBe(
      `${hash("{}")}  2  run.json\n${hash("one")}  3  通报/考核结果通报.docx\n`,
    );
  });
  it("is the same bytes for the same files, in whatever order: every file has one fixed time", () => {
    const first = archiveZip(files);
    expect(archiveZip(files.toReversed())).toEqual(first);
    // Midnight of 1980-01-01, as ZIP writes time and day.
    expect([...first.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });
  it("refuses two files of one name, and one named as the manifest", () => {
    expect(() => archiveZip([...files, ...files])).toThrow("one name");
    expect(() => archiveZip([{ name: manifestName, bytes: bytes("") }])).toThrow("one name");
  });
});
