import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { languages } from "@yuanbiao/server/language";
import { findingText } from "@yuanbiao/server/text/finding";
import { runApart } from "@yuanbiao/server/workbook/apart";
import { openArchive } from "@yuanbiao/server/workbook/archive";
import { readTemplate } from "@yuanbiao/server/workbook/read";
import type { TaskMessage } from "@yuanbiao/server/workbook/task";
import { writeTemplate } from "@yuanbiao/server/workbook/write-template";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { form } from "./support/workbook.ts";
import { packZeros, type ZipEntry, zip } from "./support/zip.ts";

const types: ZipEntry = {
  name: "[Content_Types].xml",
  content: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
};
const packageOf = "http://schemas.openxmlformats.org/package/2006/relationships";
const relationOf = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const mainOf = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = (target: string, type: string): string =>
  `<Relationships xmlns="${packageOf}"><Relationship Id="rId1" Type="${relationOf}/${type}" Target="${target}"/></Relationships>`;

/** The least that a workbook is, with a sheet as it is given. */
const workbook = (sheet: string): readonly ZipEntry[] => [
  types,
  { name: "_rels/.rels", content: relations("xl/workbook.xml", "officeDocument") },
  {
    name: "xl/workbook.xml",
    content: `<workbook xmlns="${mainOf}" xmlns:r="${relationOf}"><sheets><sheet name="填报表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  { name: "xl/_rels/workbook.xml.rels", content: relations("worksheets/sheet1.xml", "worksheet") },
  { name: "xl/worksheets/sheet1.xml", content: sheet },
];
const sheetOf = (rows: string): string => `<worksheet xmlns="${mainOf}"><sheetData>${rows}</sheetData></worksheet>`;
const plain = workbook(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>'));
const plus = (...more: ZipEntry[]): Uint8Array => zip([...plain, ...more]);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function edited(bytes: Uint8Array, change: (view: DataView, size: number) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), copy.length);
  return copy;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const reading = await readTemplate(bytes, form);
  if (reading.kind === "read") return "read";
  expect(reading.findings.length).toBe(1);
  for (const finding of reading.findings) {
    for (const language of languages) expect(findingText(language, finding)).toMatch(/^.{4,}[。.]$/);
  }
  return reading.findings.map(({ code, found }) => (found === null ? code : `${code}: ${found}`)).join();
}

const files: readonly (readonly [name: string, bytes: () => Uint8Array | Promise<Uint8Array>, expected: string])[] = [
  ["an empty file", () => new Uint8Array(), "empty-file"],
  ["too many bytes", () => new Uint8Array(5_000_001).fill(80), "file-too-large"],
  ["comma separated text", () => text("指标代码,本期值\noutput,5\n"), "not-a-workbook: CSV/TXT"],
  ["a web page", () => text("<html><table><tr><td>5"), "not-a-workbook: HTML"],
  ["XML of Excel 2003", () => text('<?xml version="1.0"?><Workbook/>'), "not-a-workbook: XML"],
  ["a PDF", () => text("%PDF-1.7\n"), "not-a-workbook: PDF"],
  ["random bytes", () => Uint8Array.of(0, 1, 2, 3, 4), "not-a-workbook"],
  ["an old .xls under another name", () => Uint8Array.from([...compound, ...new Array(600).fill(0)]), "old-excel"],
  [
    "a workbook with a password",
    () => writeXlsx({ sheets: [{ name: "a", rows: [[1]] }], encryption: { password: "a", spinCount: 1 } }),
    "encrypted-workbook",
  ],
  [
    "a workbook with macros",
    () => writeXlsx({ sheets: [{ name: "a", rows: [[1]] }], vbaProject: text("macro") }),
    "macro-workbook",
  ],
  [
    "macros announced alone",
    () =>
      zip([
        { ...types, content: "<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>" },
        ...plain.slice(1),
      ]),
    "macro-workbook",
  ],
  ["macros of Excel 4", () => plus({ name: "xl/macrosheets/sheet1.xml", content: "<a/>" }), "macro-workbook"],
  ["a binary workbook", () => plus({ name: "xl/workbook.bin", content: "a" }), "binary-workbook"],
  ["a Word document", () => zip([types, { name: "word/document.xml", content: "<a/>" }]), "not-a-workbook: Word"],
  [
    "an OpenDocument sheet",
    () =>
      zip([
        { name: "mimetype", content: "a" },
        { name: "content.xml", content: "<a/>" },
      ]),
    "not-a-workbook: ODS",
  ],
  ["any archive", () => zip([{ name: "a.txt", content: "a" }]), "not-a-workbook: ZIP"],
  ["a truncated file", async () => (await writeTemplate(form, "zh-CN")).slice(0, 4000), "damaged-file"],
  ["a file without its beginning", async () => (await writeTemplate(form, "zh-CN")).slice(100), "not-a-workbook"],
  ["a flipped byte", () => edited(plus(), (view) => view.setUint8(60, view.getUint8(60) ^ 255)), "damaged-file"],
  ["a false checksum", () => plus({ name: "xl/a.xml", content: "<a/>", checksum: 1 }), "damaged-file"],
  ["encrypted entries", () => plus({ name: "xl/a.xml", content: "<a/>", flags: 1 }), "encrypted-workbook"],
  ["another compression", () => plus({ name: "xl/a.xml", content: "<a/>", method: 12 }), "unsupported-archive"],
  ["64-bit sizes", () => plus({ name: "xl/a.xml", content: "<a/>", declared: 0xffffffff }), "unsupported-archive"],
  [
    "64-bit counts",
    () => edited(plus(), (view, size) => view.setUint16(size - 12, 0xffff, true)),
    "unsupported-archive",
  ],
  ["a name twice", () => plus({ name: "XL/workbook.xml", content: "<a/>" }), "suspicious-archive"],
  ["a way out of the folder", () => plus({ name: "xl/../../etc/passwd", content: "a" }), "suspicious-archive"],
  ["an absolute name", () => plus({ name: "/etc/passwd", content: "a" }), "suspicious-archive"],
  ["a Windows name", () => plus({ name: "xl\\a.xml", content: "a" }), "suspicious-archive"],
  [
    "two names for one entry",
    () => plus({ name: "xl/a.xml", localName: "xl/b.xml", content: "a" }),
    "suspicious-archive",
  ],
  [
    "too many entries",
    () => plus(...Array.from({ length: 200 }, (_, at) => ({ name: `xl/${at}.xml`, content: "a" }))),
    "suspicious-archive",
  ],
  [
    "a stored entry that claims more",
    () => plus({ name: "a", content: "a", method: 0, declared: 9 }),
    "suspicious-archive",
  ],
  ["an entry that is shorter than it says", () => plus({ name: "a", content: "a", declared: 9 }), "damaged-file"],
  ["no workbook inside", () => zip([types, { name: "xl/a.xml", content: "<a/>" }]), "unreadable-workbook"],
  ["a sheet that is not XML", () => zip(workbook("\0\0<<<&&")), "unreadable-workbook"],
];

describe("a file that is no filled template", () => {
  it.each(files)("%s gets one readable answer", async (_, make, expected) => {
    expect(await refusal(await make())).toBe(expected);
  });
  it("of entries that share their bytes is refused", () => {
    const twice = zip([
      ...plain,
      { name: "xl/a.xml", content: "aaaa", method: 0 },
      { name: "xl/b.xml", content: "aaaa", method: 0 },
    ]);
    const shared = edited(twice, (view, size) => {
      const second = view.getUint32(size - 6, true) + view.getUint32(size - 10, true) - (46 + 8);
      view.setUint32(second + 42, view.getUint32(second + 42, true) - 42, true);
    });
    const limits = { fileBytes: 1e6, entries: 100, inflatedBytes: 1e6 };
    expect(() => openArchive(twice, limits)).not.toThrow();
    expect(() => openArchive(shared, limits)).toThrow("suspicious-archive");
  });
});

const gigabyte = 1 << 30;

/** Inflates to the end, piece by piece, and keeps nothing. */
async function inflateAll(packed: Uint8Array): Promise<void> {
  const inflated = Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 1 << 20 }));
  let bytes = 0;
  for await (const piece of inflated) bytes += piece.length;
  expect(bytes).toBe(gigabyte);
}

describe("a bomb of one gigabyte", () => {
  it("is refused at once, whether it tells its size or lies, and is never held in memory", async () => {
    const { packed, checksum } = await packZeros(gigabyte);
    expect(packed.length).toBeLessThan(6_000_000);
    const bomb = { name: "xl/worksheets/sheet2.xml", content: "", packed, checksum };
    const before = process.memoryUsage.rss();
    const bombs = [gigabyte, 900_000].map((declared) => plus({ ...bomb, declared }));
    for (const bytes of bombs) expect(await refusal(bytes)).toBe("inflates-too-much");
    // Measured against inflating one of them to its end, which the walk must not do.
    const started = performance.now();
    const limits = { fileBytes: 20_000_000, entries: 100, inflatedBytes: 300_000_000 };
    for (const bytes of bombs) expect(() => openArchive(bytes, limits)).toThrow("inflates-too-much");
    const walked = performance.now();
    await inflateAll(packed);
    expect((walked - started) / (performance.now() - walked)).toBeLessThan(0.5);
    expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000);
  });
  it("is refused too where many small parts add up to it", async () => {
    const { packed, checksum } = await packZeros(1 << 20);
    const many = Array.from({ length: 100 }, (_, at) => ({
      name: `xl/${at}.xml`,
      content: "",
      packed,
      checksum,
      declared: 1 << 20,
    }));
    expect(await refusal(plus(...many))).toBe("inflates-too-much");
  });
});

describe("a sheet that asks for more than there is", () => {
  const far = sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
  const entity = `<!DOCTYPE a [<!ENTITY b "${"x".repeat(1000)}">]>${sheetOf('<row r="1"><c r="A1" t="str"><v>&b;&b;</v></c></row>')}`;
  it.each([
    ["a cell in the last corner", far],
    ["entities of its own", entity],
    [
      "a million columns",
      `<worksheet xmlns="${mainOf}"><cols><col min="1" max="999999999" width="9"/></cols></worksheet>`,
    ],
    ["a row beyond the last", sheetOf('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')],
    ["depth", `${"<a>".repeat(100_000)}`],
  ])("by %s gets one answer", async (_, sheet) => {
    expect(await refusal(zip(workbook(sheet)))).toMatch(/^(not-a-template|unreadable-workbook)$/);
  });
  it("by texts that would fill the memory costs the thread, not the server", async () => {
    const strings = Array.from(
      { length: 1_900_000 },
      (_, at) => `<si><t>${((at * 7919) % 9973).toString(36)}</t></si>`,
    );
    const [start, sheet] = [plain.slice(0, 3), plain.slice(4)];
    const target = relations("worksheets/sheet1.xml", "worksheet");
    const more = `<Relationship Id="rId2" Type="${relationOf}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
    const parts = { name: "xl/_rels/workbook.xml.rels", content: target.replace("</Relationships>", more) };
    const table = { name: "xl/sharedStrings.xml", content: `<sst>${strings.join("")}</sst>` };
    expect(await refusal(zip([...start, parts, ...sheet, table]))).toBe("inflates-too-much");
    const healthy = await readTemplate(await writeTemplate(form, "zh-CN"), form);
    expect(healthy.kind).toBe("read");
  });
  it("is a form with more rows than any form has", async () => {
    const template = await readXlsx(await writeTemplate(form, "zh-CN"));
    const sheets = template.sheets.map(({ name, rows, veryHidden = false }) => ({ name, rows, veryHidden }));
    for (let row = 0; row < 5001; row++) sheets[0]?.rows.push(["output"]);
    expect(await refusal(await writeXlsx({ sheets }))).toBe("too-many-rows: 5000");
  });
});

describe("a reading that takes longer than it may", () => {
  it("is ended, and the next one is not held up", async () => {
    const task = { kind: "read-template", bytes: await writeTemplate(form, "zh-CN"), expected: form } as const;
    const within = (seconds: number) => ({
      allowance: { seconds, megabytes: 512 },
      signal: undefined,
      onMessage: ({ kind }: TaskMessage) => (kind === "done" ? kind : undefined),
    });
    const ended = await Promise.all([1, 2, 3].map(() => runApart(task, within(0))));
    expect(ended.map(({ kind }) => kind)).toEqual(["too-long", "too-long", "too-long"]);
    expect(await runApart(task, within(60))).toEqual({ kind: "done", result: "done" });
  });
});
