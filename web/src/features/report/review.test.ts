import { describe, expect, it } from "vitest";
import { exampleLine } from "./example.ts";
import { adoptable, isOverruled, usualBasis } from "./review.ts";

const verified = (value: string) => ({
  department: { code: "stat", name: "统计局" },
  ...{
    state: "value",
    value,
    reason: null,
    by: "何核定",
    stands: true,
    version: 1,
    recordedAt: "2026-04-13T00:00:00.000Z",
  },
});
const adopted = (basis: "reported" | "verified", value: string) => ({
  ...{ observation: "o", basis, value, stands: true, at: "2026-04-14T00:00:00.000Z" },
});
const codes = (lines: readonly { readonly indicator: { readonly code: string } }[]) =>
  lines.map(({ indicator }) => indicator.code);

describe("what may be adopted", () => {
  const open = exampleLine("open", { state: "value", value: "10" });
  const blank = exampleLine("blank");
  const done = exampleLine("done", {
    ...{ state: "value", value: "10" },
    ...{ verification: { ...verified("9"), state: "value" }, adopted: adopted("verified", "9") },
  });
  it("is what was filled and is not adopted", () => {
    expect(codes(adoptable([open, blank, done]))).toEqual(["open"]);
  });
  it("is an adopted line again, where the office now chooses its other figure", () => {
    expect(codes(adoptable([done], new Map([["done", "reported"]])))).toEqual(["done"]);
    expect(codes(adoptable([done], new Map([["done", "verified"]])))).toEqual([]);
    expect(usualBasis(done)).toBe("verified");
  });
  it("is a line that was corrected since, by the reported figure until the department has looked again", () => {
    const { verification, adopted } = done;
    if (verification === null || adopted === null) throw new Error("the example is not adopted");
    const corrected = {
      ...{ ...done, value: "11" },
      ...{ verification: { ...verification, stands: false }, adopted: { ...adopted, stands: false } },
    };
    expect(codes(adoptable([corrected]))).toEqual(["done"]);
    expect(usualBasis(corrected)).toBe("reported");
    expect(isOverruled(corrected, "reported")).toBe(false);
    const again = { ...corrected, verification: { ...verification, value: "9", stands: true } };
    expect(usualBasis(again)).toBe("verified");
    expect(isOverruled(again, "reported")).toBe(true);
  });
});
