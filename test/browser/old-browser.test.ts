import { afterAll, beforeAll, expect, it } from "vitest";
import { type Browsing, browse } from "../support/browser.ts";

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing?.close());

/** What Chrome 90 does not have, gone before the page begins. */
function forget(): void {
  for (const [owner, names] of [
    [Array.prototype, ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]],
    [String.prototype, ["at", "replaceAll"]],
    [Object, ["hasOwn", "groupBy"]],
    [Map, ["groupBy"]],
    [Promise, ["withResolvers"]],
    [globalThis, ["structuredClone"]],
    [Object.getPrototypeOf(crypto), ["randomUUID"]],
  ] as const) {
    for (const name of names) Reflect.deleteProperty(owner, name);
  }
}

it.each(["/", "/areas/liuzhou-zone", "/indicators/gross-industrial-output", "/targets/T03", "/tasks"])(
  "%s works in Chrome 90",
  async (address) => {
    const { page, complaints, close } = await browsing.open(address, { before: forget });
    expect(complaints).toEqual([]);
    expect((await page.getByRole("main").innerText()).length).toBeGreaterThan(200);
    await close();
  },
);

it("a source opens there too", async () => {
  const { page, complaints, close } = await browsing.open("/?source=A021", { before: forget });
  expect(await page.getByRole("dialog").innerText()).toContain("10.8");
  expect(complaints).toEqual([]);
  await close();
});
