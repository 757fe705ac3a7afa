import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { commit } from "@yuanbiao/db/commit";
import { AuditCheckView, AuditList } from "@yuanbiao/server/audit/shape";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, type SignedIn, serve } from "./support/served.ts";

let served: Served;
let auditor: SignedIn;
beforeAll(async () => {
  served = await serve();
  auditor = await served.as("auditor");
  const clerk = await served.as("clerk", { account: "wang", areas: ["liuzhou"] });
  await clerk.send("POST", "/api/rounds", {});
  const office = await served.as("coordinator", { account: "zhang" });
  const document = {
    code: "minutes-1",
    name: "会议纪要",
    kind: "policy",
    number: null,
    publisher: null,
    publishedOn: null,
  };
  expect((await office.send("POST", "/api/documents", document)).status).toBe(200);
});
afterAll(() => served.close());

const list = async (query: string) => AuditList.parse(await auditor.read(`/api/audit${query}`));

describe("the auditor", () => {
  it("sees who did what, in which role, with what result, the newest first", async () => {
    const { items, actions } = await list("?limit=1000");
    const times = items.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(times.toSorted().reverse());
    const added = items.find(({ action }) => action === "document-add");
    expect(added).toMatchObject({
      actor: { account: "zhang" },
      role: "coordinator",
      subject: "minutes-1",
      result: "done",
      detail: { after: { name: "会议纪要" } },
    });
    expect(actions).toEqual([...new Set(actions)].sort());
    expect(actions).toContain("load-folder");
  });
  it("sees what was denied", async () => {
    const { items } = await list("?result=denied");
    expect(items).toMatchObject([{ actor: { account: "wang" }, action: "denied", subject: "POST /api/rounds" }]);
  });
  it("filters by person, action, area and day, and pages without loss", async () => {
    expect((await list("?actor=zhang")).items.every(({ actor }) => actor.account === "zhang")).toBe(true);
    expect((await list("?action=load-folder&area=panyu")).items.map(({ area }) => area.code)).toEqual(["panyu"]);
    expect((await list("?to=2020-01-01")).items).toEqual([]);
    const all = (await list("?limit=1000")).items.map(({ hash }) => hash);
    const paged: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(`?limit=7${cursor === "" ? "" : `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ hash }) => hash));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });
  it("changes nothing and is alone with the trail", async () => {
    const document = { code: "x", name: "x", kind: "policy", number: null, publisher: null, publishedOn: null };
    expect((await auditor.send("POST", "/api/documents", document)).status).toBe(403);
    for (const role of ["admin", "security", "coordinator", "leader"] as const) {
      const other = await served.as(role);
      expect((await other.ask("/api/audit")).status).toBe(403);
    }
  });
});

describe("the chain", () => {
  const run = () =>
    spawnSync(process.execPath, [join(import.meta.dirname, "..", "server", "src", "audit-verify.ts")], {
      env: { ...process.env, DATA_DIR: served.folder, DATABASE_URL: "" },
      encoding: "utf8",
    });
  const verify = async () => AuditCheckView.parse(await (await auditor.send("POST", "/api/audit/verify", {})).json());

  it("is proved by page and by command", async () => {
    const check = await verify();
    expect(check).toMatchObject({ ok: true, broken: null });
    const { status, stdout } = run();
    expect([status, stdout]).toEqual([0, expect.stringContaining("The trail is whole")]);
  });
  it("of an older kind, without role and address, is still whole", async () => {
    const entry = { area: "old", action: "test", subject: null, detail: {} };
    await commit(served.store, { actor: "system", statements: [], audit: [entry] });
    expect((await verify()).ok).toBe(true);
  });
  it("names the first broken row", async () => {
    const file = new Database(join(served.folder, "yuanbiao.db"));
    file.exec("drop trigger audit_keeps_rows");
    file.exec("update audit set role = 'leader' where area = 'system' and action = 'document-add'");
    const row = file.prepare("select seq from audit where area = 'system' and action = 'document-add'").pluck().get();
    file.close();
    expect(await verify()).toMatchObject({ ok: false, broken: { area: "system", seq: row, fault: "hash" } });
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain(`system 第 ${row} 条`);
  });
});
