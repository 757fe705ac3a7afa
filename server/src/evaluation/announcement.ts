import { isAnnounced } from "@yuanbiao/core/evaluation-stage";
import { listEvaluations } from "@yuanbiao/db/queries/evaluation";
import type { z } from "zod";
import { withScheme } from "../assessing.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Language } from "../language.ts";
import { markText } from "../text/place-text.ts";
import { loadHeads } from "./heads.ts";
import type { AnnouncementView } from "./result-shape.ts";
import { resultViews } from "./results.ts";
import { type Shown, summaryView } from "./view.ts";

/** What the schemes of announced assessments let everybody see, without a sign-in; a run stands until the one that replaces it is announced. */
export async function announcedRun(
  context: Context,
  { id, language }: { id: string; language: Language },
): Promise<z.infer<typeof AnnouncementView>> {
  const [evaluation] = await listEvaluations(context.store, { asOf: null }, { ids: [id] });
  const hidden = new Refusal(404, "unknown-evaluation");
  if (evaluation === undefined || !isAnnounced(evaluation)) throw hidden;
  const shown: Shown = { ...(await withScheme(context, evaluation)), language };
  if (shown.isSuperseded) throw hidden;
  const items = resultViews(shown, await loadHeads(context, shown), null);
  if (items.length === 0) throw hidden;
  const { name, city, year, dataYear, stage, noticeOn, objectionsUntil, publishedOn, minutes } = summaryView(
    shown,
    null,
  );
  const isFinal = publishedOn !== null;
  return {
    ...{ id, name, city, year, dataYear, stage, noticeOn, objectionsUntil, publishedOn, minutes },
    mark: markText(language, { isDemo: context.isDemo, isFinal, isSealed: true }),
    items,
  };
}
