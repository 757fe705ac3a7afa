import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { mostEvidenceBytes } from "@yuanbiao/core/evidence";
import { EvidenceAdded } from "@yuanbiao/server/evidence/shape";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { add, added, at, content, listed, openEvidenceDesk, pdf, png, share, text } from "./support/evidence.ts";
import { type Desk, good, refused, refusedAt } from "./support/reporting.ts";
import { zip } from "./support/zip.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openEvidenceDesk();
});
afterAll(() => desk.close());

const jpg = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
]);
const typesOf = (main: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const macroType = "application/vnd.ms-word.document.macroEnabled.main+xml";
const word = (main: string, ...more: Parameters<typeof zip>[0]): Uint8Array =>
  zip([
    { name: "[Content_Types].xml", content: typesOf(main) },
    { name: "word/document.xml", content: "<w:document/>" },
    ...more,
  ]);

describe("what is taken as evidence", () => {
  it.each([
    ["a PDF", pdf, "application/pdf"],
    ["a picture", () => png, "image/png"],
    ["a photograph", () => jpg, "image/jpeg"],
    [
      "a Word document",
      () => word(wordType),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    [
      "an Excel workbook",
      () => writeXlsx({ sheets: [{ name: "a", rows: [[1]] }] }),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ],
  ])("%s, by its bytes, whatever it is called", async (_, make, type) => {
    const bytes = new Uint8Array(await make());
    const file = await added(desk.people.clerk, bytes, "无名");
    const hash = createHash("sha256").update(bytes).digest("hex");
    const found = (await listed(desk.people.clerk)).find((one) => one.id === file);
    expect(found).toMatchObject({ type, size: bytes.length, hash, fileName: "无名", kind: "statistics" });
    const response = await desk.people.clerk.ask(content(file));
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });
  it.each([
    ["a program", () => Uint8Array.from([0x4d, 0x5a, ...new Array(200).fill(0)])],
    ["a page", () => text("<!doctype html><script>alert(1)</script>")],
    ["a drawing with script", () => text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["any archive", () => zip([{ name: "a.txt", content: "a" }])],
    ["plain text", () => text("证明")],
    ["a Word document with macros", () => word(macroType, { name: "word/vbaProject.bin", content: "a" })],
    ["macros that are not announced", () => word(wordType, { name: "word/vbaProject.bin", content: "a" })],
    ["half a Word document", () => word(wordType).slice(0, 300)],
    ["half a workbook", async () => (await writeXlsx({ sheets: [{ name: "a", rows: [[1]] }] })).slice(0, 900)],
  ])("not %s, even as 证明.pdf", async (_, make) => {
    const before = await listed(desk.people.clerk);
    expect(await refused(add(desk.people.clerk, await make()))).toEqual([415, "file-type-not-taken"]);
    expect(await listed(desk.people.clerk)).toEqual(before);
  });
  it("not an empty file, not one that is too large, not one for a line that is not there", async () => {
    const { clerk, technology } = desk.people;
    expect(await refused(add(clerk, new Uint8Array()))).toEqual([422, "empty-file"]);
    const large = new Uint8Array(mostEvidenceBytes + 1).fill(32);
    large.set(pdf());
    expect(await refused(add(clerk, large))).toEqual([413, "too-large"]);
    expect((await add(clerk, large.subarray(0, mostEvidenceBytes))).status).toBe(200);
    expect(await refused(add(clerk, pdf(), "a.pdf", { indicator: "gdp" }))).toEqual([422, "no-such-line"]);
    expect(await refusedAt(add(clerk, pdf(), "a.pdf", { kind: "rumour" }))).toEqual(["kind unknown-option"]);
    expect(await refusedAt(add(clerk, pdf(), "a.pdf", { issuedOn: "2026-02-30" }))).toEqual(["issuedOn malformed-day"]);
    expect(await refused(add(technology, pdf(), "a.pdf", { indicator: share }))).toEqual([422, "no-such-line"]);
  });
  it.each([
    ["..\\..\\etc/passwd", "passwd"],
    ["C:\\台账\\一季度.pdf", "一季度.pdf"],
    ["a\u0000b\r\nc.pdf", "abc.pdf"],
    ["invoice\u202efdp.exe", "invoicefdp.exe"],
    ["   ", "file"],
  ])("by the name %j, shown as %j", async (name, shown) => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(pdf(name))], name));
    form.set("kind", "other");
    const file = await good(EvidenceAdded, desk.people.clerk.ask(at, { method: "POST", body: form }));
    expect((await listed(desk.people.clerk)).find((one) => one.id === file.id)?.fileName).toBe(shown);
    expect((await desk.people.clerk.ask(content(file.id))).status).toBe(200);
  });
  it("by a very long name, of which the end is kept, and letters stay whole", async () => {
    const file = await added(desk.people.clerk, pdf("long"), `${"😀".repeat(300)}a.pdf`);
    const name = (await listed(desk.people.clerk)).find((one) => one.id === file)?.fileName ?? "";
    expect(name).toMatch(/^(😀)+a\.pdf$/u);
    expect(name.length).toBeLessThanOrEqual(200);
    expect((await desk.people.clerk.ask(content(file))).status).toBe(200);
  });
  it("the same bytes are stored once, however often they are added", async () => {
    const stored = () => readdirSync(join(desk.served.folder, "evidence"), { recursive: true }).length;
    await added(desk.people.clerk, pdf("twice"), "一.pdf");
    const before = stored();
    await added(desk.people.clerk, pdf("twice"), "二.pdf");
    expect(stored()).toBe(before);
  });
});
