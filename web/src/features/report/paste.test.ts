import { describe, expect, it } from "vitest";
import { draftsOf } from "./draft.ts";
import { exampleLine, filledLine } from "./example.ts";
import { isBlock, pasteBlock, readBlock } from "./paste.ts";

describe("reading the clipboard", () => {
  it.each([
    ["1\n2\n3\n", [["1"], ["2"], ["3"]]],
    [
      "1\tnote\r\n2\t\r\n",
      [
        ["1", "note"],
        ["2", ""],
      ],
    ],
    ['"two\nlines"\t5', [["two\nlines", "5"]]],
    ['"say ""so"""\n1', [['say "so"'], ["1"]]],
    ["1\n\n3\n\n\n", [["1"], [""], ["3"]]],
  ])("%j", (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });
  it("one cell is no block: it is pasted as text", () => {
    expect(["12.5", "12.5\n", "1,829.84亿元\r\n"].map(isBlock)).toEqual([false, false, false]);
    expect(["1\n2", "1\t2"].map(isBlock)).toEqual([true, true]);
  });
});

const lines = ["a", "b", "c", "d"].map((code) => exampleLine(code));
const places = lines.map(({ indicator }) => ({ indicator: indicator.code, name: indicator.name, isOpen: true }));
const paste = (text: string, from = "a", at = places) =>
  pasteBlock(draftsOf(lines), readBlock(text), { places: at, from });
const texts = ({ drafts }: ReturnType<typeof paste>) => [...drafts.values()].map(({ text }) => text);

describe("filling the form", () => {
  it("goes downwards from where the cursor stands", () => {
    const pasted = paste("1,234.5\n1300亿元", "b");
    expect(texts(pasted)).toEqual(["", "1234.5", "1300", ""]);
    expect(pasted.filled).toEqual(["b", "c"]);
  });
  it("a second column is the explanation", () => {
    expect(paste("5\t含新入统").drafts.get("a")).toMatchObject({ text: "5", explanation: "含新入统" });
  });
  it("rows that begin with names go to their lines, in whatever order", () => {
    const pasted = paste("指标 c\t3\n指标a\t1\n不在表中\t9");
    expect(texts(pasted)).toEqual(["1", "", "3", ""]);
    expect(pasted.leftovers).toMatchObject([{ text: "9", reason: "beyond-end" }]);
  });
  it("loses nothing: what cannot be read stays in its field and is listed, and so is what has no line", () => {
    const pasted = paste("1\n约200\n\n4\n5\n6");
    expect(texts(pasted)).toEqual(["1", "约200", "", "4"]);
    expect(pasted.blanks).toBe(1);
    expect(pasted.leftovers.map(({ text, reason }) => [text, reason])).toEqual([
      ["约200", "unreadable"],
      ["5", "beyond-end"],
      ["6", "beyond-end"],
    ]);
  });
  it("a blank cell leaves what is there; an accepted line is not touched", () => {
    const standing = draftsOf([filledLine("a", "1"), filledLine("b", "2")]);
    const closed = places.map((place) => ({ ...place, isOpen: place.indicator !== "b" }));
    const { drafts, leftovers } = pasteBlock(standing, [[""], ["7"]], { places: closed, from: "a" });
    expect([...drafts.values()].map(({ text }) => text)).toEqual(["1", "2"]);
    expect(leftovers).toMatchObject([{ indicator: "b", text: "7", reason: "line-closed" }]);
  });
});
