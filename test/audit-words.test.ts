import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { evaluationStages } from "@yuanbiao/core/evaluation";
import { expect, test } from "vitest";
import { audit as english } from "../web/src/text/en/audit.ts";
import { audit as chinese } from "../web/src/text/zh/audit.ts";

const root = join(import.meta.dirname, "..");
const sources = ["server/src", "seeds/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.includes("demo"))
    .map((name) => readFileSync(join(root, folder, name), "utf8")),
);

test("every action that the trail may hold has words of its own, in both languages", () => {
  const named = sources.flatMap((text) =>
    [...text.matchAll(/action: "([a-z]+(?:-[a-z]+)+)"/g)].map(([, name]) => name),
  );
  const actions = new Set([...named, ...evaluationStages.map((stage) => `evaluation-${stage}`)]);
  // Parts of a report's steps are told as report-…; these are the names of the steps themselves.
  actions.delete("accept-lines");
  expect(actions.size).toBeGreaterThan(60);
  for (const words of [chinese.actions, english.actions]) {
    expect([...actions].filter((action) => !Object.hasOwn(words, action ?? ""))).toEqual([]);
  }
});
