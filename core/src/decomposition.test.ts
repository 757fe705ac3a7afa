import { describe, expect, it } from "vitest";
import { bridgeFaults } from "./caliber.ts";
import { decisionFaults } from "./decision.ts";
import { exampleTarget } from "./example.ts";
import { decomposeTarget, decompositionFaults } from "./target.ts";

const part = (period: string, value: string, area: string | null = null) => ({
  ...{ period, value, area, document: "plan", clause: null },
});

describe("a yearly plan", () => {
  // 280 firms in 2017, 300 by 2020: the office plans 287, 294, 300.
  const target = { ...exampleTarget(), due: "2020", value: "300", path: null };
  const parts = [part("2019", "294"), part("2018", "287"), part("2020", "300"), part("2020", "120", "east")];
  it("makes the path through the parts of the whole, in the order of time", () => {
    expect(decomposeTarget(target, parts, "step")).toMatchObject({
      decomposition: parts,
      path: {
        kind: "decomposed",
        shape: "step",
        points: [
          { period: "2018", value: "287" },
          { period: "2019", value: "294" },
          { period: "2020", value: "300" },
        ],
      },
    });
  });
  it("leaves the path that the document gives", () => {
    const path = { kind: "document", shape: "linear", points: [{ period: "2020", value: "300" }] } as const;
    const given = { ...target, path: { ...path, points: [...path.points] } };
    expect(decomposeTarget(given, parts, "step").path).toEqual(path);
  });
  it("without parts of the whole makes no path", () => {
    expect(decomposeTarget(target, [part("2020", "120", "east")], "step").path).toBeNull();
  });
  it("is refused where it goes past the due period, says a period twice, or has no number to reach", () => {
    expect(decompositionFaults(target, [part("2021", "1"), part("2020", "2"), part("2020", "3")])).toEqual([
      { field: "parts.0.period", code: "after-due" },
      { field: "parts.2.period", code: "part-twice" },
    ]);
    expect(decompositionFaults({ due: "2020", value: null }, parts)).toEqual([
      { field: "parts", code: "no-target-value" },
    ]);
    expect(decompositionFaults(target, parts)).toEqual([]);
  });
});

describe("what an office writes", () => {
  const bridge = {
    ...{ target: "T1", indicator: "share", area: "city", caliber: "whole", reason: "核对一致", reasonEn: null },
    ...{ confirmedBy: null, confirmedOn: null, document: null, publishedOn: null },
  };
  it("a confirmation names who, when and by which document", () => {
    expect(bridgeFaults({ ...bridge, verdict: "confirmed" }).map(({ field }) => field)).toEqual([
      "confirmedBy",
      "confirmedOn",
      "document",
    ]);
    const named = { confirmedBy: "李四", confirmedOn: "2026-05-01", document: "letter-1" };
    expect(bridgeFaults({ ...bridge, ...named, verdict: "confirmed" })).toEqual([]);
    expect(bridgeFaults({ ...bridge, ...named, verdict: "mismatch" }).map(({ code }) => code)).toEqual([
      "not-confirmed",
      "not-confirmed",
    ]);
    expect(bridgeFaults({ ...bridge, document: "letter-1", verdict: "mismatch" })).toEqual([]);
  });
  it("a judgement rests on a file or a document", () => {
    expect(decisionFaults({ evidence: [], document: null })).toEqual([{ field: "evidence", code: "evidence-needed" }]);
    expect(decisionFaults({ evidence: ["e1"], document: null })).toEqual([]);
    expect(decisionFaults({ evidence: [], document: "minutes" })).toEqual([]);
  });
});
