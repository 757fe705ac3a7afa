import { expect, it } from "vitest";
import { makeNameOf } from "./statement-name.ts";

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

it("names what comes again and again, each by a name of its own that stays", () => {
  const nameOf = makeNameOf();
  expect(times(6, () => nameOf("select 1"))).toEqual([undefined, undefined, undefined, undefined, "s0", "s0"]);
  expect(times(5, () => nameOf("select 2")).at(-1)).toBe("s1");
  expect(nameOf("select 1")).toBe("s0");
});

it("forgets the many that come once, and names no more than a connection is to hold", () => {
  const nameOf = makeNameOf();
  expect(times(4, () => nameOf("select 1")).at(-1)).toBeUndefined();
  times(5000, (at) => nameOf(`once ${at}`));
  expect(nameOf("select 1")).toBeUndefined();
  const named = times(300, (at) => times(5, () => nameOf(`often ${at}`)).at(-1)).filter((name) => name !== undefined);
  expect(new Set(named).size).toBe(250);
});
