// Builds the page where needed, loads the shipped data where it is new, and starts the server.
import { join } from "node:path";
import { readConfig } from "../server/src/config.ts";
import { build } from "./build.mjs";

const config = readConfig(process.env, join(import.meta.dirname, ".."));
if (typeof config === "string") {
  console.error(config);
  process.exit(1);
}
build();
await import("../seeds/src/shipped.ts");
if (process.exitCode === undefined) await import("../server/src/main.ts");
