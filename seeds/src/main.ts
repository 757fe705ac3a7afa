import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { changeReasons } from "@yuanbiao/core/observation";
import { openStore } from "@yuanbiao/db/open";
import type { Change } from "@yuanbiao/db/revise";
import { loadFolder } from "./load.ts";
import { placeOf } from "./place.ts";
import { loadLines } from "./wording.ts";

const reasons = changeReasons.filter((reason) => reason !== "first");
const usage = `用法：npm run seed -- <数据文件夹> [--reason ${reasons.join("|")}] [--note 说明]`;

interface Request extends Change {
  readonly path: string;
}

/** Reads the command line; a sentence says what is wrong with it. */
function readRequest(words: string[], startedIn: string): Request | string {
  const options = { reason: { type: "string", default: "other" }, note: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true, strict: false });
  const [folder, ...others] = positionals;
  const isUnderstood = Object.keys(values).every((name) => name in options);
  if (folder === undefined || others.length > 0 || !isUnderstood) return usage;
  const reason = reasons.find((one) => one === values.reason);
  if (reason === undefined) return `不认识的修订原因 ${values.reason}。\n${usage}`;
  const path = resolve(startedIn, folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return `找不到数据文件夹 ${folder}。`;
  const standard = reason === "other" ? `重新装载数据文件夹 ${basename(path)}` : null;
  return { path, reason, note: typeof values.note === "string" ? values.note : standard };
}

async function main(): Promise<number> {
  // A package manager changes to its own folder; INIT_CWD is where the person stands.
  const request = readRequest(process.argv.slice(2), process.env["INIT_CWD"] ?? process.cwd());
  if (typeof request === "string") {
    console.error(request);
    return 1;
  }
  const store = await openStore(placeOf(process.env));
  try {
    const { path, reason, note } = request;
    const loaded = await loadFolder(store, path, { actor: "seed", reason, note });
    const print = loaded.ok ? console.log : console.error;
    for (const line of loadLines(loaded)) print(line);
    return loaded.ok ? 0 : 1;
  } finally {
    await store.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`装载失败，未作任何改动：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
