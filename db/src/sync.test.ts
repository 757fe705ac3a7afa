import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeSync } from "./sync.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuanbiao-sync-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("who asks while a sync is under way shares the next one, and none that began before", async () => {
  const file = join(folder, "log");
  writeFileSync(file, "committed");
  const { sync, close } = makeSync(file);
  const ended: string[] = [];
  const first = sync().then(() => ended.push("first"));
  const [second, third] = [sync(), sync()];
  expect(second).toBe(third);
  await Promise.all([first, second.then(() => ended.push("next"))]);
  expect(ended).toEqual(["first", "next"]);
  await sync();
  close();
});

it("a file that is not there is told, and asked for again at the next need", async () => {
  const file = join(folder, "late");
  const { sync, close } = makeSync(file);
  const attempt = async () => sync();
  await expect(attempt()).rejects.toThrow("ENOENT");
  writeFileSync(file, "");
  await attempt();
  close();
});
