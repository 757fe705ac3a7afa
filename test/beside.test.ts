import { ProgressList, type ProgressRow } from "@yuanbiao/server/progress/shape";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, file, openDesk, openFresh, step } from "./support/reporting.ts";

const share = "sei-share-above-scale";
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  // 2025 is reported and adopted; the years before are reported alone.
  for (const [period, value] of [
    ["2021", "14"],
    ["2022", "19"],
    ["2023", "24"],
    ["2025", "31"],
  ] as const) {
    const { id } = await openFresh(desk, { period });
    await file(desk, id, { [share]: value });
    if (period === "2025") {
      await step(desk.people.office, id, "adopt", { lines: [{ indicator: share, basis: "reported" }] });
    }
  }
});
afterAll(() => desk.close());

async function row(target: string): Promise<ProgressRow> {
  const { items } = ProgressList.parse(await desk.people.office.read("/api/progress?area=liuzhou&limit=1000"));
  const found = items.find((item) => item.target.id === target);
  if (found === undefined) throw new Error(`no target ${target}`);
  return found;
}
const named = ({ beside }: ProgressRow, use: string) =>
  beside
    .filter((one) => one.use === use)
    .map(({ observation: { period, role, value } }) => `${period} ${role} ${value}`);

it("beside what counts stand the others of its period and the newest one before; the rest is counted", async () => {
  const found = await row("T03");
  expect(found.actual).toMatchObject({ period: "2025", role: "adopted", value: "31" });
  expect(named(found, "comparable")).toEqual(["2025 reported 31", "2024 reported 29"]);
  // 2023, 2022, 2021 and 2020.
  expect(found.besideOmitted).toBe(4);
});

it("of a series that may not be compared the newest four stand, and the older ones are counted", async () => {
  const found = await row("P09");
  expect(named(found, "beside")).toEqual([
    "2025 adopted 31",
    "2025 reported 31",
    "2024 reported 29",
    "2023 reported 24",
  ]);
  // 2022, 2021 and 2020: all of them are later than 2015, the due year.
  expect(found.besideOmitted).toBe(3);
});
