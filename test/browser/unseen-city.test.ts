import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadFolder } from "@yuanbiao/seeds/load";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browsing, browse } from "../support/browser.ts";
import { writeUnseenCity } from "../support/unseen-city.ts";

let browsing: Browsing;
let folder: string;
beforeAll(async () => {
  browsing = await browse();
  folder = mkdtempSync(join(tmpdir(), "yuanbiao-city-"));
  writeUnseenCity(folder);
  await loadFolder(browsing.served.store, folder, { actor: "test", reason: "other", note: null });
});
afterAll(async () => {
  await browsing?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a city that no code knows of", () => {
  it.each([
    ["/?city=newtown", "新城市"],
    ["/areas?city=newtown", "新城园区"],
    ["/areas/nt-park", "新兴产业比重达到40%"],
    ["/indicators", "新兴产业比重"],
    ["/indicators/nt-share", "24.5"],
    ["/targets?city=newtown", "新兴产业比重达到30%"],
    ["/targets/N1?on=2024-06-30", "26.00"],
    ["/tasks?city=newtown", "建设园区"],
  ])("is on %s", async (address, words) => {
    const { page, complaints, close } = await browsing.open(address);
    expect((await page.getByRole("main").innerText()).replace(/\s+/g, " ")).toContain(words);
    expect(complaints).toEqual([]);
    await close();
  });
  it("can be chosen, and the other cities are gone then", async () => {
    const { page, close } = await browsing.open("/");
    await page.getByRole("combobox").first().selectOption({ label: "新城市" });
    await page.waitForURL(/city=newtown/);
    // The park is in the matrix of all cities as well: the others go when the answer for the one is there.
    await expect.poll(() => page.getByRole("main").innerText(), { timeout: 20_000 }).not.toContain("柳州");
    expect(await page.getByRole("main").innerText()).toContain("新城园区");
    await close();
  });
});
