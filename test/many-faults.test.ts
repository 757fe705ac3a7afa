import { AreaList } from "@yuanbiao/server/area/shape";
import { IndicatorList } from "@yuanbiao/server/indicator/shape";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, download, dump, moveRound, openDesk, openRound, refusal, sendFile } from "./support/reporting.ts";
import type { SignedIn } from "./support/served.ts";
import { refill, withStrangeRows } from "./support/workbook.ts";

let desk: Desk;
let many: SignedIn;
let figures: number;
beforeAll(async () => {
  desk = await openDesk();
  const { items } = AreaList.parse(await desk.people.office.read("/api/areas?limit=1000"));
  const areas = items.filter(({ city }) => city.code === "liuzhou").map(({ code }) => code);
  const indicators = IndicatorList.parse(await desk.people.office.read("/api/indicators?limit=1000")).items;
  const asked = indicators.filter(({ measure }) => measure !== "milestone").slice(0, 100);
  const lines = asked.map(({ code }) => ({ indicator: code, caliber: "citywide" }));
  await openRound(desk);
  await openRound(desk, { code: "MANY", period: "2024", areas, lines });
  many = await desk.served.as("clerk", { areas });
  figures = areas.length * asked.length;
});
afterAll(() => desk.close());

/** How many faults an upload is refused with: those that are listed, and how many more it says there are. */
async function faultsOf(address: string, bytes: Uint8Array): Promise<readonly [number, unknown]> {
  const before = dump(desk.served);
  const { status, problem } = await refusal(sendFile(many, address, bytes));
  expect([status, problem.code]).toEqual([422, "upload-refused"]);
  expect(dump(desk.served)).toBe(before);
  return [problem.errors?.length ?? 0, problem.more];
}

const filledWith = async (value: string | number): Promise<Uint8Array> =>
  refill(await download(many, "/api/rounds/MANY/workbook.xlsx"), {}, ({ rows }) => {
    for (const [place, cells] of rows.entries()) if (place >= 3) cells[5] = value;
  });

it("a report's form with more faults than can be listed says how many more there are", async () => {
  const template = await download(many, "/api/reports/2025A.liuzhou/template.xlsx");
  const upload = "/api/reports/2025A.liuzhou/upload";
  expect(await faultsOf(upload, await withStrangeRows(template, 1234))).toEqual([1000, 234]);
  expect(await faultsOf(upload, await withStrangeRows(template, 1000))).toEqual([1000, undefined]);
});

it("so does a round's workbook, of cells that cannot be read", async () => {
  expect(figures).toBeGreaterThan(1000);
  const bytes = await filledWith("约数");
  expect(await faultsOf("/api/rounds/MANY/upload", bytes)).toEqual([1000, figures - 1000]);
});

it("and of figures that are no longer taken", async () => {
  const bytes = await filledWith(7);
  await moveRound(desk, "MANY", "closed");
  expect(await faultsOf("/api/rounds/MANY/upload", bytes)).toEqual([1000, figures - 1000]);
});
