import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "@yuanbiao/db/open";
import { listAudit } from "@yuanbiao/db/queries/audit";
import { listJobs } from "@yuanbiao/db/queries/job";
import { JobView } from "@yuanbiao/server/job/shape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileReports, makeLedger } from "./load/filing.ts";
import { type Prepared, prepare } from "./load/prepare.ts";
import { type ServerProcess, startServer } from "./load/process.ts";
import { sendUntilAnswered } from "./load/send.ts";
import { settle } from "./load/settle.ts";
import { type Balancer, startBalancer } from "./support/balancer.ts";
import { type Pair, startPair } from "./support/pair.ts";

const secret = "a secret that all processes of an installation share";
const processes = 3;
const clerks = 6;

/** Three servers behind a proxy, over a PostgreSQL with a standby: what a larger installation is made of. */
describe("several machines", () => {
  let pair: Pair;
  let folder: string;
  let prepared: Prepared;
  let servers: ServerProcess[];
  let balancer: Balancer;
  const start = () => startServer({ DATABASE_URL: pair.databaseUrl, DATA_DIR: folder, AUTH_SECRET: secret });
  const lead = () => balancer.lead(servers.map(({ origin }) => origin));
  const place = () => ({ databaseUrl: pair.databaseUrl });

  beforeAll(async () => {
    pair = await startPair();
    folder = mkdtempSync(join(tmpdir(), "yuanbiao-cluster-"));
    prepared = await prepare({ place: place(), dataDir: folder, secret, runs: 1 });
    servers = await Promise.all(Array.from({ length: processes }, start));
    balancer = await startBalancer(servers.map(({ origin }) => origin));
  }, 600_000);
  afterAll(async () => {
    balancer?.close();
    await Promise.all((servers ?? []).map((server) => server.kill()));
    await pair?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (path: string, more: { method?: string; prefer?: string; cookie?: string } = {}) =>
    sendUntilAnswered({ origin: balancer.origin }, { method: "GET", cookie: prepared.cookies.assessor, path, ...more });

  it("share sessions: who signs out at one of them is out at all", async () => {
    const { clerk, area } = prepared.parks.at(-1) ?? { clerk: "", area: "" };
    const own = { cookie: clerk };
    for (let turn = 0; turn < processes; turn += 1) expect((await ask("/api/reports", own)).status).toBe(200);
    expect(area).not.toBe("");
    expect((await ask("/api/auth/sign-out", { ...own, method: "POST" })).status).toBe(200);
    for (let turn = 0; turn < processes; turn += 1) expect((await ask("/api/reports", own)).status).toBe(401);
  });

  it("lose no acknowledged write and do nothing twice when a process falls and when the primary does", async () => {
    const ledger = makeLedger();
    const target = { origin: balancer.origin };
    let isOver = false;
    const work = Array.from({ length: clerks }, (_, at) =>
      fileReports({
        target,
        prepared,
        ledger,
        park: at % (prepared.parks.length - 1),
        name: `c${at}`,
        isOver: () => isOver,
      }),
    );
    await sleep(1500);
    const jobs: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const { status, body } = await ask(`/api/evaluations/${prepared.runs[0]}/ranking.xlsx`, {
        prefer: "respond-async",
      });
      expect(status).toBe(202);
      jobs.push(JobView.parse(body).id);
    }
    const [fallen, ...others] = servers;
    await fallen?.kill();
    servers = others;
    lead();
    await sleep(1500);
    servers.push(await start());
    lead();
    const before = ledger.answered;
    await pair.killPrimary();
    await sleep(1000);
    await pair.promote();
    await expect.poll(() => ledger.answered, { timeout: 60_000 }).toBeGreaterThan(before + 20);
    isOver = true;
    await Promise.all(work);
    const done = async () =>
      (await Promise.all(jobs.map((id) => ask(`/api/jobs/${id}`)))).map(({ body }) => JobView.parse(body));
    await expect
      .poll(async () => (await done()).map(({ state }) => state), { timeout: 180_000, interval: 500 })
      .toEqual(jobs.map(() => "done"));
    for (const server of servers) expect(server.complaints()).toBe("");
    const settled = await settle({ place: place(), dataDir: folder, secret, prepared, ledger, sealed: [] });
    expect(settled.faults).toEqual([]);
    expect(settled.acknowledged).toBeGreaterThan(100);
    const store = await openStore(place());
    const begun = (await listJobs(store, { kind: "request", limit: 50 })).reduce(
      (sum, { attempts }) => sum + attempts,
      0,
    );
    const papers = (await listAudit(store, { area: "yunxi" })).filter(({ action }) => action === "evaluation-paper");
    await store.close();
    expect(papers.length).toBeLessThanOrEqual(begun);
    expect(papers.length).toBeGreaterThanOrEqual(jobs.length);
    console.log(
      `${settled.acknowledged} acknowledged writes of ${settled.reports} reports, ${ledger.repeated} sent again, jobs begun ${begun} for ${jobs.length}`,
    );
  }, 400_000);

  it("and a process that is told to stop answers what it has begun and goes", async () => {
    const [one] = servers;
    const asked = ask("/api/summary", { cookie: prepared.cookies.leader });
    expect({ code: await one?.stop(), complaints: one?.complaints() }).toEqual({ code: 0, complaints: "" });
    servers = servers.slice(1);
    lead();
    expect((await asked).status).toBe(200);
    expect((await ask("/api/ready")).status).toBe(200);
  });
});
