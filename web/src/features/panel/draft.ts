import { isScore } from "./own.ts";
import type { Given, Panel } from "./request.ts";

/** What is typed about an area. */
export interface Draft {
  readonly score: string;
  readonly comment: string;
}

/** By row: what is typed and not saved. */
export type Drafts = ReadonlyMap<string, Draft>;

/** One area of a panel, as its judge scores it. */
export interface ScoreRow {
  readonly key: string;
  readonly panel: Panel;
  readonly judged: Panel["areas"][number];
}

export function scoreRows(panel: Panel): ScoreRow[] {
  const { assessment, criterion, areas } = panel;
  return areas.map((judged) => ({ key: `${assessment} ${criterion.code} ${judged.area.code}`, panel, judged }));
}

function storedDraft({ judged: { own } }: ScoreRow): Draft {
  return { score: own?.score ?? "", comment: own?.comment ?? "" };
}

export function draftOf(row: ScoreRow, drafts: Drafts): Draft {
  return drafts.get(row.key) ?? storedDraft(row);
}

const isSame = (a: Draft, b: Draft): boolean => a.score === b.score && a.comment === b.comment;

/** Rows with something typed that is not saved; a panel that takes no scores has none. */
export function unsavedRows(panels: readonly Panel[], drafts: Drafts): ScoreRow[] {
  return panels
    .filter(({ open }) => open)
    .flatMap(scoreRows)
    .filter((row) => !isSame(draftOf(row, drafts), storedDraft(row)));
}

/** Whether what is typed can be saved: a score on the scale. */
export function isSavable(row: ScoreRow, { score }: Draft): boolean {
  return isScore(score, row.panel.scale);
}

/** What is sent of a row. */
export function givenOf({ judged: { area, own } }: ScoreRow, { score, comment }: Draft): Given {
  const said = comment.trim();
  return { area: area.code, score: score.trim(), comment: said === "" ? null : said, version: own?.version ?? 0 };
}

/** What stays typed after some rows were saved: everything but what was sent, so typing on meanwhile is kept. */
export function withoutSaved(drafts: Drafts, saved: Drafts): Drafts {
  return new Map(
    [...drafts].filter(([key, draft]) => {
      const sent = saved.get(key);
      return sent === undefined || !isSame(sent, draft);
    }),
  );
}
