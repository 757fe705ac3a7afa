import { listAudit } from "@yuanbiao/db/queries/audit";
import { LetterSent } from "@yuanbiao/server/letter/shape";
import { SummaryView } from "@yuanbiao/server/summary/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, good, openDesk, openFresh } from "./support/reporting.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe("the trail", () => {
  it("has every file that the server gives out, with who took it, where what it is about stands", async () => {
    const { office, clerk } = desk.people;
    const { code, id } = await openFresh(desk);
    const { missing } = SummaryView.parse(await office.read("/api/summary?city=liuzhou"));
    const owed = missing.find(({ owes }) => owes !== null);
    const body = { city: "liuzhou", department: owed?.owes?.department.code, area: null, targets: [owed?.target.id] };
    const more = { reports: [], answerBy: "2026-05-05", number: null, signer: "领导小组办公室" };
    const sent = await good(LetterSent, office.send("POST", "/api/letters", { ...body, ...more }));
    const files = [
      [clerk, `/api/reports/${id}/template.xlsx`, "report-export", id],
      [office, `/api/rounds/${code}/workbook.xlsx`, "round-export", code],
      [office, `/api/letters/${sent.id}/letter.docx`, "letter-export", sent.id],
    ] as const;
    for (const [who, address, action, subject] of files) {
      expect((await who.ask(address)).status, address).toBe(200);
      const last = (await listAudit(desk.served.store, { area: "liuzhou" })).at(-1);
      expect(last).toMatchObject({ action, subject, actor: who.account, result: "done" });
    }
  });
});
