import { LetterList, LetterSent } from "@yuanbiao/server/letter/shape";
import { Problem } from "@yuanbiao/server/shape";
import { SummaryView } from "@yuanbiao/server/summary/shape";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Served, type SignedIn, serve } from "./support/served.ts";
import { readXml } from "./support/word.ts";

let served: Served;
let office: SignedIn;
beforeAll(async () => {
  served = await serve();
  office = await served.as("coordinator");
});
afterAll(() => served.close());

const letter = (more: object = {}) => ({
  ...{ city: "liuzhou", department: "lz-statistics", area: null, targets: ["T03"], reports: [] },
  ...{ answerBy: "2026-12-05", number: null, signer: "领导小组办公室" },
  ...more,
});

async function faultsOf(body: object): Promise<string[]> {
  const response = await office.send("POST", "/api/letters", body);
  expect(response.status).toBe(422);
  const { errors = [] } = Problem.parse(await response.json());
  return errors.map(({ field, code }) => `${field} ${code}`);
}

it("asks a department for what it owes; the Word file says indicator, period and caliber", async () => {
  const { missing } = SummaryView.parse(await served.read("/api/summary?city=liuzhou"));
  const owed = missing.filter(({ owes }) => owes?.department.code === "lz-statistics").map(({ target }) => target.id);
  expect(owed).toContain("T03");
  const sent = await office.send("POST", "/api/letters", letter({ targets: owed }));
  expect(sent.status).toBe(200);
  const { items } = LetterList.parse(await office.read("/api/letters?city=liuzhou"));
  expect(items[0]?.items.map(({ target }) => target)).toEqual(owed);
  const file = await office.ask(`/api/letters/${items[0]?.id}/letter.docx`);
  const words = await readXml(new Uint8Array(await file.arrayBuffer()), "word/document.xml");
  const isTrue = (fits: RegExp): boolean => fits.test(words);
  for (const part of ["关于催报指标数据的函", "市统计局", "2025年", "2026年12月5日", "领导小组办公室"]) {
    expect([part, words.includes(part)]).toEqual([part, true]);
  }
  // GB/T 9704: A4, margins of 37, 35, 28 and 26 mm, body text of 16 pt on lines of 28.95 pt.
  expect(isTrue(/<w:pgSz w:w="1190[56]" w:h="1683[78]"/)).toBe(true);
  expect(isTrue(/<w:pgMar w:top="209[78]" w:right="1474" w:bottom="198[45]" w:left="158[78]"/)).toBe(true);
  expect(isTrue(/w:line="579" w:lineRule="exact"/)).toBe(true);
  expect(isTrue(/<w:sz w:val="32"\/>/)).toBe(true);
});

it("refuses what is not missing, an empty letter, no addressee, a day that has passed", async () => {
  expect(await faultsOf(letter({ targets: ["no-such"] }))).toEqual(["targets.0 not-missing"]);
  expect(await faultsOf(letter({ targets: [] }))).toEqual(["targets nothing-asked"]);
  expect(await faultsOf(letter({ department: null }))).toEqual(["department addressee-needed"]);
  expect(await faultsOf(letter({ answerBy: "2026-11-20" }))).toEqual(["answerBy date-passed"]);
  expect(await faultsOf(letter({ reports: ["2026Q1.nowhere"] }))).toEqual(["reports.0 not-missing"]);
});

it("is the office's alone to send; a park reads what is asked of it", async () => {
  const clerk = await served.as("clerk", { areas: ["liuzhou"] });
  expect((await clerk.send("POST", "/api/letters", letter())).status).toBe(403);
  const own = letter({ department: null, area: "liuzhou" });
  expect((await office.send("POST", "/api/letters", own)).status).toBe(200);
  expect(LetterList.parse(await clerk.read("/api/letters")).items).toMatchObject([{ area: { code: "liuzhou" } }]);
  const other = await served.as("clerk", { areas: ["liuzhou-hitech"] });
  expect(LetterList.parse(await other.read("/api/letters")).items).toEqual([]);
});

it("is opened by the department that it is addressed to, in the list and as a file, and by no other department", async () => {
  const statistics = await served.as("verifier", { department: "lz-statistics" });
  const technology = await served.as("verifier", { department: "lz-sti" });
  const sent = await office.send("POST", "/api/letters", letter());
  const { id } = LetterSent.parse(await sent.json());
  const seen = async (who: SignedIn) => LetterList.parse(await who.read("/api/letters")).items;
  const paper = (who: SignedIn) => who.ask(`/api/letters/${id}/letter.docx`);
  expect((await seen(statistics)).map((one) => one.id)).toContain(id);
  expect((await seen(statistics)).every(({ department }) => department?.code === "lz-statistics")).toBe(true);
  expect((await paper(statistics)).status).toBe(200);
  expect(await seen(technology)).toEqual([]);
  expect((await paper(technology)).status).toBe(404);
  expect((await statistics.send("POST", "/api/letters", letter())).status).toBe(403);
  for (const role of ["leader", "assessor"] as const) expect((await paper(await served.as(role))).status).toBe(200);
  expect((await paper(await served.as("clerk", { areas: ["liuzhou-hitech"] }))).status).toBe(404);
});

it("to a park's body is nothing that a department is asked", async () => {
  const statistics = await served.as("verifier", { department: "lz-statistics" });
  const sent = await office.send("POST", "/api/letters", letter({ department: null, area: "liuzhou" }));
  const { id } = LetterSent.parse(await sent.json());
  expect((await statistics.ask(`/api/letters/${id}/letter.docx`)).status).toBe(404);
});
