import { isAbsolute, join } from "node:path";
import type { StorePlace } from "@yuanbiao/db/open";

const root = join(import.meta.dirname, "..", "..");

/** Which store the environment names: DATABASE_URL, or a file in DATA_DIR, which starts at the project's root. */
export function placeOf(environment: Readonly<Record<string, string | undefined>>): StorePlace {
  const databaseUrl = environment["DATABASE_URL"] ?? "";
  if (databaseUrl !== "") return { databaseUrl };
  const dataDir = environment["DATA_DIR"] || "data";
  return { dataDir: isAbsolute(dataDir) ? dataDir : join(root, dataDir) };
}
