// Asks every route of the interface, rightly and wrongly, on both engines; ends with one JSON line of figures.
await import("../test/fuzz/main.ts");
