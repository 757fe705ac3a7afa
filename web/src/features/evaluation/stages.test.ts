import { expect, it } from "vitest";
import type { Stage, Step } from "./request.ts";
import { approvalWaits, nextSteps, stageRows } from "./stages.ts";

const step = (stage: Stage, kind: Step["kind"] = "moved"): Step => ({
  ...{ id: `${stage}.${kind}`, stage, kind, area: null, by: "考核办", note: null, points: {}, leaves: {} },
  recordedAt: "2018-03-01T02:00:00.000Z",
});
const standings = (stage: Stage, steps: readonly Step[]) =>
  stageRows({ stage, steps: [...steps] })
    .map(({ standing }) => standing[0])
    .join("");

it.each([
  ["a new one", "self-assessment", [step("self-assessment", "made")], "nttttttttttt".slice(0, 11)],
  ["one that left out a stage", "trial", [step("self-assessment", "made"), step("trial")], "dsntttttttt"],
  ["a second run, which begins at 反馈核对", "notice", [step("feedback", "made"), step("notice")], "ssssdnttttt"],
  ["one gone back has what was done ahead still to do", "verification", [step("trial")], "sntttttttt".padEnd(11, "t")],
  ["the archive is the end", "archive", [step("archive")], "ssssssssssd"],
] as const)("%s", (_, stage, steps, marks) => {
  expect(standings(stage, steps)).toBe(marks);
});

it("what was done stands at its stage, in its order", () => {
  const steps = [step("feedback", "made"), step("feedback", "confirmed"), step("notice")];
  const rows = stageRows({ stage: "notice", steps });
  expect(rows.find(({ stage }) => stage === "feedback")?.steps.map(({ kind }) => kind)).toEqual(["made", "confirmed"]);
});

const seal = { instant: "2018-03-01T02:00:00.000Z", hash: "0", lines: 1 };
it.each([
  [
    "before the seal one goes on or back",
    { stage: "trial", seal: null, next: ["verification", "feedback"] },
    [false, "feedback", ["verification"]],
  ],
  ["at 反馈核对 the seal comes first", { stage: "feedback", seal: null, next: ["trial"] }, [true, null, ["trial"]]],
  ["with the seal one goes on alone", { stage: "feedback", seal, next: ["notice"] }, [false, "notice", []]],
  ["at the end there is nothing", { stage: "archive", seal, next: [] }, [false, null, []]],
] as const)("%s", (_, { stage, seal: own, next }, [mustSeal, forward, others]) => {
  expect(nextSteps({ stage, seal: own, next: [...next] })).toEqual({ seal: mustSeal, forward, others });
});

it.each([
  ["2018-03-09", "2018-03-10"],
  ["2018-03-10", "2018-03-10"],
  ["2018-03-11", null],
])("on %s approval waits until %s", (today, until) => {
  expect(approvalWaits({ objectionsUntil: "2018-03-10" }, today)).toBe(until);
  expect(approvalWaits({ objectionsUntil: null }, today)).toBeNull();
});
