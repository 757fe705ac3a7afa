import { join } from "node:path";
import { verifyAudit } from "@yuanbiao/db/audit";
import { openStore } from "@yuanbiao/db/open";
import { verifyAnchors } from "./anchor-verify.ts";
import { readBackupSettings } from "./backup/settings.ts";
import { readConfig } from "./config.ts";
import { anchorTexts } from "./text/anchor-text.ts";

const words = {
  hash: "内容被改动 its content was changed",
  sequence: "之前缺少记录 an entry before it is missing",
  link: "与前一条不衔接 it does not follow the one before",
  head: "末尾记录缺失 the end of the chain is missing",
} as const;

/**
 * Walks along every chain of the trail, and compares them with their ends as they were written down outside the database;
 * the first broken row and every end that is gone are named, and the exit code says it.
 */
const root = join(import.meta.dirname, "..", "..");
const config = readConfig(process.env, root);
const settings =
  typeof config === "string" ? config : readBackupSettings(process.env, { root, dataDir: config.dataDir });
if (typeof config === "string" || typeof settings === "string") {
  console.error(typeof config === "string" ? config : settings);
  process.exit(2);
}
const store = await openStore(config.place);
const check = await verifyAudit(store);
const { well, wrong } = anchorTexts(await verifyAnchors(store, settings.anchorFolder));
await store.close();
if (check.ok) console.log(`审计日志完整，共 ${check.entries} 条。The trail is whole: ${check.entries} entries.`);
else {
  const where = `${check.area} 第 ${check.seq} 条 no. ${check.seq}`;
  console.error(`审计日志在此断裂：${where}，${words[check.fault]}。The trail is broken there.`);
  process.exitCode = 1;
}
if (wrong.length === 0) console.log(well);
for (const sentence of wrong) {
  console.error(sentence);
  process.exitCode = 1;
}
