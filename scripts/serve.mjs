// Builds the page where needed and starts the server.
import { build } from "./build.mjs";

build();
await import("../server/src/main.ts");
