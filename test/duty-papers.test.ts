import { commit } from "@yuanbiao/db/commit";
import { listObservations } from "@yuanbiao/db/queries/observation";
import { planVersions } from "@yuanbiao/db/revise";
import { AuditList } from "@yuanbiao/server/audit/shape";
import { ManagedTarget } from "@yuanbiao/server/decision/shape";
import { ProgressList } from "@yuanbiao/server/progress/shape";
import { SummaryView } from "@yuanbiao/server/summary/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describedRoutes } from "./support/description.ts";
import { good, match, refused, refusedAt } from "./support/reporting.ts";
import { type Asking, listenOnLoopback, type Served, type SignedIn, serve } from "./support/served.ts";
import { readWord } from "./support/word.ts";

let served: Served;
let office: SignedIn;
beforeAll(async () => {
  served = await serve();
  office = await served.as("coordinator");
});
afterAll(() => served.close());

const english = { headers: { "accept-language": "en" } };
async function paper(who: Asking, address: string, init: RequestInit = {}) {
  const response = await who.ask(address, init);
  expect(response.status, address).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/wordprocessingml\.document$/);
  const name = decodeURIComponent(response.headers.get("content-disposition") ?? "");
  return { name, ...(await readWord(new Uint8Array(await response.arrayBuffer()))) };
}
/** The row that says something in a column. */
const rowWith = (rows: readonly string[][], column: number, part: string): string[] =>
  rows.find((row) => row[column]?.includes(part) === true) ?? [];
const entries = async (action: string) => {
  const auditor = await served.as("auditor");
  return AuditList.parse(await auditor.read(`/api/audit?action=${action}&limit=1000`)).items;
};

it("each says its right in the description", async () => {
  const routes = await describedRoutes(served);
  const rights = routes.filter(({ path }) => /(pledge|dispatch|verification|supervision)\.docx$/.test(path));
  expect(Object.fromEntries(rights.map(({ path, right }) => [path, right]))).toEqual({
    "/api/targets/pledge.docx": "tracking.read",
    "/api/progress/dispatch.docx": "tracking.read",
    "/api/reports/{id}/verification.docx": "report.read",
    "/api/tasks/supervision.docx": "letter.send",
  });
});

describe("责任书", () => {
  const address = "/api/targets/pledge.docx?area=liuzhou";

  it("names every year that a target names, with comparator, baseline, basis and caliber", async () => {
    const { name, text, rows } = await paper(served, address);
    expect(name).toContain("目标责任书 柳州市 2020—2025年.docx");
    expect(text).toContain("柳州市2020—2025年目标责任书");
    expect(rows[0]).toEqual(["序号", "指标（单位）", "性质", "基期", "2020年", "2025年", "依据与口径"]);
    const basis = "《柳州市加快战略性新兴产业发展的若干意见》 一（二）\n口径：分母未写明";
    const share = "战略性新兴产业产值占全市比重（%）";
    expect(rows[1]).toEqual(["1", share, "未注明\n力争", "—", "≥20", "—", basis]);
    expect(rows[3]).toEqual(["3", share, "未注明\n力争", "20\n2020年", "—", "≥30", basis]);
    // What newspapers reported of targets, and commitments, nobody signs.
    expect(text).not.toMatch(/我市要打造|提案/);
    expect(rows.at(-1)?.join(" ")).toMatch(/领导小组办公室[\s\S]*签字、盖章[\s\S]*柳州市/);
  });
  it("leaves out the years that are not asked for, and the targets that say nothing of those", async () => {
    const { rows, text } = await paper(served, `${address}&from=2025`);
    expect(rows[0]).toHaveLength(6);
    expect(rows[1]?.slice(3, 5)).toEqual(["20\n2020年", "≥30"]);
    expect(text).toContain("柳州市2025年目标责任书");
  });
  it("shows the office's plan by year, to the area that a part is laid on too; asOf shows it as it was", async () => {
    const before = new Date().toISOString();
    const { version } = ManagedTarget.parse(await office.read("/api/decisions/T21"));
    const parts = [
      { period: "2018", area: null, value: "200" },
      { period: "2019", area: null, value: "250" },
      { period: "2019", area: "liudong", value: "120" },
    ];
    const body = { parts, document: "lz-gui-2018-21", clause: "附表", shape: "step" };
    await good(ManagedTarget, office.send("PUT", "/api/decisions/T21/decomposition", body, match(version)));
    const zone = "/api/targets/pledge.docx?area=liuzhou-zone";
    const whole = await paper(served, zone);
    expect(whole.rows[0]?.slice(4, 7)).toEqual(["2018年", "2019年", "2020年"]);
    const row = rowWith(whole.rows, 6, ">300");
    expect(row.slice(3, 7)).toEqual(["—", ">200", ">250", ">300"]);
    expect(row[7]).toContain("分解计划：柳政规〔2018〕21号 附表");
    const part = await paper(served, "/api/targets/pledge.docx?area=liudong");
    expect(part.rows[1]?.slice(4, 5)).toEqual([">120"]);
    expect(part.rows[1]?.[5]).toContain("总目标：");
    expect((await paper(served, `${zone}&asOf=${encodeURIComponent(before)}`)).rows[0]).toHaveLength(6);
  });
  it("is English where that is asked for", async () => {
    const { name, text, rows } = await paper(served, address, english);
    expect(name).toContain("Target Responsibility Liuzhou 2020–2025.docx");
    expect(rows[3]?.slice(1, 6)).toEqual([
      "Strategic emerging industries' share of the city's output (%)",
      ...["Not stated\nto strive for", "20\n(2020)", "—", "≥30"],
    ]);
    expect(text).toContain("Office of the Leading Group and Liuzhou agree");
  });
  it("refuses an area without targets, an unknown one, none, and what is no year", async () => {
    const at = (query: string) => served.ask(`/api/targets/pledge.docx${query}`);
    expect(await refused(at("?area=panyu"))).toEqual([409, "nothing-to-pledge"]);
    expect(await refused(at("?area=liuzhou&from=2030"))).toEqual([409, "nothing-to-pledge"]);
    expect(await refused(at("?area=nowhere"))).toEqual([404, "unknown-area"]);
    expect(await refusedAt(at(""))).toEqual(["area missing-parameter"]);
    expect(await refusedAt(at("?area=liuzhou&to=25"))).toEqual(["to malformed-year"]);
  });
});

describe("调度表", () => {
  const address = "/api/progress/dispatch.docx?city=liuzhou";

  it("has a row a target in the order of the progress, on the day that is asked for", async () => {
    const { text, rows } = await paper(served, `${address}&on=2024-12-31`);
    const { items } = ProgressList.parse(await served.read("/api/progress?city=liuzhou&on=2024-12-31&limit=1000"));
    expect(rows.slice(1).map(([, target]) => target)).toEqual(items.map(({ target }) => target.name));
    expect(text).toContain("截至2024年12月31日");
    const third = items.findIndex(({ target }) => target.id === "T03");
    expect(rows[third + 1]?.slice(2)).toEqual([
      ...["2025年", "28%", "29%\n2024年", "+10.00", "正常（初判）"],
      "缺口径确认意见（2024年）\n责任单位：市统计局（建议）",
    ]);
  });
  it("says of every target what is missing, since when, and who owes it, as the 补数清单 does", async () => {
    const { rows } = await paper(served, address);
    const { missing } = SummaryView.parse(await served.read("/api/summary?city=liuzhou"));
    expect(missing.length).toBeGreaterThan(10);
    const { items } = ProgressList.parse(await served.read("/api/progress?city=liuzhou&limit=1000"));
    for (const { target, daysOverdue, owes } of missing) {
      const owed = rows[items.findIndex((row) => row.target.id === target.id) + 1]?.[7];
      if (daysOverdue !== null) expect(owed, target.id).toContain(`已逾期 ${daysOverdue} 天`);
      expect(owed, target.id).toContain(owes === null ? "责任单位未明确" : `责任单位：${owes.department.name}`);
    }
    expect(rows[3]?.slice(3, 7)).toEqual(["28%", "29%\n2024年", "+10.00", "到期缺数"]);
  });
  it("is English where that is asked for, and of one area", async () => {
    const { rows, text } = await paper(served, "/api/progress/dispatch.docx?area=liuzhou&on=2024-12-31", english);
    expect(new Set(rows.slice(1).map(([area]) => area))).toEqual(new Set(["Liuzhou"]));
    expect(rows[3]?.slice(2)).toEqual([
      ...["2025", "28%", "29%\n(2024)", "+10.00", "On track, provisional"],
      "The confirmation of the caliber of 2024 is missing\nOwed by: Liuzhou Statistics Bureau (suggested)",
    ]);
    expect(text).toContain("As of 2024-12-31");
  });
  it("is made anew for each reader, and stays a Word file over the network", async () => {
    const server = await listenOnLoopback(served);
    for (const _ of [1, 2]) {
      const response = await server.reader.ask(address);
      expect(response.headers.get("content-type")).toMatch(/wordprocessingml/);
      expect(response.headers.get("cache-control")).toBe("private, no-store");
      expect(response.headers.get("etag")).toBeNull();
    }
    await server.close();
  });
  it("shows an internal figure to who may see it alone, and leaves in the trail that it was taken", async () => {
    const cut = { asOf: null, publishedBy: null };
    const [model] = await listObservations(served.store, cut, { ids: ["A021"] });
    if (model === undefined) throw new Error("no figure to copy");
    const secret = { ...model, id: "secret", value: "77.1234", class: "internal", period: "2025" } as const;
    const { statements } = planVersions(
      "observation",
      { current: [], incoming: [secret] },
      { reason: "other", note: null },
    );
    const audit = { area: model.area, action: "test", subject: null, detail: {} };
    await commit(served.store, { actor: "test", role: null, address: null, statements, audit: [audit] });
    const [reader, leader] = [await paper(served, address), await paper(await served.as("leader"), address)];
    expect([reader, leader].map(({ text }) => text.includes("77.1234"))).toEqual([false, true]);
    const [entry, ...others] = await entries("dispatch-export");
    expect(entry?.actor.account).toMatch(/^leader/);
    expect(others).toEqual([]);
  });
  it("refuses what has no target and what is unknown", async () => {
    const at = (query: string) => served.ask(`/api/progress/dispatch.docx${query}`);
    expect(await refused(at("?area=sanjiang"))).toEqual([409, "nothing-to-dispatch"]);
    expect(await refused(at("?city=nowhere"))).toEqual([404, "unknown-city"]);
    expect(await refusedAt(at("?limit=5"))).toEqual(["limit unknown-parameter"]);
  });
});

describe("督办单", () => {
  const to = (department: string, more = "") =>
    `/api/tasks/supervision.docx?city=liuzhou&department=${department}${more}`;

  it("names a unit's overdue tasks and the targets that it answers for, and stands in the trail", async () => {
    const { name, text, rows } = await paper(office, to("lz-statistics", "&replyBy=2026-12-31"));
    expect(name).toContain("督办单 市统计局 2026-11-21.docx");
    expect(text).toMatch(/市统计局：[\s\S]*2026年12月31日前书面反馈/);
    expect(rowWith(rows, 1, "战略性新兴产业产值占全市比重达到20%以上").slice(3)).toEqual([
      "2020年",
      "未达标（初判），完成值 10.8%（2020年），与目标相差 −9.2 个百分点；缺口径确认意见（2020年），已逾期 2150 天",
      "说明未达标原因，提出整改措施和时限；出具口径确认意见，写明确认人、日期和依据",
    ]);
    // Of what newspapers reported nobody is reminded.
    expect(text).not.toContain("我市要打造");
    const [entry] = await entries("supervision-export");
    expect(entry).toMatchObject({ subject: "lz-statistics", area: { code: "liuzhou" } });
  });
  it("tells the leading unit from the others, and goes to the successor of one that is no more", async () => {
    const leading = await paper(office, to("lz-sti"));
    expect(rowWith(leading.rows, 1, "健全科技创新创业").slice(3)).toEqual([
      ...["2020年", "已到期 2150 天，尚无办结记录", "牵头办结，报送完成情况和佐证材料"],
    ]);
    expect(rowWith(leading.rows, 1, "三大传统产业升级")[5]).toBe("配合办结，报送本单位完成情况");
    const former = await paper(office, to("lz-miit"));
    expect(former.text).toContain("市工业和信息化局：");
    expect(rowWith(former.rows, 1, "三大传统产业升级")[5]).toMatch(/^牵头/);
    expect((await paper(office, to("lz-bii"))).rows).toEqual(former.rows);
  });
  it("reaches the members of a group that a task names", async () => {
    const { rows } = await paper(office, to("liubei-gov"));
    expect(rowWith(rows, 1, "三大传统产业升级")[4]).toContain("已到期");
  });
  it("is English where that is asked for", async () => {
    const { text } = await paper(office, to("lz-sti"), english);
    expect(text).toMatch(/Liuzhou Science and Technology Bureau:[\s\S]*by 2026-12-05/);
    expect(text).toContain("Past its date (days: 2150); nothing on record that it was done");
  });
  it("refuses where there is nothing to supervise, a day that has passed, an unknown unit, and whoever is not the office", async () => {
    expect(await refused(office.ask(to("lz-gov")))).toEqual([409, "nothing-to-supervise"]);
    expect(await refused(office.ask(to("nobody")))).toEqual([404, "unknown-department"]);
    expect(await refusedAt(office.ask(to("lz-sti", "&replyBy=2026-11-20")))).toEqual(["replyBy date-passed"]);
    expect(await refusedAt(office.ask(to("lz-sti", "&replyBy=soon")))).toEqual(["replyBy malformed-day"]);
    for (const role of ["leader", "assessor", "verifier", "clerk"] as const) {
      expect(await refused((await served.as(role)).ask(to("lz-sti"))), role).toEqual([403, "forbidden"]);
    }
  });
});
