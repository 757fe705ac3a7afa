import { api, good, type ItemOf, type Read, readAll, until } from "../../api.ts";

export type Panel = ItemOf<Read<typeof api.panels.$get>>;
const entered = api.evaluations[":assessment"].entries;
export type Entries = Read<typeof entered.$get>;
export type Entry = ItemOf<Entries>;
const one = api.panels[":assessment"][":criterion"];
export type NewEntry = Parameters<(typeof entered)[":area"][":code"]["$put"]>[0]["json"];

const match = (version: number) => ({ "if-match": String(version) });

export const readPanels = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.panels.$get({ param: {}, query: page }, until(signal)))).json());

export const readOwnPanels = (signal: AbortSignal) =>
  readAll(async (page) => (await good(api.panels.mine.$get({ param: {}, query: page }, until(signal)))).json());

interface PanelChange {
  readonly panel: Pick<Panel, "assessment" | "version"> & { readonly criterion: { readonly code: string } };
  readonly judges: readonly string[];
  readonly open: boolean;
}

export async function savePanel({ panel, judges, open }: PanelChange): Promise<void> {
  const { assessment, criterion, version } = panel;
  const param = { assessment, criterion: criterion.code };
  await good(one.$put({ param, query: {}, header: match(version), json: { judges: [...judges], open } }));
}

/** A score of one area by its judge; `version` is 0 where there is none yet. */
export interface Given {
  readonly area: string;
  readonly score: string;
  readonly comment: string | null;
  readonly version: number;
}

export async function giveScore({ assessment, criterion }: Panel, { area, version, ...json }: Given) {
  const param = { assessment, criterion: criterion.code, area };
  const { items } = await (
    await good(one.scores[":area"].$put({ param, query: {}, header: match(version), json }))
  ).json();
  return items;
}

export const readEntries = async (assessment: string, signal: AbortSignal): Promise<Entries> =>
  (await good(entered.$get({ param: { assessment }, query: { limit: "1000" } }, until(signal)))).json();

export interface Written {
  readonly area: string;
  readonly code: string;
  readonly version: number;
  readonly entry: NewEntry;
}

export const writeEntry = async (assessment: string, { area, code, version, entry }: Written) =>
  (
    await good(
      entered[":area"][":code"].$put({
        param: { assessment, area, code },
        query: {},
        header: match(version),
        json: entry,
      }),
    )
  ).json();
