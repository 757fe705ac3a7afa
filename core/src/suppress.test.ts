import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureClasses } from "./observation.ts";
import { sumQuantity } from "./quantity.ts";
import { mayRead, suppressAggregate, suppressParts } from "./suppress.ts";

describe("a class", () => {
  it.each([
    ["public", [true, true, true]],
    ["internal", [false, true, true]],
    ["restricted", [false, false, true]],
  ] as const)("%s is read by public, internal, restricted: %j", (figureClass, expected) => {
    expect(figureClasses.map((clearance) => mayRead(figureClass, clearance))).toEqual(expected);
  });
});

describe("an aggregate", () => {
  it.each([
    [0, "public", null],
    [2, "public", null],
    [2, "internal", null],
    [2, "restricted", "8.5"],
    [3, "public", "8.5"],
    [null, "public", "8.5"],
  ] as const)("over %s enterprises is shown to %s as %s", (enterprises, clearance, value) => {
    const shown = suppressAggregate({ value: "8.5", enterprises }, clearance);
    expect(shown).toEqual({ value, suppressed: value === null ? "few-enterprises" : null });
  });
  it("that is not there is missing, not suppressed", () => {
    expect(suppressAggregate({ value: null, enterprises: 1 }, "public").suppressed).toBeNull();
  });
});

/** Parts as `code:enterprises`, each worth 10; `-` for a number of enterprises that nobody counted. */
const parts = (text: string) =>
  text.split(" ").map((part) => {
    const [code = "", enterprises = "-"] = part.split(":");
    return { code, value: "10", enterprises: enterprises === "-" ? null : Number(enterprises) };
  });
const withheld = (text: string): string[] =>
  suppressParts(parts(text), "public")
    .filter(({ suppressed }) => suppressed !== null)
    .map(({ code, suppressed }) => `${code} ${suppressed}`);

describe("the parts of a total that is shown", () => {
  // c has 2: total − a − b would give it, so the smallest other one (b, 4) goes too.
  it.each([
    ["nothing to hide", "a:9 b:4 c:3", []],
    ["one too small", "a:9 b:4 c:2", ["b complementary", "c few-enterprises"]],
    ["equals by code", "z:4 b:4 c:2", ["b complementary", "c few-enterprises"]],
    ["two too small that hide each other", "a:9 b:2 c:1", ["b few-enterprises", "c few-enterprises"]],
    ["two of one, whose sum is over two", "a:9 b:1 c:1", ["a complementary", "b few-enterprises", "c few-enterprises"]],
    ["one of none hides nothing", "a:9 b:1 c:0 d:5", ["b few-enterprises", "c few-enterprises", "d complementary"]],
    ["uncounted ones last", "a:- b:7 c:1", ["b complementary", "c few-enterprises"]],
    ["uncounted ones where no other is", "b:- a:- c:1", ["a complementary", "c few-enterprises"]],
    ["all, where the total is over too few", "a:1 b:1", ["a few-enterprises", "b few-enterprises"]],
  ])("%s: %s", (_name, text, expected) => expect(withheld(text).sort()).toEqual([...expected].sort()));
  it("are all shown to whoever may see the enterprises", () => {
    expect(suppressParts(parts("a:9 b:1"), "restricted").every(({ value }) => value === "10")).toBe(true);
  });
  it("keep their order and what else they carry; one without a value hides nothing", () => {
    const rows = [...parts("a:9 b:1"), { code: "c", value: null, enterprises: 5 }, ...parts("d:20")];
    const shown = suppressParts(
      rows.map((row) => ({ ...row, name: row.code })),
      "public",
    );
    expect(shown.map(({ name, value, suppressed }) => [name, value, suppressed])).toEqual([
      ["a", null, "complementary"],
      ["b", null, "few-enterprises"],
      ["c", null, null],
      ["d", "10", null],
    ]);
  });

  const someParts = fc
    .array(fc.record({ enterprises: fc.integer({ min: 0, max: 12 }), value: fc.integer({ min: 1, max: 99 }) }), {
      minLength: 2,
      maxLength: 7,
    })
    .filter((list) => list.reduce((sum, { enterprises }) => sum + enterprises, 0) >= 3)
    .map((list) => list.map((part, at) => ({ ...part, value: String(part.value), code: `p${at}` })));

  it("cannot be subtracted to one part or to fewer than three enterprises, and never show a small one", () => {
    fc.assert(
      fc.property(someParts, (list) => {
        const hidden = suppressParts(list, "public").filter(({ value }) => value === null);
        const behind = hidden.reduce((sum, { enterprises }) => sum + enterprises, 0);
        if (hidden.length > 0) expect([hidden.length > 1, behind >= 3]).toEqual([true, true]);
        const small = list.filter(({ enterprises }) => enterprises < 3).map(({ code }) => code);
        expect(hidden.map(({ code }) => code)).toEqual(expect.arrayContaining(small));
      }),
    );
  });
  it("are withheld the same in any order, and change no value that is shown", () => {
    fc.assert(
      fc.property(someParts, (list) => {
        const shown = suppressParts(list, "public");
        expect(suppressParts(list.toReversed(), "public").toReversed()).toEqual(shown);
        const kept = shown.filter(({ value }) => value !== null).map(({ code }) => code);
        const own = list.filter(({ code }) => kept.includes(code)).map(({ value }) => value);
        expect(sumQuantity(shown.flatMap(({ value }) => value ?? []))).toBe(sumQuantity(own));
      }),
    );
  });
});
