import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeBackup, operator } from "@yuanbiao/server/backup/make";
import { recordRead } from "@yuanbiao/server/change";
import { OperationView } from "@yuanbiao/server/operation/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Prepared, prepare } from "./load/prepare.ts";
import { type ServerProcess, startServer } from "./load/process.ts";
import { type Served, serve } from "./support/served.ts";

const secret = "a secret of this installation alone, long enough";
const token = "a token for whoever watches";

describe("a server in operation", () => {
  let folder: string;
  let prepared: Prepared;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "yuanbiao-operation-"));
    prepared = await prepare({ place: { dataDir: folder }, dataDir: folder, secret, runs: 1 });
    server = await startServer({
      ...{ DATA_DIR: folder, AUTH_SECRET: secret, METRICS_TOKEN: token, BACKUP_AT: "00:00" },
      REQUESTS_PER_MINUTE: "100",
    });
  }, 120_000);
  afterAll(async () => {
    await server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });
  const as = (cookie: string, more: Record<string, string> = {}) => ({ cookie, ...more });

  it("lives and is ready", async () => {
    expect(await (await get("/api/health")).json()).toMatchObject({ status: "ok", engine: "sqlite" });
    expect(await (await get("/api/ready")).json()).toEqual({ status: "ready" });
  });

  it("answers what takes long in its second thread, with the same headers as everything else", async () => {
    const { assessor } = prepared.cookies;
    const path = `/api/evaluations/${prepared.runs[0]}`;
    const own = async () => (await get(`${path}/results`, as(assessor))).status;
    await expect.poll(own, { timeout: 20_000 }).toBe(200);
    const answer = await get(`${path}/ranking.xlsx`, as(assessor));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect((await get(path)).status).toBe(401);
    expect((await get("/api/evaluations/nothing", as(assessor))).status).toBe(404);
    expect((await get(`${path}/results?no=1`, as(assessor))).status).toBe(400);
  });

  it("makes a backup by itself where the night's is due, and anchors the trail", async () => {
    const backups = () => (existsSync(join(folder, "backups")) ? readdirSync(join(folder, "backups")) : []);
    await expect
      .poll(() => backups().filter((name) => /^yuanbiao-.*\.tar\.gz$/.test(name)), { timeout: 40_000 })
      .toHaveLength(1);
    expect(readdirSync(join(folder, "anchors")).some((name) => name.endsWith(".jsonl"))).toBe(true);
  }, 60_000);

  it("tells its metrics to who has the token alone, and of nobody by name", async () => {
    expect((await get("/metrics")).status).toBe(404);
    expect((await get("/metrics", { authorization: "Bearer something else entirely" })).status).toBe(404);
    const tell = async () => (await get("/metrics", { authorization: `Bearer ${token}` })).text();
    // What is told first is no nonsense either.
    const lags = [...(await tell()).matchAll(/^yuanbiao_nodejs_eventloop_lag_m\w+ (\S+)$/gm)].map(([, lag]) =>
      Number(lag),
    );
    expect(lags.length).toBeGreaterThan(2);
    for (const lag of lags) expect(lag).toBeLessThan(60);
    await expect.poll(tell, { timeout: 20_000 }).toContain('yuanbiao_jobs{state="done"} 2');
    const text = await tell();
    expect(text).toMatch(/yuanbiao_request_seconds_count\{noun="health",method="GET",status="2xx"\} 1/);
    expect(text).toContain("yuanbiao_nodejs_eventloop_lag_seconds");
    expect(text).toMatch(/yuanbiao_last_backup_seconds \d/);
    expect(text).not.toMatch(/clerk|coordinator|yx-hitech/);
  });

  it("holds back an account that asks more often than anybody needs, and nobody else", async () => {
    const { leader, coordinator } = prepared.cookies;
    // Reads that are kept cost next to nothing and are not counted: these are not kept.
    const asked = await Promise.all(Array.from({ length: 130 }, () => get("/api/reports", as(leader))));
    const statuses = new Set(asked.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual([200, 429]);
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(100);
    const late = asked.find(({ status }) => status === 429);
    expect(Number(late?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await late?.json()).toMatchObject({ code: "too-many-requests" });
    expect((await get("/api/reports", as(coordinator))).status).toBe(200);
  });

  it("stops gracefully", async () => {
    expect({ code: await server.stop(), complaints: server.complaints() }).toEqual({ code: 0, complaints: "" });
  });
});

describe("the administrator's page", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.close());

  it("says version, engine, sizes, that there is no backup yet, and who was kept out", async () => {
    const denied = await served.ask("/api/accounts");
    expect(denied.status).toBe(403);
    const admin = await served.as("admin");
    const operation = OperationView.parse(await admin.read("/api/operation"));
    expect(operation).toMatchObject({ version: "0.1.0", engine: "sqlite", backupAt: null, attempts: { denied: 1 } });
    expect(operation.size.observations).toBeGreaterThan(10);
    expect(operation.size.databaseBytes).toBeGreaterThan(100_000);
    expect(operation.nightly).toMatchObject({ at: null, keepDays: 30 });
  });

  it("counts a backup when it is finished, and not when it was begun", async () => {
    const { context } = served;
    const admin = await served.as("admin");
    const backupAt = async () => OperationView.parse(await admin.read("/api/operation")).backupAt;
    const entry = { area: "system", action: "backup", subject: "begun.tar.gz" };
    await recordRead(context, operator, entry);
    expect(await backupAt()).toBeNull();
    const { manifest } = await makeBackup(context, {
      ...{ folder: context.settings.backup.folder, passphrase: null, secret: null },
    });
    expect(await backupAt()).toBe(manifest.madeAt);
  });

  it("is the administrator's and the auditor's alone", async () => {
    for (const role of ["clerk", "coordinator", "leader", "security"] as const) {
      expect((await (await served.as(role)).ask("/api/operation")).status).toBe(403);
    }
    expect((await (await served.as("auditor")).ask("/api/operation")).status).toBe(200);
  });
});
