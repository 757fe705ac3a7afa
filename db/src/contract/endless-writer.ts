import { commit } from "../commit.ts";
import { openStore } from "../open.ts";
import { planVersions } from "../revise.ts";
import { sampleObservation } from "./samples.ts";

/** Commits one figure after the other until it is killed, and says each id once it is stored (for sqlite.test.ts). */
const [dataDir = "", prefix = ""] = process.argv.slice(2);
const store = await openStore({ dataDir });
for (let index = 0; ; index += 1) {
  const incoming = [sampleObservation({ id: `${prefix}-${index}` })];
  const { statements } = planVersions("observation", { current: [], incoming }, { reason: "other", note: null });
  const audit = [{ area: "park", action: "test", subject: null, detail: {} }] as const;
  const committed = await commit(store, { actor: "writer", statements, audit });
  if (committed.ok) process.stdout.write(`${prefix}-${index}\n`);
}
