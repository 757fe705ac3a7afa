import { describe, expect, it } from "vitest";
import { type Weighed, weighRoles } from "./counting.ts";

const figure = (id: string, role: Weighed["role"], more: Partial<Weighed> = {}): Weighed => ({
  ...{ id, role, state: "value", conflicts: [] },
  ...more,
});

describe("of the figures of one question count", () => {
  it.each<[string, Weighed[], string[]]>([
    ["none of none", [], []],
    ["the adopted one", [figure("r", "reported"), figure("a", "adopted"), figure("v", "verified")], ["a"]],
    ["the verified one where none was adopted", [figure("r", "reported"), figure("v", "verified")], ["v"]],
    ["the reported one where there is no other", [figure("r", "reported")], ["r"]],
    [
      "all of one role: sources that contradict each other",
      [figure("r1", "reported"), figure("r2", "reported")],
      ["r1", "r2"],
    ],
    ["both adopted ones", [figure("a1", "adopted"), figure("r", "reported"), figure("a2", "adopted")], ["a1", "a2"]],
    [
      "a weaker one that is declared to contradict it",
      [figure("a", "adopted", { conflicts: ["r"] }), figure("r", "reported", { conflicts: ["a"] })],
      ["a", "r"],
    ],
    [
      "not one that contradicts another one behind",
      [
        figure("a", "adopted"),
        figure("r1", "reported", { conflicts: ["r2"] }),
        figure("r2", "reported", { conflicts: ["r1"] }),
      ],
      ["a"],
    ],
    [
      "a reported value before an adopted blank",
      [figure("a", "adopted", { state: "not-reported" }), figure("r", "reported")],
      ["r"],
    ],
    [
      "the adopted blank where nobody gives a value",
      [figure("a", "adopted", { state: "not-applicable" }), figure("r", "reported", { state: "not-reported" })],
      ["a"],
    ],
  ])("%s", (_what, figures, ids) => {
    const { counting, behind } = weighRoles(figures);
    expect(counting.map(({ id }) => id)).toEqual(ids);
    expect([...counting, ...behind].map(({ id }) => id).sort()).toEqual(figures.map(({ id }) => id).sort());
    expect(weighRoles(figures.toReversed()).counting.map(({ id }) => id)).toEqual(ids.toReversed());
  });
});
