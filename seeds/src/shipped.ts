import { openStore } from "@yuanbiao/db/open";
import { loadShipped } from "./load.ts";
import { placeOf } from "./place.ts";
import { loadLines } from "./wording.ts";

/** Run before the server starts: brings the shipped data into the store that the environment names, each folder once. */
const store = await openStore(placeOf(process.env));
try {
  for (const loaded of await loadShipped(store)) {
    for (const line of loadLines(loaded)) console.log(line);
    if (!loaded.ok) process.exitCode = 1;
  }
} finally {
  await store.close();
}
