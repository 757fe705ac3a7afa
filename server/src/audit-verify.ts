import { join } from "node:path";
import { verifyAudit } from "@yuanbiao/db/audit";
import { openStore } from "@yuanbiao/db/open";
import { readConfig } from "./config.ts";

const words = {
  hash: "内容被改动 its content was changed",
  sequence: "之前缺少记录 an entry before it is missing",
  link: "与前一条不衔接 it does not follow the one before",
  head: "末尾记录缺失 the end of the chain is missing",
} as const;

/** Walks along every chain of the trail; the first broken row is named, and the exit code says it. */
const config = readConfig(process.env, join(import.meta.dirname, "..", ".."));
if (typeof config === "string") {
  console.error(config);
  process.exit(2);
}
const store = await openStore(config.place);
const check = await verifyAudit(store);
await store.close();
if (check.ok) console.log(`审计日志完整，共 ${check.entries} 条。The trail is whole: ${check.entries} entries.`);
else {
  const where = `${check.area} 第 ${check.seq} 条 no. ${check.seq}`;
  console.error(`审计日志在此断裂：${where}，${words[check.fault]}。The trail is broken there.`);
  process.exitCode = 1;
}
