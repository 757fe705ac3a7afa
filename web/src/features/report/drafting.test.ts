import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { LineItem, Report } from "../../api.ts";
import { changeDraft } from "./draft.ts";
import type { makeDrafting as MakeDrafting } from "./drafting.ts";
import { exampleLine, filledLine } from "./example.ts";
import type { Edit } from "./request.ts";

let makeDrafting: typeof MakeDrafting;
let errorOf: typeof import("../../api.ts").errorOf;
beforeAll(async () => {
  // The client takes the address of its page when it loads.
  vi.stubGlobal("location", { origin: "http://127.0.0.1" });
  ({ makeDrafting } = await import("./drafting.ts"));
  ({ errorOf } = await import("../../api.ts"));
});
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Answer = "stored" | "stale" | "offline" | "refused" | "signed-out";
const reportOf = (lineItems: LineItem[]): Report => JSON.parse(JSON.stringify({ id: "r", lineItems }));

/** The far side of the network: a server that holds lines, and answers as it is told. */
function farSide(start: LineItem[], answers: Answer[] = []) {
  let held = start;
  const sent: Edit[][] = [];
  const store = (edits: readonly Edit[]): Report => {
    held = held.map((line) => {
      const edit = edits.find(({ indicator }) => indicator === line.indicator.code);
      return edit === undefined ? line : { ...line, ...edit.content, version: line.version + 1 };
    });
    return reportOf(held);
  };
  return {
    sent,
    /** Somebody else writes. */
    write: (line: LineItem) => {
      held = held.map((old) => (old.indicator.code === line.indicator.code ? line : old));
    },
    far: {
      save: async (edits: readonly Edit[]): Promise<Report> => {
        sent.push([...edits]);
        const answer = answers.shift() ?? "stored";
        if (answer === "offline") throw new Error("network");
        if (answer === "signed-out") throw errorOf({ code: "signed-out", detail: "请先登录" }, 401, null);
        if (answer === "stale") throw errorOf({ code: "stale-version", detail: "已被他人修改" }, 412, null);
        const field = `lines.${edits[0]?.indicator}.value`;
        const errors = [{ field, code: "not-whole", detail: "应为整数" }];
        if (answer === "refused") throw errorOf({ code: "lines-not-acceptable", detail: "有误", errors }, 422, null);
        return store(edits);
      },
      read: async () => reportOf(held),
      heard: () => undefined,
    },
  };
}

const type = (indicator: string, text: string) => (drafts: ReadonlyMap<string, Parameters<typeof changeDraft>[0]>) => {
  const draft = drafts.get(indicator);
  return draft === undefined ? drafts : new Map(drafts).set(indicator, changeDraft(draft, "text", text));
};
const lines = [filledLine("a", "1"), exampleLine("b")];

describe("drafts save themselves", () => {
  it("soon after the last change, in one request for one line", async () => {
    const { far, sent } = farSide(lines);
    const drafting = makeDrafting(lines, far);
    for (const text of ["2", "25", "25."]) {
      drafting.change(type("a", text));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toMatchObject([[{ indicator: "a", version: 1, content: { value: "25" } }]]);
    expect(drafting.get().saving).toMatchObject({ kind: "saved" });
  });
  it("several lines go as one block", async () => {
    const { far, sent } = farSide(lines);
    const drafting = makeDrafting(lines, far);
    drafting.change((drafts) => type("b", "9")(type("a", "8")(drafts)));
    expect(await drafting.flush()).toBe(true);
    expect(sent.map((edits) => edits.map(({ indicator }) => indicator))).toEqual([["a", "b"]]);
  });
  it("a network that fails is said, and it is tried again until it is saved", async () => {
    const { far, sent } = farSide(lines, ["offline", "offline"]);
    const drafting = makeDrafting(lines, far);
    drafting.change(type("a", "2"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(drafting.get().saving.kind).toBe("paused");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toHaveLength(3);
    expect(drafting.get().saving.kind).toBe("saved");
  });
  it("after the session ended it waits until it is asked to try again, and loses nothing", async () => {
    const { far, sent } = farSide(lines, ["signed-out"]);
    const drafting = makeDrafting(lines, far);
    drafting.change(type("a", "2"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(drafting.get().drafts.get("a")?.text).toBe("2");
    expect(await drafting.flush()).toBe(true);
  });
  it("a line that somebody else wrote waits for a choice; the others are saved", async () => {
    const { far, sent, write } = farSide(lines, ["stale"]);
    const drafting = makeDrafting(lines, far);
    write(filledLine("a", "7", { version: 2 }));
    drafting.change((drafts) => type("b", "9")(type("a", "8")(drafts)));
    expect(await drafting.flush()).toBe(false);
    expect(sent[1]?.map(({ indicator }) => indicator)).toEqual(["b"]);
    expect(drafting.get().drafts.get("a")).toMatchObject({ text: "8", theirs: { value: "7" } });
  });
  it("a line that is refused says why; the others are saved", async () => {
    const { far, sent } = farSide(lines, ["refused"]);
    const drafting = makeDrafting(lines, far);
    drafting.change((drafts) => type("b", "9")(type("a", "8")(drafts)));
    expect(await drafting.flush()).toBe(false);
    expect(sent[1]?.map(({ indicator }) => indicator)).toEqual(["b"]);
    expect(drafting.get().drafts.get("a")?.refused?.detail).toBe("应为整数");
  });
});
