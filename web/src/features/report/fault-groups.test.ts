import { expect, test } from "vitest";
import { groupFaults } from "./fault-groups.ts";

test("what is the same is said once, with its cells in the order of the sheet", () => {
  const fault = (field: string, detail: string) => ({ field, code: "x", detail });
  expect(
    groupFaults([fault("填报表!H12", "没有填数"), fault("填报表!H9", "没有填数"), fault("file", "文件已损坏")]),
  ).toEqual([
    { detail: "没有填数", cells: ["H9", "H12"] },
    { detail: "文件已损坏", cells: [] },
  ]);
});
