import { listReportEvents } from "@yuanbiao/db/queries/report";
import { ReportView } from "@yuanbiao/server/report/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addressOf,
  type Desk,
  fill,
  good,
  match,
  openDesk,
  openFresh,
  readReport,
  refused,
  refusedAt,
} from "./support/reporting.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const fresh = (own?: Parameters<typeof openFresh>[1]) => openFresh(desk, own);
const share = "sei-share-above-scale";
const firms = "valid-hitech-firms";
const contents = { [share]: "29.5", "sei-output": "1234.5", [firms]: "310" };
const put = (address: string, body: unknown, version = 0) =>
  desk.people.clerk.send("PUT", address, body, match(version));

describe("people at the same time", () => {
  it("two on one line: the second is told which line, and overwrites nothing", async () => {
    const { id } = await fresh();
    const line = (value: string) => ({ state: "value", value, explanation: null });
    const both = await Promise.all([
      put(`${addressOf(id)}/lines/${share}`, line("1")),
      put(`${addressOf(id)}/lines/${share}`, line("2")),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const block = {
      lines: [
        { indicator: share, version: 0, ...line("3") },
        { indicator: firms, version: 0, ...line("3") },
      ],
    };
    const late = desk.people.clerk.send("PATCH", `${addressOf(id)}/lines`, block);
    expect(await refusedAt(late)).toEqual([`lines.${share} stale-version`]);
    expect((await readReport(desk.people.clerk, id)).lineItems[2]?.value).toBeNull();
  });
  it("a block that names a line twice, or a line of another report, is refused whole", async () => {
    const { id } = await fresh();
    const line = (indicator: string) => ({ indicator, version: 0, state: "value", value: "3", explanation: null });
    const send = (...lines: object[]) => desk.people.clerk.send("PATCH", `${addressOf(id)}/lines`, { lines });
    expect(await refusedAt(send(line(share), line(share)))).toEqual([`lines.${share} line-twice`]);
    expect(await refusedAt(send(line(share), line("gdp")))).toEqual(["lines.gdp no-such-line"]);
    expect(await refusedAt(send({ ...line(firms), value: "3.5" }))).toEqual([`lines.${firms}.value not-whole`]);
    expect(await refusedAt(send({ ...line(firms), value: "-3" }))).toEqual([`lines.${firms}.value negative-count`]);
    expect(await refusedAt(send({ ...line(firms), value: "1e3" }))).toEqual(["lines.0.value malformed-quantity"]);
    expect((await readReport(desk.people.clerk, id)).filled).toBe(0);
  });
  it("what is stored has one spelling: 7.50 is 7.5, and blanks are no explanation", async () => {
    const { id } = await fresh();
    const content = { state: "value", value: "07.50", explanation: "  " };
    const first = await good(ReportView, put(`${addressOf(id)}/lines/${share}`, content));
    expect(first.lineItems[0]).toMatchObject({ value: "7.5", explanation: null, version: 1 });
    const again = await good(ReportView, put(`${addressOf(id)}/lines/${share}`, content, 1));
    expect(again.lineItems[0]?.version).toBe(1);
  });
  it("a figure that is written while the report is handed in is either handed in or refused", async () => {
    const { id } = await fresh();
    const { clerk } = desk.people;
    const { version, lineItems } = await fill(clerk, id, contents);
    const line = { state: "value", value: "1", explanation: null };
    const [written, handed] = await Promise.all([
      put(`${addressOf(id)}/lines/${share}`, line, lineItems[0]?.version),
      clerk.send("POST", `${addressOf(id)}/submit`, {}, match(version)),
    ]);
    expect([written.status, handed.status].toSorted()).toEqual([200, 412]);
  });
  it("the same submit twice, with one Idempotency-Key, is one", async () => {
    const { id } = await fresh();
    const { clerk } = desk.people;
    const { version } = await fill(clerk, id, contents);
    const send = () =>
      clerk.send("POST", `${addressOf(id)}/submit`, {}, { ...match(version), "idempotency-key": `key-${id}` });
    const first = await good(ReportView, send());
    expect(await good(ReportView, send())).toEqual(first);
    const other = clerk.send(
      "POST",
      `${addressOf(id)}/submit`,
      { comment: "另" },
      {
        ...match(version),
        "idempotency-key": `key-${id}`,
      },
    );
    expect(await refused(other)).toEqual([422, "idempotency-conflict"]);
    const events = await listReportEvents(desk.served.store, [id]);
    expect(events.filter(({ action }) => action === "submit")).toHaveLength(1);
  });
});
