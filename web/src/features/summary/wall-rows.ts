import type { Missing, Standing, Status, Summary } from "../../api.ts";
import { severity, worstFirst } from "../../ui/light-shape.ts";
import { arrange, type MatrixCell } from "./matrix.ts";

const bad: readonly Status[] = ["missed", "regressed", "far-behind", "behind"];
const lacking: readonly Status[] = ["no-data", "incomparable", "not-computable", "judgement"];

/** Whether nobody can say how it stands: then the wall says who has to bring what. */
export const isLacking = (status: Status): boolean => lacking.includes(status);

/** One thing that an area is asked about: an indicator that stands badly, or one that nobody can judge. */
export interface WallItem {
  readonly indicator: Summary["matrix"]["indicators"][number];
  readonly status: Status;
  readonly provisional: boolean;
  readonly target: string | undefined;
  /** With which figure, where the board brought it. */
  readonly standing: Standing | undefined;
  /** What is missing, and who owes it. */
  readonly missing: Missing | undefined;
}

/** An area on the wall: how its indicators stand, the items there is room for, and how many more there are. */
export interface WallRow {
  readonly area: Summary["matrix"]["areas"][number];
  readonly tally: readonly { readonly status: Status; readonly total: number }[];
  readonly items: readonly WallItem[];
  readonly rest: number;
  readonly lines: number;
}

export interface WallRoom {
  /** The height for the areas, in lines of text. */
  readonly lines: number;
  readonly perLine: number;
}

/** What each area costs beyond its lines: the space around it. */
const around = 0.5;

/** The areas worst first with what is worst in each, as many as one screen holds; `hidden` are those it does not hold. */
export function wallRows(summary: Summary, room: WallRoom): { rows: WallRow[]; hidden: number } {
  const places = new Map(summary.matrix.areas.map(({ code }, at) => [code, at]));
  const areas = arrange(summary.matrix).areas;
  const itemOf = itemsOf(summary);
  const full = areas.map((area) => {
    const cells = summary.matrix.cells.filter((cell) => cell.area === places.get(area.code));
    const items = (wanted: readonly Status[]) =>
      cells.filter(({ status }) => wanted.includes(status)).flatMap((cell) => itemOf(cell) ?? []);
    return {
      area,
      tally: tallyOf(cells),
      bad: items(bad).sort(byGap(summary)),
      lacking: items(lacking).sort(byStatus),
    };
  });
  const needs = full.map((row) => linesFor(row.bad.length + row.lacking.length, row.tally.length, room.perLine));
  const lines = allot(needs, room.lines);
  const rows = full.slice(0, lines.length).map((row, at): WallRow => {
    const own = lines[at] ?? 1;
    return { area: row.area, tally: row.tally, lines: own, ...choose(row.bad, row.lacking, own * room.perLine) };
  });
  return { rows, hidden: full.length - rows.length };
}

/** Three lights and more stand under the name: such an area has two lines at least. */
const linesFor = (items: number, lights: number, perLine: number): number =>
  Math.max(Math.ceil(items / perLine), lights > 2 ? 2 : 1);

/** The lines of each area: one for as many as fit, then one more in turn, the worst first, up to what each needs. */
export function allot(needs: readonly number[], lines: number): number[] {
  const most = Math.min(needs.length, Math.floor(lines / (1 + around)));
  const given = needs.slice(0, most).map(() => 1);
  let left = lines - most * (1 + around);
  const wants = (at: number): boolean => (given[at] ?? 0) < (needs[at] ?? 0);
  while (left >= 1 && given.some((_, at) => wants(at))) {
    for (const at of given.keys()) {
      if (left < 1 || !wants(at)) continue;
      given[at] = (given[at] ?? 0) + 1;
      left -= 1;
    }
  }
  return given;
}

/** Where not all fit, both sorts keep their share of the places: a wall must show neither the red ones alone nor none. */
export function choose<Item>(bad: readonly Item[], lacking: readonly Item[], places: number) {
  const total = bad.length + lacking.length;
  if (total <= places) return { items: [...bad, ...lacking], rest: 0 };
  const room = Math.max(0, places - 1);
  const share = Math.max(1, Math.round((room * lacking.length) / total));
  const kept = Math.min(lacking.length, share, bad.length === 0 ? room : Math.max(0, room - 1));
  const items = [...bad.slice(0, room - kept), ...lacking.slice(0, kept)];
  return { items, rest: total - items.length };
}

function tallyOf(cells: readonly MatrixCell[]): WallRow["tally"] {
  return worstFirst.flatMap((status) => {
    const total = cells.filter((cell) => cell.status === status).length;
    return total === 0 ? [] : [{ status, total }];
  });
}

const byStatus = (a: WallItem, b: WallItem): number => severity(a.status) - severity(b.status);

/** Within a state the largest gap first; the board's gaps are in that order. */
function byGap({ gaps }: Summary) {
  const rank = (item: WallItem): number => {
    const at = gaps.findIndex(({ target }) => target.id === item.standing?.target.id);
    return at < 0 ? gaps.length : at;
  };
  return (a: WallItem, b: WallItem): number => byStatus(a, b) || rank(a) - rank(b);
}

function itemsOf({ matrix, gaps, missing }: Summary): (cell: MatrixCell) => WallItem | undefined {
  const standings = new Map(gaps.map((gap) => [gap.target.id, gap]));
  const owed = new Map(missing.map((row) => [row.target.id, row]));
  return ({ indicator: place, status, provisional, targets }) => {
    const indicator = matrix.indicators[place];
    if (indicator === undefined) return undefined;
    // A cell shows its worst target: the one of its targets that stands as the cell does.
    const standing = targets.map((id) => standings.get(id)).find((found) => found?.status === status);
    const lacks = targets.map((id) => owed.get(id)).find((found) => found?.status === status);
    const target = standing?.target.id ?? lacks?.target.id ?? targets[0];
    return { indicator, status, provisional, target, standing, missing: lacks };
  };
}
