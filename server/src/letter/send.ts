import { randomUUID } from "node:crypto";
import { addDays, shanghaiDay } from "@yuanbiao/core/day";
import type { Letter, LetterItem } from "@yuanbiao/core/letter";
import type { Missing, MissingNeed } from "@yuanbiao/core/missing";
import { isOwed, type Report } from "@yuanbiao/core/report";
import { listReports } from "@yuanbiao/db/queries/report";
import { listRounds } from "@yuanbiao/db/queries/round";
import { planVersions } from "@yuanbiao/db/revise";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { type FieldFault, Refusal } from "../errors.ts";
import { missingRows } from "../missing.ts";
import type { Registry } from "../registry.ts";
import { standingsOf } from "../reporting.ts";
import { requireKnown } from "../route.ts";
import { cities } from "../scope.ts";
import { periodText } from "../text/period.ts";
import { loadTargets, loadTracking } from "../tracking.ts";
import type { LetterBody } from "./shape.ts";

type Body = z.infer<typeof LetterBody>;
const now = { asOf: null };

/** 催报函: asks for what is missing today; what is no longer missing is refused, so that nobody is asked twice for it. */
export async function sendLetter(context: Context, asker: Asker, body: Body): Promise<string> {
  const registry = await context.registries.at(null);
  requireKnown("city", body.city, cities(registry));
  const today = shanghaiDay(context.clock());
  const faults = headFaults(body, registry, today);
  const targets = await targetItems(context, { body, registry, today });
  const reports = await reportItems(context, asker, { body, registry, today });
  const all = [...faults, ...targets.faults, ...reports.faults];
  if (all.length > 0) throw new Refusal(422, "letter-not-acceptable", all);
  const { city, department, area, answerBy, number, signer } = body;
  const items = [...targets.items, ...reports.items];
  const letter: Letter = { id: randomUUID(), city, department, area, items, answerBy, number, signer };
  const plan = planVersions("letter", { current: [], incoming: [letter] }, { reason: "other", note: null });
  const entry = { area: city, action: "letter-send", subject: letter.id, after: letter };
  const touched = new Set([...(area === null ? [] : [area]), ...reports.owed.map((report) => report.area)]);
  const others = [...touched].filter((one) => one !== city).map((one) => ({ ...entry, area: one }));
  const reminders = reports.owed.map((report) => reminderOf(asker, report, letter));
  await change(context, asker, {
    statements: [
      ...plan.statements,
      ...(reminders.length === 0 ? [] : [{ insert: "reportEvent", rows: reminders } as const]),
    ],
    entries: [entry, ...others],
  });
  return letter.id;
}

/** A report's thread says that it was asked for. */
function reminderOf({ actor }: Asker, { id, area, cycle }: Report, { answerBy }: Letter): object {
  const who = { account: actor.account, name: actor.name };
  return { id: randomUUID(), area, report: id, action: "remind", cycle, ...who, comment: answerBy, indicators: [] };
}

function headFaults(body: Body, { areas, departments }: Registry, today: string): FieldFault[] {
  const { department, area } = body;
  return [
    ...(department === null && area === null ? [{ field: "department", code: "addressee-needed" }] : []),
    ...(department !== null && !departments.has(department)
      ? [{ field: "department", code: "unknown-department" }]
      : []),
    ...(area !== null && !areas.has(area) ? [{ field: "area", code: "unknown-area" }] : []),
    ...(body.targets.length + body.reports.length === 0 ? [{ field: "targets", code: "nothing-asked" }] : []),
    ...(body.answerBy < today ? [{ field: "answerBy", code: "date-passed" }] : []),
  ];
}

interface ItemsOf {
  readonly body: Body;
  readonly registry: Registry;
  readonly today: string;
}
interface Items {
  readonly items: LetterItem[];
  readonly faults: FieldFault[];
}

const needs: Readonly<Record<MissingNeed, string>> = {
  figure: "指标值",
  part: "比率的分子或分母",
  caliber: "与目标口径一致的指标值",
  confirmation: "口径确认意见（责任人、日期、文号）",
  evidence: "里程碑完成情况及佐证材料",
  decision: "完成情况认定意见及依据",
};

async function targetItems(context: Context, { body, registry, today }: ItemsOf): Promise<Items> {
  if (body.targets.length === 0) return { items: [], faults: [] };
  const areas = [...registry.areas.values()].filter(({ city }) => city === body.city).map(({ code }) => code);
  const question = { asOf: null, publishedBy: null, areas, indicator: undefined, due: undefined };
  const targets = await loadTargets(context.store, registry, question);
  const tracking = await loadTracking(context.store, registry, { targets, question, isWhole: false });
  const placed = targets.map((target) => ({ target, progress: tracking.progressOf(target, today) }));
  const missing = new Map(missingRows(registry, placed, today).map((row) => [row.target.id, row]));
  const found = body.targets.map((id) => missing.get(id));
  return {
    items: found.flatMap((row) => (row === undefined ? [] : [targetItem(row, registry)])),
    faults: found.flatMap((row, at) => (row === undefined ? [{ field: `targets.${at}`, code: "not-missing" }] : [])),
  };
}

function targetItem({ target, need, period, since }: Missing, { areas, calibers, indicators }: Registry): LetterItem {
  const names = [
    areas.get(target.area)?.name ?? target.area,
    indicators.get(target.indicator)?.name ?? target.indicator,
    period === null ? null : periodText("zh-CN", period),
    `口径：${calibers.get(target.caliber)?.name ?? target.caliber}`,
  ];
  const text = `${needs[need]}：${names.filter((name) => name !== null).join("，")}（目标 ${target.id}）`;
  return { target: target.id, report: null, area: target.area, indicator: target.indicator, text, since };
}

async function reportItems(
  context: Context,
  { actor }: Asker,
  { body, registry, today }: ItemsOf,
): Promise<Items & { readonly owed: readonly Report[] }> {
  if (body.reports.length === 0) return { items: [], faults: [], owed: [] };
  const found = await listReports(context.store, now, { ids: body.reports });
  // Owed until it is sent: that it was handed in within the park the office does not know.
  const reports = await standingsOf(context, actor, { reports: found, asOf: null });
  const rounds = new Map((await listRounds(context.store, now)).map((round) => [round.code, round]));
  const owed = new Map(reports.filter(isOwed).map((report) => [report.id, report]));
  const items = body.reports.flatMap((id): LetterItem[] => {
    const report = owed.get(id);
    const round = report === undefined ? undefined : rounds.get(report.round);
    if (report === undefined || round === undefined) return [];
    const area = registry.areas.get(report.area)?.name ?? report.area;
    const what = report.state === "returned" ? "已退回，请修改后重报" : "尚未报送";
    const text = `${round.name}：${area}，${periodText("zh-CN", round.period)}，${what}，报送期限 ${report.dueOn}`;
    const since = report.dueOn < today ? addDays(report.dueOn, 1) : null;
    return [{ target: null, report: id, area: report.area, indicator: null, text, since }];
  });
  const faults = body.reports.flatMap((id, at) =>
    owed.has(id) ? [] : [{ field: `reports.${at}`, code: "not-missing" }],
  );
  return { items, faults, owed: [...owed.values()] };
}
