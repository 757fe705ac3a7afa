import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { makeCrowd } from "./crowd.ts";

it("is calm where nobody waits, and again when the last one has what it came for", async () => {
  const crowd = makeCrowd();
  await crowd.calm();
  const order: string[] = [];
  let finish = (): void => undefined;
  const first = crowd.serve(() => new Promise<void>((resolve) => (finish = resolve)));
  const second = crowd.serve(async () => {
    await sleep(5);
    order.push("second");
  });
  const calm = crowd.calm().then(() => order.push("calm"));
  await second;
  expect(order).toEqual(["second"]);
  finish();
  await Promise.all([first, calm]);
  expect(order).toEqual(["second", "calm"]);
});

it("lets other work go on where the crowd does not end, and is not upset by work that fails", async () => {
  const crowd = makeCrowd();
  const endless = crowd.serve(() => sleep(400));
  const begin = performance.now();
  await Promise.all([crowd.calm(), crowd.calm()]);
  expect(performance.now() - begin).toBeLessThan(390);
  await endless;
  await expect(crowd.serve(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await crowd.calm();
});
