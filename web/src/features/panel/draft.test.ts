import { expect, it } from "vitest";
import { type Draft, givenOf, isSavable, type ScoreRow, scoreRows, unsavedRows, withoutSaved } from "./draft.ts";
import type { Panel } from "./request.ts";

const panel = (code: string, open = true): Panel => ({
  ...{ assessment: "x-2018", name: "", criterion: { code, name: "" }, rule: "", scale: "100", open },
  ...{ judges: [], candidates: [], version: 1 },
  areas: [
    { area: { code: "a", name: "a" }, given: null, own: { score: "80", comment: null, version: 3 } },
    { area: { code: "b", name: "b" }, given: null, own: null },
  ],
});
const typed = (score: string, comment = ""): Draft => ({ score, comment });
const keys = (rows: readonly ScoreRow[]) => rows.map(({ key }) => key);
const rowOf = (area: string): ScoreRow => {
  const found = scoreRows(panel("talent")).find(({ judged }) => judged.area.code === area);
  if (found === undefined) throw new Error(area);
  return found;
};

it("what is typed and differs from what is stored is unsaved, a comment alone and a bad score too", () => {
  const drafts = new Map([
    ["x-2018 talent a", typed("80", "好")],
    ["x-2018 talent b", typed("九十")],
    ["x-2018 firms a", typed("80")],
    ["x-2018 firms b", typed("")],
    ["x-2018 shut a", typed("90")],
  ]);
  const panels = [panel("talent"), panel("firms"), panel("shut", false)];
  expect(keys(unsavedRows(panels, drafts))).toEqual(["x-2018 talent a", "x-2018 talent b"]);
  expect(unsavedRows(panels, new Map())).toEqual([]);
});

it("only a score on the scale can be saved", () => {
  expect([typed("90"), typed("101"), typed("", "好")].map((draft) => isSavable(rowOf("a"), draft))).toEqual([
    true,
    false,
    false,
  ]);
});

it("is sent trimmed, against the version that was seen", () => {
  expect(givenOf(rowOf("a"), typed(" 92.5 ", " "))).toEqual({ area: "a", score: "92.5", comment: null, version: 3 });
  expect(givenOf(rowOf("b"), typed("70", "好 "))).toEqual({ area: "b", score: "70", comment: "好", version: 0 });
});

it("what was typed on while saving stays; what was not sent stays too", () => {
  const sent = new Map([
    ["one", typed("80")],
    ["two", typed("70")],
  ]);
  const now = new Map([
    ["one", typed("80")],
    ["two", typed("71")],
    ["three", typed("1")],
  ]);
  expect([...withoutSaved(now, sent)]).toEqual([
    ["two", typed("71")],
    ["three", typed("1")],
  ]);
});
