// Builds the page where needed and measures; ends with one JSON line of ratios.
import { build } from "./build.mjs";

build();
await import("../test/bench/main.ts");
