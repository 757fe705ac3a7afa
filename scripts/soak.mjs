// Lets 500 simulated people use one server for half an hour; ends with one JSON line of figures.
await import("../test/soak/main.ts");
