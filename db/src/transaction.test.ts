import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { transactText } from "./postgres.ts";

it("a transaction's first question goes with its beginning, and counts only if that did begin", async () => {
  const sent: string[] = [];
  let isRefused = false;
  const run = async (text: string) => {
    sent.push(text.split(" ", 1)[0] ?? "");
    if (isRefused && text.startsWith("begin")) throw new Error("refused");
    return { rows: [[1]], changed: 0 };
  };
  const heard: unknown[] = [];
  const work = () =>
    transactText(run, async ({ select }) => {
      const asked = select(sql`select 1`);
      heard.push([...sent]);
      heard.push(await asked);
    });
  await work();
  expect(sent).toEqual(["begin", "select", "commit"]);
  expect(heard).toEqual([["begin", "select"], [[1]]]);
  isRefused = true;
  sent.length = 0;
  heard.length = 0;
  await expect(work()).rejects.toThrow("refused");
  expect(sent).toEqual(["begin", "select", "rollback"]);
  expect(heard).toEqual([["begin", "select"]]);
});
