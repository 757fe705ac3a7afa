import { join } from "node:path";
import { openStore } from "@yuanbiao/db/open";
import { listEvaluations } from "@yuanbiao/db/queries/evaluation";
import { pino } from "pino";
import { makeContext } from "./assemble.ts";
import { verifySeal } from "./assessing.ts";
import { readConfig } from "./config.ts";

/** Recomputes every sealed run from the versions that it rests on; the exit code says whether all hashes are the same. */
const config = readConfig(process.env, join(import.meta.dirname, "..", ".."));
if (typeof config === "string") {
  console.error(config);
  process.exit(2);
}
const store = await openStore(config.place);
const context = makeContext({ store, clock: () => new Date(), logger: pino({ level: "silent" }) });
const sealed = (await listEvaluations(store, { asOf: null })).filter(({ seal }) => seal !== null);
let broken = 0;
for (const evaluation of sealed) {
  const { hash, stored } = await verifySeal(context, evaluation);
  const seal = evaluation.seal?.hash ?? "";
  const isSame = hash === seal && stored;
  if (!isSame) broken += 1;
  const said = isSame ? "一致 the same" : stored ? "不一致 differs" : "留存结果被改动 the stored result was changed";
  console.log(
    `${evaluation.id}  ${seal}  ${said}${hash === seal ? "" : `  ${hash ?? "无法重算 cannot be recomputed"}`}`,
  );
}
await store.close();
const told = `${sealed.length} 次封存，${broken} 次不一致。Sealed runs: ${sealed.length}; not the same: ${broken}.`;
if (broken === 0) console.log(told);
else {
  console.error(told);
  process.exitCode = 1;
}
