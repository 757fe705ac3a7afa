import { SeriesView } from "@yuanbiao/server/series/shape";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressOf, type Desk, file, match, openDesk, openFresh, step } from "./support/reporting.ts";

const output = "sei-output";
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

it("is told from what counts a year before: the adopted figure, not the reported one that it took the place of", async () => {
  const { office, verifier } = desk.people;
  const { id } = await openFresh(desk, { period: "2022" });
  await file(desk, id, { [output]: "1000" });
  const verified = { state: "value", value: "800", reason: "剔除重复" };
  await verifier.send("PUT", `${addressOf(id)}/lines/${output}/verification`, verified, match(0));
  await step(office, id, "adopt", { lines: [{ indicator: output, basis: "verified" }] });
  const { id: next } = await openFresh(desk, { period: "2023" });
  await file(desk, next, { [output]: "880" });
  const { points } = SeriesView.parse(await office.read(`/api/series?area=liuzhou&indicator=${output}&on=2026-04-10`));
  const grown = points.filter(({ observation }) => observation.period === "2023" && observation.value === "880");
  // 880 over 800 is 10 %; over the reported 1000 it would be a fall by 12 %.
  expect(grown.map(({ nominalGrowth }) => nominalGrowth)).toEqual(["10.00"]);
});
