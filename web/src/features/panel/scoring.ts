import { useState } from "react";
import {
  type Draft,
  type Drafts,
  draftOf,
  givenOf,
  isSavable,
  type ScoreRow,
  unsavedRows,
  withoutSaved,
} from "./draft.ts";
import { usePanelChange } from "./query.ts";
import type { Panel } from "./request.ts";
import { giveScore } from "./request.ts";

/** What an expert has typed over all panels, and how it is saved: one row or all that can be. */
export interface Scoring {
  readonly drafts: Drafts;
  readonly unsaved: readonly ScoreRow[];
  readonly ready: readonly ScoreRow[];
  readonly isSaving: boolean;
  /** By row: why it was not saved. */
  readonly errors: ReadonlyMap<string, string>;
  readonly type: (row: ScoreRow, draft: Draft) => void;
  readonly save: (rows: readonly ScoreRow[]) => void;
}

interface Saved {
  readonly sent: Drafts;
  readonly errors: ReadonlyMap<string, string>;
}

/** Saves rows one after another; a row that is refused keeps none of the others from being saved. */
async function saveRows(rows: readonly ScoreRow[], drafts: Drafts): Promise<Saved> {
  const sent = new Map<string, Draft>();
  const errors = new Map<string, string>();
  for (const row of rows) {
    const draft = draftOf(row, drafts);
    try {
      await giveScore(row.panel, givenOf(row, draft));
      sent.set(row.key, draft);
    } catch (error) {
      errors.set(row.key, error instanceof Error ? error.message : String(error));
    }
  }
  return { sent, errors };
}

export function useScoring(panels: readonly Panel[]): Scoring {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [errors, setErrors] = useState<Saved["errors"]>(new Map());
  const change = usePanelChange((rows: readonly ScoreRow[]) => saveRows(rows, drafts));
  const unsaved = unsavedRows(panels, drafts);
  const keep = (saved: Saved, tried: readonly ScoreRow[]): void => {
    setDrafts((now) => withoutSaved(now, saved.sent));
    const again = new Set(tried.map(({ key }) => key));
    setErrors((now) => new Map([...[...now].filter(([key]) => !again.has(key)), ...saved.errors]));
  };
  return {
    ...{ drafts, unsaved, errors, isSaving: change.isPending },
    ready: unsaved.filter((row) => isSavable(row, draftOf(row, drafts))),
    type: (row, draft) => setDrafts((now) => new Map(now).set(row.key, draft)),
    save: (rows) => {
      if (rows.length > 0 && !change.isPending) {
        change.mutate(rows, { onSuccess: (saved) => keep(saved, rows) });
      }
    },
  };
}
