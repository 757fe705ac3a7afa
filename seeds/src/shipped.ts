import { openStore } from "@yuanbiao/db/open";
import { wasLoaded } from "@yuanbiao/db/queries/dataset";
import { loadShipped } from "./load.ts";
import { placeOf } from "./place.ts";
import { loadShippedSchemes } from "./shipped-schemes.ts";
import { loadStandardChecks } from "./standard-checks.ts";
import { loadLines } from "./wording.ts";

/** Run before the server starts: brings the shipped data into the store that the environment names, each folder once. */
const store = await openStore(placeOf(process.env));
try {
  // Made-up figures and real ones never stand in one store.
  const isDemo = await wasLoaded(store, "demo");
  if (!isDemo) {
    await loadStandardChecks(store);
    await loadShippedSchemes(store);
  }
  for (const loaded of isDemo ? [] : await loadShipped(store)) {
    for (const line of loadLines(loaded)) console.log(line);
    if (!loaded.ok) process.exitCode = 1;
  }
} finally {
  await store.close();
}
