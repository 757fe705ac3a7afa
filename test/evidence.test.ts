import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { mostEvidenceBytes, mostEvidencePerReport } from "@yuanbiao/core/evidence";
import { openStore } from "@yuanbiao/db/open";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { EvidenceAdded, PrintView } from "@yuanbiao/server/evidence/shape";
import { openFiles } from "@yuanbiao/server/files";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "./bench/processes.ts";
import {
  addressOf,
  attempt,
  type Desk,
  fill,
  good,
  match,
  openDesk,
  openRound,
  readReport,
  refused,
  refusedAt,
  sendFile,
  step,
} from "./support/reporting.ts";
import { askWith, type SignedIn } from "./support/served.ts";
import { zip } from "./support/zip.ts";

const id = "2025A.liuzhou";
const at = `${addressOf(id)}/evidence`;
const firms = "valid-hitech-firms";
const share = "sei-share-above-scale";
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await openRound(desk);
  await openRound(desk, { code: "2024A", period: "2024", areas: ["liuzhou"] });
});
afterAll(() => desk.close());

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const pdf = (content = ""): Uint8Array => text(`%PDF-1.7\n${content}`);
const png = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
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

const add = (who: SignedIn, bytes: Uint8Array, name = "证明.pdf", fields: Record<string, string> = {}) =>
  sendFile(who, at, bytes, { name, fields: { kind: "statistics", ...fields } });
const added = async (...given: Parameters<typeof add>): Promise<string> =>
  (await good(EvidenceAdded, add(...given))).id;
const content = (file: string): string => `/api/evidence/${file}/content`;
const listed = async (who: SignedIn) => (await readReport(who, id)).evidence;

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

describe("who sees a file", () => {
  it("nobody outside of the park, while the report is a draft", async () => {
    const { clerk, office, stranger, leader, verifier } = desk.people;
    const file = await added(clerk, pdf("draft"), "草稿.pdf", { indicator: share });
    for (const who of [office, stranger, leader, verifier]) {
      expect(await refused(who.ask(content(file)))).toEqual([404, "unknown-file"]);
    }
    expect(await listed(office)).toEqual([]);
    expect(await refused(desk.served.signedOut.ask(content(file)))).toEqual([401, "signed-out"]);
    expect(await refused(sendFile(stranger, at, pdf(), { fields: { kind: "other" } }))).toEqual([
      404,
      "unknown-report",
    ]);
    expect(await refused(sendFile(leader, at, pdf(), { fields: { kind: "other" } }))).toEqual([403, "forbidden"]);
  });
  it("once it is sent: the office all of them, a department those of its own lines", async () => {
    const { clerk, approver, office, verifier, technology, leader } = desk.people;
    const ofShare = await added(clerk, pdf("share"), "比重.pdf", { indicator: share });
    const ofFirms = await added(clerk, pdf("firms"), "名单.pdf", { indicator: firms });
    await fill(clerk, id, { [share]: "30", [firms]: "300" });
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    const names = async (who: SignedIn) => (await listed(who)).map(({ fileName }) => fileName);
    expect(await names(office)).toEqual(expect.arrayContaining(["比重.pdf", "名单.pdf"]));
    expect(await names(technology)).toContain("名单.pdf");
    expect(await names(technology)).not.toContain("比重.pdf");
    expect(await refused(technology.ask(content(ofShare)))).toEqual([404, "unknown-file"]);
    expect((await technology.ask(content(ofFirms))).status).toBe(200);
    expect(await refused(verifier.ask(content(ofFirms)))).toEqual([404, "unknown-file"]);
    expect((await leader.ask(content(ofShare))).status).toBe(200);
  });
  it("what the park adds after a return is its own until it sends the report again", async () => {
    const { clerk, office } = desk.people;
    await step(office, id, "return", { reason: "请补材料" });
    const file = await added(clerk, pdf("later"), "后补.pdf");
    expect(await refused(office.ask(content(file)))).toEqual([404, "unknown-file"]);
    expect((await listed(office)).map(({ fileName }) => fileName)).toContain("比重.pdf");
    expect((await listed(office)).map(({ fileName }) => fileName)).not.toContain("后补.pdf");
  });
  it("every download stands in the trail", async () => {
    const { clerk } = desk.people;
    const file = await added(clerk, pdf("trail"), "留痕.pdf");
    await clerk.ask(content(file));
    const trail = await listAudit(desk.served.store, { area: "liuzhou" });
    const found = trail.findLast(({ action }) => action === "evidence-download");
    expect(found).toMatchObject({ actor: clerk.account, subject: id });
    expect(found?.detail).toContain(file);
  });
});

describe("a withdrawn file", () => {
  it("is listed no more, and stays stored; only who added it withdraws it, in the version that was seen", async () => {
    const { clerk, approver, office } = desk.people;
    const file = await added(clerk, pdf("withdrawn"), "误传.pdf");
    const withdraw = (who: SignedIn, version = 1) => who.send("DELETE", `/api/evidence/${file}`, {}, match(version));
    expect(await refused(withdraw(approver))).toEqual([403, "forbidden"]);
    expect(await refused(withdraw(office))).toEqual([403, "forbidden"]);
    expect(await refused(withdraw(clerk, 2))).toEqual([412, "stale-version"]);
    expect((await withdraw(clerk)).status).toBe(200);
    expect((await listed(clerk)).map((one) => one.id)).not.toContain(file);
    expect((await clerk.ask(content(file))).status).toBe(200);
    expect(await refused(withdraw(clerk, 2))).toEqual([404, "unknown-file"]);
  });
});

describe("签字盖章", () => {
  const seal = (printCode: string, who = desk.people.clerk) => add(who, png, "盖章页.png", { kind: "seal", printCode });
  const print = (report = id) => good(PrintView, desk.people.clerk.send("POST", `${addressOf(report)}/prints`, {}));

  it("a scan is matched to exactly the version that was printed", async () => {
    const { clerk } = desk.people;
    const { code } = await print();
    const typed = code.toLowerCase().replace("-", " ");
    const { id: file } = await good(EvidenceAdded, seal(typed));
    const matches = async () => (await listed(clerk)).find((one) => one.id === file)?.matches;
    expect(await matches()).toBe("current");
    await fill(clerk, id, { [share]: "31" });
    expect(await matches()).toBe("older");
    await fill(clerk, id, { [share]: "30" });
    expect(await matches()).toBe("current");
  });
  it("a review changes nothing of what was signed", async () => {
    const { clerk, approver, office } = desk.people;
    const { code } = await print();
    const { id: file } = await good(EvidenceAdded, seal(code));
    await step(clerk, id, "submit");
    await step(approver, id, "approve");
    await step(office, id, "accept");
    expect((await listed(office)).find((one) => one.id === file)?.matches).toBe("current");
    expect(await refused(attempt(clerk, id, ["submit"]))).toEqual([409, "report-not-open"]);
  });
  it("a code of another report, a mistyped one and none are refused", async () => {
    const { code } = await print("2024A.liuzhou");
    expect(await refused(seal(code))).toEqual([422, "print-of-another-report"]);
    expect(await refused(seal("AAAAA-AAAAA"))).toEqual([422, "unknown-print-code"]);
    expect(await refused(seal("AAAAA"))).toEqual([422, "print-code-needed"]);
    expect(await refused(seal(""))).toEqual([422, "print-code-needed"]);
  });
  it("the park alone prints", async () => {
    const { office, technology, stranger, leader } = desk.people;
    const ask = (who: SignedIn) => refused(who.send("POST", `${addressOf(id)}/prints`, {}));
    for (const who of [office, technology, leader]) expect(await ask(who)).toEqual([403, "forbidden"]);
    expect(await ask(stranger)).toEqual([404, "unknown-report"]);
  });
});

describe("bounds", () => {
  it("a report takes so many files and no more", async () => {
    const { clerk } = desk.people;
    const report = "2024A.liuzhou";
    const send = (name: string) =>
      sendFile(clerk, `${addressOf(report)}/evidence`, pdf(), { name, fields: { kind: "other" } });
    for (let count = 0; count < mostEvidencePerReport; count += 1) await good(EvidenceAdded, send(`${count}.pdf`));
    expect(await refused(send("more.pdf"))).toEqual([409, "too-many-files"]);
  });
});

describe("a server that is killed while files come in", () => {
  it("has kept every file that it said it has, whole, and lists none that it has not", async () => {
    const { folder } = desk.served;
    const kept = new Map<string, string>();
    for (const milliseconds of [0, 15, 40]) {
      const running = await start("../support/filing-server.ts", [folder]);
      const clerk = askWith((address, init) => fetch(running.origin + address, init), { cookie: running.cookie });
      const filing = { ...clerk, account: "", cookie: running.cookie };
      let killed: Promise<unknown> | undefined;
      for (let count = 0; ; count += 1) {
        const bytes = pdf(`${milliseconds} ${count} ${"x".repeat(200_000)}`);
        const answer = await add(filing, bytes, `${count}.pdf`).catch(() => undefined);
        const body: unknown = await answer?.json().catch(() => undefined);
        if (body === undefined) break;
        kept.set(EvidenceAdded.parse(body).id, createHash("sha256").update(bytes).digest("hex"));
        // Somewhere in the files that follow, however fast the machine is.
        if (count === 2) killed = sleep(milliseconds).then(() => running.stop());
      }
      await killed;
    }
    expect(kept.size).toBeGreaterThan(3);
    const store = await openStore({ dataDir: folder });
    const files = openFiles(join(folder, "evidence"));
    const rows = await listEvidence(store, { asOf: null }, { reports: [id] });
    for (const { hash, size } of rows) expect((await files.read(hash)).length).toBe(size);
    const hashes = new Map(rows.map((row) => [row.id, row.hash]));
    for (const [file, hash] of kept) expect(hashes.get(file)).toBe(hash);
    await store.close();
  });
});
