// Builds the page where needed and measures; ends with one JSON line of ratios. With --growth: cost against size instead.
import { build } from "./build.mjs";

build();
await import(process.argv.includes("--growth") ? "../test/bench/growth-main.ts" : "../test/bench/main.ts");
