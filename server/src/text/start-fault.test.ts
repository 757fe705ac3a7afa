import { expect, it } from "vitest";
import { startFault } from "./start-fault.ts";

const coded = (code: string, message = "raised inside"): Error => Object.assign(new Error(message), { code });
const file = { dataDir: "/srv/data" };
const server = { databaseUrl: "postgres://somebody:secret@db/store" };

it.each([
  [coded("SQLITE_READONLY"), file, /不可写.*\/srv\/data\n.*cannot be written.*SQLITE_READONLY/s],
  [coded("SQLITE_CANTOPEN"), file, /cannot be written/],
  [coded("ENOSPC"), file, /cannot be written/],
  [coded("ECONNREFUSED"), server, /连接不上.*\n.*cannot be reached \(ECONNREFUSED\)/s],
  [new Error("written by a newer version"), file, /^written by a newer version$/],
])("%s is told in words, without a trace of the program", (error, place, words) => {
  const said = startFault(error, place);
  expect(said).toMatch(words);
  expect(said).not.toMatch(/\n\s+at |secret/);
});

it("what nobody has thought of is told with its trace", () => {
  expect(startFault(coded("ERR_NEW"), file)).toMatch(/\n\s+at /);
});
