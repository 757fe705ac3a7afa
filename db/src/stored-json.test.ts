import { expect, it } from "vitest";
import { z } from "zod";
import { makeReader } from "./stored-json.ts";

const read = makeReader(z.strictObject({ codes: z.array(z.string()) }));

it("gives the same text as the same value, which nobody can change", () => {
  const first = read('{"codes":["a","b"]}');
  expect(first).toEqual({ codes: ["a", "b"] });
  expect(read('{"codes":["a","b"]}')).toBe(first);
  expect(() => first.codes.push("c")).toThrow(TypeError);
  expect(read('{"codes":["a"]}')).toEqual({ codes: ["a"] });
});

it("refuses a text of another shape each time, also one that is longer than what is kept", () => {
  for (const _time of [1, 2]) expect(() => read('{"codes":[1]}')).toThrow(z.ZodError);
  const long = JSON.stringify({ codes: ["x".repeat(300_000)] });
  for (const _time of [1, 2]) expect(read(long).codes[0]).toHaveLength(300_000);
});
