import { listAudit } from "@yuanbiao/db/queries/audit";
import { EvidenceAdded, PrintView } from "@yuanbiao/server/evidence/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  add,
  added,
  at,
  content,
  firms,
  report as id,
  listed,
  openEvidenceDesk,
  pdf,
  png,
  share,
} from "./support/evidence.ts";
import {
  addressOf,
  attempt,
  type Desk,
  fill,
  good,
  match,
  readReport,
  refused,
  sendFile,
  step,
} from "./support/reporting.ts";
import type { SignedIn } from "./support/served.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openEvidenceDesk();
});
afterAll(() => desk.close());

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
    expect((await readReport(clerk, id)).thread.at(-1)).toMatchObject({ action: "seal", indicators: [] });
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
