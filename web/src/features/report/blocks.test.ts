import { describe, expect, it } from "vitest";
import { blockingLines, blocksOf } from "./blocks.ts";
import { changeDraft, draftsOf } from "./draft.ts";
import { exampleFinding, exampleLine, filledLine } from "./example.ts";

const lineItems = [filledLine("a", "1"), exampleLine("b"), filledLine("c", "3")];
const blocks = (findings: ReturnType<typeof exampleFinding>[], drafts = draftsOf(lineItems)) =>
  blocksOf(drafts, { findings, lineItems });

describe("what stands in the way of handing in", () => {
  it("nothing found: a blank is counted and does not block", () => {
    const found = blocks([]);
    expect(found.empty).toEqual(["b"]);
    expect(blockingLines(found)).toEqual([]);
  });
  it("a blank that must be filled blocks without being called wrong", () => {
    const found = blocks([exampleFinding({ severity: "hard", code: "no-answer", indicators: ["b"] })]);
    expect(found).toMatchObject({ hard: [], required: ["b"] });
    expect(blockingLines(found)).toEqual(["b"]);
  });
  it("a hard finding blocks at each of its lines", () => {
    const found = blocks([exampleFinding({ severity: "hard", code: "relation-broken", indicators: ["a", "c"] })]);
    expect(blockingLines(found)).toEqual(["a", "c"]);
  });
  it("a soft one blocks until it is explained, also before the explanation is stored", () => {
    const soft = exampleFinding({ indicators: ["a"] });
    expect(blocks([soft]).explain).toEqual(["a"]);
    expect(blocks([{ ...soft, explained: true }]).explain).toEqual([]);
    const drafts = new Map(draftsOf(lineItems));
    const draft = drafts.get("a");
    if (draft !== undefined) drafts.set("a", changeDraft(draft, "explanation", "基数低"));
    expect(blocks([soft], drafts).explain).toEqual([]);
  });
  it("what cannot be read comes before everything else", () => {
    const drafts = new Map(draftsOf(lineItems));
    const draft = drafts.get("c");
    if (draft !== undefined) drafts.set("c", changeDraft(draft, "text", "约3"));
    const hard = exampleFinding({ severity: "hard", code: "above-max", indicators: ["a"] });
    expect(blockingLines(blocks([hard], drafts))).toEqual(["c", "a"]);
  });
});
