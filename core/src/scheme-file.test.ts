import { describe, expect, it } from "vitest";
import { exampleScheme } from "./scheme-example.ts";
import { readSchemeFile, writeSchemeFile } from "./scheme-file.ts";

const text = writeSchemeFile(exampleScheme());

it("is readable: one field a line, the code and the name first", () => {
  expect(text.split("\n").slice(0, 6)).toEqual([
    "{",
    '  "format": "yuanbiao-scheme",',
    '  "edition": 1,',
    '  "scheme": {',
    '    "code": "S",',
    '    "name": "考核方案",',
  ]);
  expect(text.endsWith("}\n")).toBe(true);
});

it("says the same whatever order the fields of a scheme were in", () => {
  const turned = Object.fromEntries(Object.entries(exampleScheme()).toReversed());
  expect(writeSchemeFile(exampleScheme(turned))).toBe(text);
});

it("is read with the byte order mark that some editors put in front", () => {
  expect(readSchemeFile(`\uFEFF${text}`).scheme).toEqual(exampleScheme());
});

describe("is refused at every place at once", () => {
  it.each<[string, string, unknown]>([
    ["no JSON", "{", [{ path: "", code: "malformed-json" }]],
    ["another file", '{"format":"else"}', [{ path: "", code: "not-a-scheme-file" }]],
    ["a later edition", text.replace('"edition": 1', '"edition": 2'), [{ path: "", code: "not-a-scheme-file" }]],
    [
      "a weight with a comma, a field too many, one too few, a rule that nobody knows",
      text
        .replace('"weight": "1"', '"weight": "1,5"')
        .replace('"fullMark": "10"', '"mark": "10"')
        .replace('"stage": "criterion"', '"stage": "line"'),
      [
        { path: "fullMark", code: "missing-field" },
        { path: "groups[0].criteria[0].weight", code: "malformed-quantity" },
        { path: "mark", code: "unknown-field" },
        { path: "rounding.stage", code: "unknown-option" },
      ],
    ],
    [
      "a scorer that nobody knows",
      text.replace('"type": "completion"', '"type": "magic"'),
      [{ path: "groups[0].criteria[0].scorer.type", code: "unknown-option" }],
    ],
    [
      "a year in words",
      text.replace('"dataYear": 2017', '"dataYear": "2017"'),
      [{ path: "dataYear", code: "wrong-type" }],
    ],
    ["a year too early", text.replace('"dataYear": 2017', '"dataYear": 17'), [{ path: "dataYear", code: "too-small" }]],
    ["a name of spaces", text.replace('"考核方案"', '"  "'), [{ path: "name", code: "too-small" }]],
    ["too fine a scale", text.replace('"scale": 2', '"scale": 9'), [{ path: "rounding.scale", code: "too-big" }]],
  ])("%s", (_name, given, expected) => {
    const { scheme, faults } = readSchemeFile(given);
    expect(scheme).toBeNull();
    expect(faults.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(expected);
  });
});
