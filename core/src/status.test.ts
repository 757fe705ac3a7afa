import { describe, expect, it } from "vitest";
import { exampleBearing, exampleProgress } from "./example.ts";
import type { Qualifier } from "./observation.ts";
import { isJudged, type Status, statuses } from "./status.ts";

const path = {
  kind: "document" as const,
  shape: "linear" as const,
  points: [
    { period: "2020", value: "20" },
    { period: "2025", value: "30" },
  ],
};
const underWay = { due: "2025", value: "30", path };
const figure = (
  period: string,
  value: string,
  verdict: "exact" | "mismatch" | "part" | "reference" | "evidence" = "exact",
  qualifier: Qualifier = "=",
) => exampleBearing({ id: `${period}-${value}-${verdict}`, period, value, qualifier }, { verdict });

describe("the order of section 5: due period over", () => {
  it.each([
    ["achieved by a figure that reaches it", [figure("2020", "20")], "achieved", null],
    ["missed by a figure below it", [figure("2020", "19.999999")], "missed", null],
    ["the due figure counts, not an earlier one", [figure("2019", "25"), figure("2020", "19")], "missed", null],
    ["never a later one", [figure("2021", "25")], "no-data", "no-actual"],
    ["an earlier comparable figure alone", [figure("2019", "25")], "no-data", "no-due-actual"],
    [
      "an earlier figure and a mismatched due one",
      [figure("2019", "25"), figure("2020", "25", "mismatch")],
      "no-data",
      "no-due-actual",
    ],
    ["mismatched figures alone", [figure("2018", "25", "mismatch")], "incomparable", "caliber-mismatch"],
    [
      "a mismatched figure and parts",
      [figure("2018", "25", "mismatch"), figure("2020", "5", "part")],
      "incomparable",
      "caliber-mismatch",
    ],
    ["a later mismatched figure", [figure("2023", "25", "mismatch")], "no-data", "no-actual"],
    ["parts alone", [figure("2020", "5", "part")], "not-computable", "parts-only"],
    ["references alone", [figure("2020", "25", "reference")], "no-data", "no-actual"],
    ["nothing", [], "no-data", "no-actual"],
    ["a bound on the edge", [figure("2020", "20", "exact", "<=")], "not-computable", "undecided"],
    ["a bound beyond the edge", [figure("2020", "20", "exact", "<")], "missed", null],
    ["a lower bound that reaches it", [figure("2020", "20", "exact", ">=")], "achieved", null],
    ["roughly", [figure("2020", "25", "exact", "~")], "not-computable", "undecided"],
  ] as const)("%s", (_name, figures, status, reason) => {
    expect(exampleProgress({ figures, on: "2026-11-21" })).toMatchObject({ status, reason });
  });
  it("is over on the last day of the period, and not the day before", () => {
    const figures = [figure("2019", "25"), figure("2020", "25")];
    expect(exampleProgress({ figures, on: "2020-12-31" }).status).toBe("achieved");
    expect(exampleProgress({ figures, on: "2020-12-30" })).toMatchObject({
      status: "not-due",
      actual: { figure: { period: "2019" } },
    });
  });
});

describe("the order of section 5: before the due date", () => {
  it.each([
    ["without a path", { path: null }, [figure("2021", "22")], "not-due", "no-path"],
    ["met early without a path", { path: null }, [figure("2021", "35")], "not-due", "no-path"],
    ["mismatched figures alone", {}, [figure("2021", "22", "mismatch")], "incomparable", "caliber-mismatch"],
    ["parts alone", {}, [figure("2021", "22", "part")], "not-computable", "parts-only"],
    ["nothing", {}, [], "no-data", "no-actual"],
    ["a figure of a period that has not ended", {}, [figure("2023", "26")], "no-data", "no-actual"],
    ["exactly −5 points", {}, [figure("2021", "21.5")], "on-track", null],
    ["just under −5 points", {}, [figure("2021", "21.499999")], "behind", null],
    ["exactly −20 points", {}, [figure("2022", "22")], "behind", null],
    ["just under −20 points", {}, [figure("2022", "21.999999")], "far-behind", null],
    ["below the start and no earlier figure", {}, [figure("2021", "19")], "far-behind", null],
    ["below the start and worse than before", {}, [figure("2020", "20"), figure("2021", "19")], "regressed", null],
    ["below the start and better than before", {}, [figure("2020", "18"), figure("2021", "19")], "far-behind", null],
    ["below the start and as before", {}, [figure("2020", "19"), figure("2021", "19")], "far-behind", null],
    ["at the start, worse than before", {}, [figure("2020", "21"), figure("2021", "20")], "behind", null],
    ["a lower bound already on track", {}, [figure("2021", "22", "exact", ">")], "on-track", null],
    ["a lower bound that may be on track", {}, [figure("2021", "20", "exact", ">")], "not-computable", "undecided"],
    ["an upper bound far behind", {}, [figure("2022", "20", "exact", "<")], "far-behind", null],
    ["roughly", {}, [figure("2021", "22", "exact", "~")], "not-computable", "undecided"],
    [
      "a bound below the start after a figure",
      {},
      [figure("2020", "20"), figure("2021", "19", "exact", "<")],
      "far-behind",
      null,
    ],
  ] as const)("%s", (_name, own, figures, status, reason) => {
    expect(exampleProgress({ target: { ...underWay, ...own }, figures, on: "2022-12-31" })).toMatchObject({
      status,
      reason,
    });
  });
  it("met early stays on track, with met true", () => {
    expect(exampleProgress({ target: underWay, figures: [figure("2022", "31")], on: "2022-12-31" })).toMatchObject({
      status: "on-track",
      met: { value: true },
      pace: { value: null, reason: "already-met" },
    });
  });
  it("begins on the day on which the path begins", () => {
    expect(exampleProgress({ target: underWay, figures: [], on: "2020-12-30" }).status).toBe("not-due");
    expect(exampleProgress({ target: underWay, figures: [], on: "2020-12-31" }).status).toBe("no-data");
  });
});

describe("standing targets", () => {
  it.each([
    ["every-year", "2026-11-21", "achieved"],
    ["every-year", "2026-12-31", "no-data"],
    [null, "2026-11-21", "achieved"],
  ] as const)("due %s on %s are judged on the last year that ended: %s", (due, on, status) => {
    expect(exampleProgress({ target: { due, value: "5000" }, figures: [figure("2025", "5000")], on }).status).toBe(
      status,
    );
  });
});

describe("provisional", () => {
  it.each([
    ["an assumed caliber", { verdict: "assumed", grade: "official" }, true],
    ["a confirmed caliber", { verdict: "confirmed", grade: "official" }, false],
    ["the same thing from a repost", { verdict: "exact", grade: "repost" }, true],
    ["the same thing from an encyclopedia", { verdict: "exact", grade: "encyclopedia" }, true],
    ["the same thing from the press", { verdict: "exact", grade: "media" }, false],
  ] as const)("%s", (_name, joined, provisional) => {
    const progress = exampleProgress({ figures: [exampleBearing({ value: "25" }, joined)], on: "2021-01-01" });
    expect(progress).toMatchObject({ status: "achieved", provisional });
  });
  it("a repost that a better source repeats is not a repost alone", () => {
    const figures = [
      exampleBearing({ id: "A", value: "25" }, { grade: "repost" }),
      exampleBearing({ id: "B", value: "25" }, { grade: "media" }),
    ];
    expect(exampleProgress({ figures, on: "2021-01-01" }).provisional).toBe(false);
  });
  it("belongs to verdicts, not to what is missing", () => {
    const progress = exampleProgress({
      figures: [exampleBearing({ period: "2019" }, { verdict: "assumed" })],
      on: "2021-01-01",
    });
    expect(progress).toMatchObject({ status: "no-data", provisional: false });
  });
});

describe("statuses", () => {
  it("judge, or say why not", () => {
    const judged: Status[] = statuses.filter(isJudged);
    expect(judged).toEqual(["missed", "regressed", "far-behind", "behind", "on-track", "achieved"]);
  });
});
