import type { Head } from "@yuanbiao/db/store";
import { expect, it } from "vitest";
import { headOfTurn } from "./turn.ts";

/** A store whose answers are given by hand, in the order in which it was asked. */
function storeByHand() {
  const asked: { answer: (version: number) => void; fail: () => void }[] = [];
  const readHead = () =>
    new Promise<Head>((resolve, reject) => {
      asked.push({
        answer: (version) => resolve({ version, identityVersion: 0, recordedAt: null }),
        fail: () => reject(new Error("away")),
      });
    });
  return { asked, context: { store: { readHead } } };
}

it("requests that arrive while a look is under way share the next one, and none an older one", async () => {
  const { asked, context } = storeByHand();
  const first = headOfTurn(context);
  const late = [headOfTurn(context), headOfTurn(context), headOfTurn(context)];
  expect(asked).toHaveLength(1);
  asked[0]?.answer(1);
  expect((await first).version).toBe(1);
  await Promise.resolve();
  expect(asked).toHaveLength(2);
  const later = headOfTurn(context);
  asked[1]?.answer(2);
  expect((await Promise.all(late)).map(({ version }) => version)).toEqual([2, 2, 2]);
  await new Promise(setImmediate);
  expect(asked).toHaveLength(3);
  asked[2]?.answer(3);
  expect((await later).version).toBe(3);
});

it("a look that fails is nobody else's failure", async () => {
  const { asked, context } = storeByHand();
  const first = headOfTurn(context);
  const second = headOfTurn(context);
  asked[0]?.fail();
  await expect(first).rejects.toThrow("away");
  await new Promise(setImmediate);
  asked[1]?.answer(7);
  expect((await second).version).toBe(7);
  await new Promise(setImmediate);
  const third = headOfTurn(context);
  asked[2]?.answer(8);
  expect((await third).version).toBe(8);
});
