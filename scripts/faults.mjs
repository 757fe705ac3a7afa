// Kills the server, fills its disk, moves its clock, tears its files, crowds its door; ends with one JSON line of figures.
await import("../test/faults/main.ts");
