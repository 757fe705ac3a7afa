import { type Actor, areasOf, departmentsOf, may } from "@yuanbiao/core/access";
import { shanghaiDay } from "@yuanbiao/core/day";
import type { Letter } from "@yuanbiao/core/letter";
import type { Versioned } from "@yuanbiao/db/nouns";
import { findAccountNames } from "@yuanbiao/db/queries/account-name";
import { listLetters } from "@yuanbiao/db/queries/letter";
import type { z } from "zod";
import type { Asker } from "../asker.ts";
import { recordRead } from "../change.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { pageOf } from "../page.ts";
import { writePaper } from "../paper/document.ts";
import type { Registry } from "../registry.ts";
import { areaRef, departmentRef, type Speech } from "../wire/speech.ts";
import type { LetterList, LetterView } from "./shape.ts";

/** A park reads the letters to itself and about itself, a department those to itself, everybody else who may all of them. */
function isSeen({ area, department, items }: Letter, actor: Actor, { departments }: Registry): boolean {
  const addressees = department === null ? [] : [department, departments.get(department)?.successor ?? department];
  const reachesBy = (one: Actor): boolean => {
    if (!may(one, "letter.read")) return false;
    const [parks, own] = [areasOf(one, "letter.read"), departmentsOf(one, "letter.read")];
    if (own !== null) return addressees.some((addressee) => own.includes(addressee));
    if (parks === null || (area !== null && parks.includes(area))) return true;
    return area === null && items.length > 0 && items.every((item) => parks.includes(item.area));
  };
  // Grant by grant: what one of them is limited to says nothing of another.
  return actor.grants.some((grant) => reachesBy({ ...actor, grants: [grant] }));
}

export interface LetterQuery {
  readonly city?: string | undefined;
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function viewOf(
  speech: Speech,
  letter: Versioned<Letter>,
  names: ReadonlyMap<string, string>,
): z.infer<typeof LetterView> {
  const { id, city, department, area, items, answerBy, number, signer, recordedAt, recordedBy } = letter;
  return {
    id,
    city: areaRef(speech, city),
    department: department === null ? null : departmentRef(speech, department),
    area: area === null ? null : areaRef(speech, area),
    ...{ items, answerBy, number, signer, sentBy: names.get(recordedBy) ?? recordedBy, recordedAt },
  };
}

/** Letters that were sent, the newest first. */
export async function listLetterViews(
  context: Context,
  { actor }: Asker,
  { query, language }: { query: LetterQuery; language: Language },
): Promise<z.infer<typeof LetterList>> {
  const speech = { registry: await context.registries.at(null), language };
  const letters = await listLetters(context.store, { asOf: query.asOf ?? null }, { city: query.city });
  const page = pageOf(
    letters.filter((letter) => isSeen(letter, actor, speech.registry)),
    ({ id }) => id,
    query,
  );
  const names = await findAccountNames(
    context.store,
    page.items.map(({ recordedBy }) => recordedBy),
  );
  return { items: page.items.map((letter) => viewOf(speech, letter, names)), nextCursor: page.nextCursor };
}

const chineseDay = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** A letter as a Word file, to be numbered, signed and sent. */
export async function downloadLetter(context: Context, asker: Asker, id: string): Promise<Uint8Array> {
  const [letter] = await listLetters(context.store, { asOf: null }, { ids: [id] });
  const registry = await context.registries.at(null);
  if (letter === undefined || !isSeen(letter, asker.actor, registry)) throw new Refusal(404, "unknown-letter");
  const { areas, departments } = registry;
  const addressee =
    letter.department === null
      ? (areas.get(letter.area ?? "")?.name ?? "")
      : (departments.get(letter.department)?.name ?? letter.department);
  await recordRead(context, asker, { area: letter.city, action: "letter-export", subject: id });
  const rows = letter.items.map(({ text, since }, at) => [String(at + 1), text, since ?? "—"]);
  return writePaper({
    title: "关于催报指标数据的函",
    addressee,
    parts: [
      {
        kind: "paragraph",
        text: `经核对，贵单位负责的下列 ${letter.items.length} 项数据或材料尚未收到。请于${chineseDay(letter.answerBy)}前补报，并注明口径、报告期和出处；确无法提供的，请书面说明原因。`,
      },
      { kind: "table", head: ["序号", "应报内容", "应报未报起始日"], widths: [10, 68, 22], rows },
      { kind: "paragraph", text: "数据口径与目标口径不一致的，请一并说明差异，由领导小组办公室认定后采用。" },
    ],
    signed: { signer: letter.signer, date: chineseDay(shanghaiDay(new Date(letter.recordedAt))) },
  });
}
