import type { FigureClass } from "@yuanbiao/core/access";
import { isOfPolicy } from "@yuanbiao/core/board";
import { addDays, shanghaiDay } from "@yuanbiao/core/day";
import { listTasks } from "@yuanbiao/db/queries/task";
import type { Asker } from "../asker.ts";
import { recordRead, systemArea } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { type SupervisionItem, writeSupervision } from "../paper/supervision.ts";
import { requireKnown } from "../route.ts";
import { type Scope, scopeOf } from "../scope.ts";
import { coordinatingOffice } from "../text/office-text.ts";
import { dayText, markText } from "../text/place-text.ts";
import { supervisionText } from "../text/supervision-text.ts";
import { isOfAll, loadTargets, loadTracking, refuseTooWide } from "../tracking.ts";
import { departmentRef, type Speech } from "../wire/speech.ts";
import { heirOf } from "./supervised.ts";
import { targetItem, taskItem } from "./supervision-items.ts";

export interface SupervisionQuery {
  readonly department: string;
  readonly city?: string | undefined;
  readonly replyBy?: string | undefined;
  readonly clearance: FigureClass;
}

const daysToReply = 14;

interface Supervising {
  readonly scope: Scope;
  readonly unit: string;
  readonly city: string | undefined;
}

async function itemsOf(
  context: Context,
  speech: Speech,
  { scope, unit, city }: Supervising,
): Promise<SupervisionItem[]> {
  const { on, registry, question } = scope;
  const tasks = (await listTasks(context.store, { asOf: null })).filter(
    ({ area }) => city === undefined || registry.areas.get(area)?.city === city,
  );
  const all = await loadTargets(context.store, registry, question);
  const targets = all.filter(
    (target) =>
      isOfPolicy(target, registry.documents) && target.owes !== null && heirOf(registry, target.owes, on) === unit,
  );
  refuseTooWide(targets);
  const isWhole = isOfAll(question) && targets.length === all.length;
  const tracking = await loadTracking(context.store, registry, { targets, question, isWhole });
  const placed = targets.map((target) => ({ target, progress: tracking.progressOf(target, on) }));
  return [
    ...tasks.map((task) => taskItem(speech, task, { unit, on })),
    ...placed.map((row) => targetItem(speech, row, on)),
  ].filter((item) => item !== null);
}

/**
 * 督办单 to a unit: its overdue tasks, and the targets of documents that it answers for and
 * that are overdue or behind; it stands in the trail.
 */
export async function supervisionPaper(
  context: Context,
  asker: Asker,
  { language, query }: { language: Language; query: SupervisionQuery },
): Promise<{ name: string; bytes: Uint8Array }> {
  const { department, city, clearance } = query;
  const scope = await scopeOf(context, { city, clearance });
  const { on, registry } = scope;
  requireKnown("department", department, registry.departments);
  const replyBy = query.replyBy ?? addDays(on, daysToReply);
  if (replyBy < on) throw new Refusal(422, "date-passed", [{ field: "replyBy", code: "date-passed" }]);
  const speech: Speech = { registry, language };
  const unit = heirOf(registry, department, on);
  const items = await itemsOf(context, speech, { scope, unit, city });
  if (items.length === 0) throw new Refusal(409, "nothing-to-supervise");
  const area = city ?? registry.departments.get(unit)?.city ?? systemArea;
  const after = { city, department: unit, replyBy, items: items.length };
  await recordRead(context, asker, {
    ...{ area, action: "supervision-export", subject: unit, after },
  });
  const { name } = departmentRef(speech, unit);
  const bytes = await writeSupervision({
    ...{ language, unit: name, number: null, items },
    ...{ signer: coordinatingOffice(language), replyBy: dayText(language, replyBy) },
    date: dayText(language, shanghaiDay(context.clock())),
    mark: markText(language, { isDemo: context.isDemo, isFinal: true, isSealed: true }),
  });
  return { bytes, name: `${supervisionText(language).name} ${name} ${on}` };
}
