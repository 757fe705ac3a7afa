import { listEvaluations } from "@yuanbiao/db/queries/evaluation";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { listLetters } from "@yuanbiao/db/queries/letter";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Poisoned, poison } from "./fuzz/poison.ts";
import { sqliteTemplate, type Template } from "./fuzz/template.ts";
import { openWorld, type World } from "./fuzz/world.ts";
import { partsOf } from "./support/parts.ts";

const control = String.fromCharCode(7, 1, 31);
/** What a spreadsheet would run, and what an Office file cannot hold. */
const payloads = [
  "=cmd|' /C calc'!A0",
  `=HYPERLINK("http://evil.example","x")${control}`,
  "+1+1<w:p/>",
  "@SUM(A1)&amp;",
  "－1＋1]]>",
  "\t=1+1",
];
const now = { asOf: null };

let template: Template;
let world: World;
let poisoned: Poisoned;
beforeAll(async () => {
  template = await sqliteTemplate();
  world = await openWorld(template);
  poisoned = await poison(world, payloads);
}, 120_000);
afterAll(async () => {
  await world?.close();
  await template?.close();
});

async function fetchAs(who: string, address: string): Promise<Response> {
  return world.ask(address, { headers: await world.people.headersOf(who) });
}

/** Every file that the server gives out, by somebody who gets it. */
async function downloads(): Promise<(readonly [who: string, address: string])[]> {
  const { store } = world.context;
  const runs = (await listEvaluations(store, now)).map(({ id }) => id);
  const letters = (await listLetters(store, now)).map(({ id }) => id);
  const rounds = ["F1", "F2", "2026Q3", "N1"];
  return [
    ...rounds.map((code) => ["coordinator", `/api/rounds/${code}/workbook.xlsx`] as const),
    ...["F1", "F2", "2026Q3"].map((code) => ["clerk", `/api/reports/${code}.yx-river/template.xlsx`] as const),
    ["coordinator", "/api/reports/2026Q3.yx-lake/verification.docx"],
    ...letters.map((id) => ["coordinator", `/api/letters/${id}/letter.docx`] as const),
    ["coordinator", "/api/tasks/supervision.docx?department=yx-sti&city=yunxi"],
    ["leader", "/api/targets/pledge.docx?area=yx-hitech"],
    ["leader", "/api/progress/dispatch.docx?city=yunxi"],
    ...runs.flatMap((id) =>
      ["report.docx", "ranking.xlsx", "archive.zip", "areas/yx-hitech/statement.docx"].map(
        (name) => ["assessor", `/api/evaluations/${id}/${name}`] as const,
      ),
    ),
  ];
}

/** What XML may not hold; Word and Excel refuse the whole file. */
const noXml = new RegExp(`[${String.fromCharCode(0)}-${String.fromCharCode(8)}\u000b\u000c\u000e-\u001f\ufffe\uffff]`);
/** The sums that a workbook of ours computes: of cells, and of nothing that anybody wrote. */
const ofCells = /^(SUM|ROUND|IF|MAX|MIN|AVERAGE)\([A-Z\d:,()+*/.-]*\)$/;
const runs = /^[=+\-@\t\r\n＝＋－＠]/;

async function formulasOf(bytes: Uint8Array): Promise<string[]> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets.flatMap(({ rows, cells }) => [
    ...[...(cells?.values() ?? [])].flatMap(({ formula }) =>
      formula === undefined || ofCells.test(formula) ? [] : [formula],
    ),
    ...rows.flat().filter((cell): cell is string => typeof cell === "string" && runs.test(cell)),
  ]);
}

describe("a text that looks like a formula or breaks XML", () => {
  it("is in every file that holds words, and is a formula in none; every file is one that opens", async () => {
    expect(poisoned.written.size).toBeGreaterThan(80);
    const given: string[] = [];
    for (const [who, address] of await downloads()) {
      const answer = await fetchAs(who, address);
      // A run without a result has no paper.
      if (answer.status === 409 && address.startsWith("/api/evaluations/")) continue;
      expect(answer.status, `${who} ${address}`).toBe(200);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const parts = partsOf(bytes, address);
      for (const { name, bytes: content } of parts) {
        if (/\.(xml|rels)$/.test(name)) expect(Buffer.from(content).toString("utf8"), name).not.toMatch(noXml);
        if (/\.docx.*document\.xml$/.test(name)) {
          expect(Buffer.from(content).toString("utf8"), name).not.toMatch(
            /<w:(instrText|fldSimple)[^>]*>[^<]*(cmd|evil)/,
          );
        }
      }
      const books = [{ name: address, bytes }, ...parts].filter(({ name }) => name.endsWith(".xlsx"));
      for (const book of books) expect(await formulasOf(book.bytes), book.name).toEqual([]);
      given.push(address);
    }
    expect(given.length).toBeGreaterThan(25);
  }, 120_000);
});

describe("the name of a file", () => {
  const boundary = "x";
  const form = (name: string): string =>
    [
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"`,
      "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n",
      `--${boundary}\r\nContent-Disposition: form-data; name="kind"\r\n\r\nother\r\n--${boundary}--\r\n`,
    ].join("\r\n");

  it.each([
    ...["a%0D%0Ax-injected: yes.pdf", "a\\r\\nx-injected: yes.pdf", "a%22; filename=%22evil.exe", "../../etc/passwd"],
    ...[
      "..\\..\\boot.ini",
      "x".repeat(5000),
      "\u202Efdp.exe",
      "<script>.pdf",
      ".htaccess",
      "CON",
      "％00.pdf",
      "'';.pdf",
    ],
    ...[`a${String.fromCharCode(0)}b.pdf`, `a${String.fromCharCode(7)}b.pdf`, "a;b=c.pdf", "a, b.pdf", "a\u2028b.pdf"],
  ])("that is hostile leads to no other header and no other place: %j", async (name) => {
    const own = await world.people.headersOf("clerk");
    const headers = { ...own, "content-type": `multipart/form-data; boundary=${boundary}` };
    const at = "/api/reports/F2.yx-hitech/evidence";
    const sent = await world.ask(at, { method: "POST", headers, body: form(name) });
    if (sent.status !== 200) {
      expect([400, 422]).toContain(sent.status);
      return;
    }
    const files = await listEvidence(world.context.store, now, { reports: ["F2.yx-hitech"] });
    const { id } = await sent.json();
    const kept = files.find((file) => file.id === id);
    expect(kept?.fileName).not.toMatch(/[/\\\r\n\0]/);
    expect(kept?.fileName.length).toBeLessThanOrEqual(200);
    const answer = await fetchAs("clerk", `/api/evidence/${id}/content`);
    expect(answer.status).toBe(200);
    expect(answer.headers.has("x-injected")).toBe(false);
    const disposition = answer.headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^(inline|attachment); filename\*=UTF-8''[\w.%!~*'()-]+$/);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
  });
});
