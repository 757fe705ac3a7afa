// Builds the page where needed, loads the shipped data where it is new, and starts the server.
import { build } from "./build.mjs";

build();
await import("../seeds/src/shipped.ts");
if (process.exitCode === undefined) await import("../server/src/main.ts");
