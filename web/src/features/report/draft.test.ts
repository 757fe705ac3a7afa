import { describe, expect, it } from "vitest";
import {
  changeDraft,
  decideConflict,
  draftOf,
  draftsOf,
  editsOf,
  isUnsaved,
  mergeLines,
  readDraft,
  restoreFields,
  settleDraft,
} from "./draft.ts";
import { exampleLine, filledLine } from "./example.ts";

const typed = (text: string, own = {}) => changeDraft(draftOf(exampleLine("a", own)), "text", text);
const content = { state: "value", value: null, explanation: null, enterprises: null };

describe("what is typed into a line", () => {
  it.each([
    ["12.50", "12.5"],
    ["１，８２９．８４", "1829.84"],
    ["1,829.84亿元", "1829.84"],
    ["18298400万元", "1829.84"],
    ["0", "0"],
  ])("%s is the figure %s", (text, value) => {
    expect(readDraft(typed(text))).toEqual({ kind: "content", content: { ...content, value } });
  });
  it.each([
    ["未报", "not-reported"],
    ["—", "not-applicable"],
    ["", "empty"],
  ])("%s is the state %s", (text, state) => {
    expect(readDraft(typed(text))).toEqual({ kind: "content", content: { ...content, state } });
  });
  it.each(["约200", "12.3.4", "二十", "3万人", "(12)"])("%s is no figure, and stays to be read", (text) => {
    const draft = settleDraft(typed(text));
    expect(readDraft(draft)).toMatchObject({ kind: "fault", part: "text" });
    expect(draft.text).toBe(text);
  });
  it("a count is whole", () => {
    expect(readDraft(typed("3.5", { unit: "家", whole: true }))).toMatchObject({ kind: "fault" });
    expect(readDraft(typed("3", { unit: "家", whole: true }))).toMatchObject({ content: { value: "3" } });
  });
  it("leaving the field tidies it: full-width digits, states", () => {
    expect(settleDraft(typed("１２．５"))).toMatchObject({ text: "12.5", state: "value" });
    expect(settleDraft(typed("—"))).toMatchObject({ text: "", state: "not-applicable" });
  });
  it("who chooses a state means no figure; who types a figure means one", () => {
    const chosen = changeDraft(typed("12"), "state", "not-reported");
    expect(readDraft(chosen)).toMatchObject({ content: { state: "not-reported", value: null } });
    expect(changeDraft(chosen, "text", "3").state).toBe("value");
  });
  it.each([
    ["", null],
    ["12", 12],
    ["１２", 12],
  ])("%s enterprises are %s", (text, enterprises) => {
    expect(readDraft(changeDraft(typed("5"), "enterprises", text))).toMatchObject({ content: { enterprises } });
  });
  it.each(["-1", "2.5", "many", "123456789"])("%s enterprises are refused", (text) => {
    expect(readDraft(changeDraft(typed("5"), "enterprises", text))).toEqual({ kind: "fault", part: "enterprises" });
  });
});

describe("what is sent", () => {
  it("changed lines with the version that was seen, nothing else", () => {
    const drafts = new Map(draftsOf([filledLine("a", "1"), filledLine("b", "2", { version: 7 }), exampleLine("c")]));
    expect(editsOf(drafts)).toEqual([]);
    drafts.set("b", changeDraft(draftOf(filledLine("b", "2", { version: 7 })), "text", "3"));
    drafts.set("c", changeDraft(draftOf(exampleLine("c")), "text", "约3"));
    expect(editsOf(drafts)).toEqual([{ indicator: "b", version: 7, content: { ...content, value: "3" } }]);
  });
  it("the same figure in another spelling is no change", () => {
    expect(isUnsaved(changeDraft(draftOf(filledLine("a", "1829.84")), "text", "1,829.840"))).toBe(false);
  });
  it("what the server refused is not sent again until it is changed", () => {
    const draft = changeDraft(draftOf(filledLine("a", "1")), "text", "2");
    const refused = {
      ...draft,
      refused: { content: { ...content, value: "2", state: "value" as const }, detail: "no" },
    };
    expect(editsOf(new Map([["a", refused]]))).toEqual([]);
    expect(editsOf(new Map([["a", changeDraft(refused, "text", "4")]]))).toHaveLength(1);
  });
});

it("a paste that was saved can be undone: the old text is sent as the next version", () => {
  const before = draftsOf([filledLine("a", "1")]);
  const saved = draftsOf([filledLine("a", "9", { version: 2 })]);
  expect(editsOf(restoreFields(saved, before))).toMatchObject([{ version: 2, content: { value: "1" } }]);
});

describe("what others write in between", () => {
  const mine = changeDraft(draftOf(filledLine("a", "1")), "text", "2");
  const theirs = filledLine("a", "3", { version: 2, explanation: "核对后" });
  const merged = (drafts: ReturnType<typeof draftsOf>, sent: string[] = []) =>
    mergeLines(drafts, [theirs], new Set(sent)).get("a");
  it("an untouched line takes it", () => {
    expect(merged(draftsOf([filledLine("a", "1")]))).toEqual(draftOf(theirs));
  });
  it("a touched line keeps both, and is not sent until one is chosen", () => {
    const both = merged(new Map([["a", mine]]));
    expect(both).toMatchObject({ text: "2", theirs });
    if (both === undefined) throw new Error("gone");
    expect(editsOf(new Map([["a", both]]))).toEqual([]);
    expect(decideConflict(both, "theirs")).toEqual(draftOf(theirs));
    const kept = decideConflict(both, "mine");
    expect(editsOf(new Map([["a", kept]]))).toMatchObject([{ version: 2, content: { value: "2" } }]);
  });
  it("the answer to one's own save is no conflict, even when one has typed on", () => {
    const answer = filledLine("a", "2", { version: 2 });
    const on = changeDraft(mine, "text", "25");
    const after = mergeLines(new Map([["a", on]]), [answer], new Set(["a"])).get("a");
    expect(after).toMatchObject({ text: "25", theirs: null, base: { version: 2, value: "2" } });
  });
  it("two who write the same agree", () => {
    const same = filledLine("a", "2", { version: 2 });
    expect(mergeLines(new Map([["a", mine]]), [same]).get("a")).toMatchObject({ theirs: null, base: { version: 2 } });
  });
});
