import { expect, it } from "vitest";
import { shareConnection } from "./shared-connection.ts";

/** A source that notes what is done with its connections, numbered from one. */
function noting(answer: (question: string) => Promise<string> = async (question) => question.toUpperCase()) {
  const notes: string[] = [];
  let taken = 0;
  const ask = shareConnection({
    take: async () => {
      taken += 1;
      notes.push(`take ${taken}`);
      return taken;
    },
    ask: (connection, question: string) => {
      notes.push(`${connection} ${question}`);
      return answer(question);
    },
    giveBack: (connection, fault) => {
      notes.push(`back ${connection}${fault instanceof Error ? ` ${fault.message}` : ""}`);
    },
  });
  return { notes, ask };
}

it("what is asked in one turn is asked of one connection, before the first is answered", async () => {
  const { notes, ask } = noting();
  expect(await Promise.all(["a", "b", "c"].map((question) => ask(question)))).toEqual(["A", "B", "C"]);
  expect(notes).toEqual(["take 1", "1 a", "1 b", "1 c", "back 1"]);
});

it("who asks once it is taken waits for none of those questions", async () => {
  const answers = new Map<string, (answer: string) => void>();
  const { notes, ask } = noting((question) => new Promise((resolve) => answers.set(question, resolve)));
  const slow = ask("slow");
  await expect.poll(() => answers.has("slow")).toBe(true);
  const quick = ask("quick");
  await expect.poll(() => answers.has("quick")).toBe(true);
  answers.get("quick")?.("done");
  expect(await quick).toBe("done");
  expect(notes).toEqual(["take 1", "1 slow", "take 2", "2 quick", "back 2"]);
  answers.get("slow")?.("late");
  expect(await slow).toBe("late");
  expect(notes.at(-1)).toBe("back 1");
});

it("of more than sixteen the others have a connection of their own", async () => {
  const { notes, ask } = noting();
  await Promise.all(Array.from({ length: 17 }, (_, at) => ask(`${at}`)));
  expect(notes.filter((note) => note.startsWith("1 "))).toHaveLength(16);
  expect(notes).toContain("2 16");
});

it("a question that fails fails alone, and what it failed of is said when the connection is given back", async () => {
  const { notes, ask } = noting(async (question) => {
    if (question === "bad") throw new Error("no such table");
    return question;
  });
  const [good, bad, other] = await Promise.allSettled(["good", "bad", "other"].map((question) => ask(question)));
  expect([good?.status, bad?.status, other?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(notes.at(-1)).toBe("back 1 no such table");
});

it("where no connection is to be had, all are told, and who comes after asks for one again", async () => {
  let isAway = true;
  const ask = shareConnection({
    take: async () => {
      if (isAway) throw new Error("away");
      return 1;
    },
    ask: async (_connection, question: string) => question,
    giveBack: () => undefined,
  });
  const settled = await Promise.allSettled([ask("a"), ask("b")]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isAway = false;
  expect(await ask("c")).toBe("c");
});
