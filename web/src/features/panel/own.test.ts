import { expect, it } from "vitest";
import { isScore, panelState, scoresGiven, scoresLeft, sortPanels } from "./own.ts";
import type { Panel } from "./request.ts";

const area = (code: string, score: string | null) => ({
  area: { code, name: code },
  given: null,
  own: score === null ? null : { score, comment: null, version: 1 },
});
const panel = (assessment: string, open: boolean, ...scores: (string | null)[]): Panel => ({
  ...{ assessment, name: assessment, criterion: { code: "talent", name: "" }, rule: "", scale: "100", open },
  ...{ judges: [], candidates: [], version: 1 },
  areas: scores.map((score, at) => area(`a${at}`, score)),
});

it("counts what is still to be scored where scores are taken", () => {
  const panels = [panel("x-2018", true, "80", null, null), panel("x-2017", false, null), panel("y-2018", true, "1")];
  expect(scoresLeft(panels)).toBe(2);
  expect(panels.map(scoresGiven)).toEqual([1, 0, 1]);
});

it("what takes scores comes first, then the later assessment", () => {
  const panels = [panel("x-2016", false), panel("x-2017", true), panel("x-2018", false)];
  expect(sortPanels(panels).map(({ assessment }) => assessment)).toEqual(["x-2017", "x-2018", "x-2016"]);
});

it.each([
  ["92.5", true],
  [" 100 ", true],
  ["0", true],
  ["100.01", false],
  ["-1", false],
  ["", false],
  ["九十", false],
])("a score of %j out of 100: %s", (text, isGood) => {
  expect(isScore(text, "100")).toBe(isGood);
});

const judge = { code: "zhang", name: "张" };
it.each([
  ["never arranged", { version: 0, judges: [], open: false }, "unset"],
  ["without judges", { version: 2, judges: [], open: true }, "unset"],
  ["taking scores", { version: 1, judges: [judge], open: true }, "open"],
  ["ended", { version: 2, judges: [judge], open: false }, "shut"],
])("a panel %s", (_, known, state) => {
  expect(panelState(known)).toBe(state);
});
