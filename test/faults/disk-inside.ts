// Runs where mounting harms nobody: in a mount namespace of its own (disk.ts), with the folder to mount at as argument.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ReportView } from "@yuanbiao/server/report/shape";
import { codeOf, fileReports, makeLedger } from "../load/filing.ts";
import { type Installation, install } from "../load/place.ts";
import type { ServerProcess } from "../load/process.ts";
import { type Fault, faultOf } from "../load/settle.ts";

const diskMegabytes = 64;
const attempts = 40;
const reads = ["/api/summary?city=yunxi", "/api/areas", "/api/progress", "/api/reports", "/api/ready"];

const [folder = ""] = process.argv.slice(2);
const mount = (...given: readonly string[]): void => void execFileSync("mount", given, { stdio: "pipe" });
const faults: Fault[] = [];
const broken = (what: string): void => void faults.push(faultOf("broken", what));

interface Asked {
  readonly status: number;
  readonly body: unknown;
}

function asker({ origin }: ServerProcess, cookie: string) {
  return async (method: string, path: string, more: RequestInit = {}): Promise<Asked> => {
    const headers = { cookie, ...Object.fromEntries(new Headers(more.headers)) };
    const response = await fetch(origin + path, { ...more, method, headers });
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
  };
}
type Ask = ReturnType<typeof asker>;

const json = { "content-type": "application/json" };

/** Writes a line again and again; gives how often it was done and how often the disk was said to be full. */
async function write(ask: Ask, report: string): Promise<{ done: number; full: number }> {
  let [done, full] = [0, 0];
  for (let turn = 0; turn < attempts; turn += 1) {
    const { lineItems } = ReportView.parse((await ask("GET", `/api/reports/${report}`)).body);
    const [line] = lineItems;
    if (line === undefined) throw new Error("a report without lines");
    const explanation = `${turn} ${"满".repeat(1500)}`;
    const own = { indicator: line.indicator.code, version: line.version, state: "value", value: "1", explanation };
    const body = JSON.stringify({ lines: [own] });
    const { status, body: said } = await ask("PATCH", `/api/reports/${report}/lines`, { headers: json, body });
    if (status === 200) done += 1;
    else if (status === 507 && codeOf(said) === "storage-full") full += 1;
    else broken(`a write on a full disk: ${status} ${codeOf(said)}`);
  }
  return { done, full };
}

const stored = (dataDir: string): string[] =>
  readdirSync(join(dataDir, "evidence"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** An upload that finds no room leaves nothing: neither a row, nor a file, nor a draft of one. Others upload meanwhile. */
async function upload(ask: Ask, { dataDir }: Installation, report: string, why: string): Promise<void> {
  const bytes = Buffer.from(`%PDF-1.7\n${why}${"x".repeat(200_000)}`);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const rows = async () => ReportView.parse((await ask("GET", `/api/reports/${report}`)).body).evidence;
  const before = await rows();
  const form = new FormData();
  form.set("kind", "other");
  form.set("file", new File([bytes], "材料.pdf"));
  const { status, body } = await ask("POST", `/api/reports/${report}/evidence`, { body: form });
  if (status !== 507 || codeOf(body) !== "storage-full") broken(`an upload, ${why}: ${status} ${codeOf(body)}`);
  const left = stored(dataDir).filter((name) => name.startsWith(hash));
  if (left.length > 0) faults.push(faultOf("half", `an upload, ${why}, left ${left.join(", ")}`));
  if (JSON.stringify(before) !== JSON.stringify(await rows()))
    faults.push(faultOf("half", `an upload, ${why}, left a row`));
}

async function read(ask: Ask, why: string): Promise<void> {
  for (const path of reads) {
    const { status } = await ask("GET", path);
    if (status !== 200) broken(`${path}, ${why}: ${status}`);
  }
}

function fill(dataDir: string): string {
  const filler = join(dataDir, "filler");
  for (const size of [1024 * 1024, 4096]) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: "a" });
    } catch {
      // Full.
    }
  }
  return filler;
}

async function startFails(installation: Installation): Promise<string> {
  return installation.start().then(
    async (server) => {
      await server.kill();
      return "it started";
    },
    (error: unknown) => String(error),
  );
}

mkdirSync(folder, { recursive: true });
mount("-t", "tmpfs", "-o", `size=${diskMegabytes}m`, "tmpfs", folder);
const installation = await install({ engine: "sqlite", runs: 0, folder: join(folder, "data") });
const { prepared, dataDir } = installation;
const server = await installation.start();
const ledger = makeLedger();
const target = { origin: server.origin };
let isOver = false;
const work = fileReports({ target, prepared, ledger, park: 0, name: "d0", isOver: () => isOver });
while (ledger.answered < 10) await sleep(50);
const other = makeLedger();
await fileReports({ target, prepared, ledger: other, park: 1, name: "d1", most: 1, isOver: () => other.answered >= 4 });
const [report = ""] = [...other.reports.keys()];
const clerk = asker(server, prepared.parks[1]?.clerk ?? "");

const filler = fill(dataDir);
const whileFull = await write(clerk, report);
await read(clerk, "on a full disk");
await upload(clerk, installation, report, "on a full disk");
const before = ledger.answered;
if (whileFull.full === 0) broken("the disk was never full");
rmSync(filler);
const afterwards = await write(clerk, report);
if (afterwards.done !== attempts) broken(`with room again ${afterwards.done} of ${attempts} writes are done`);
while (ledger.answered < before + 10 && ledger.faults.length === 0) await sleep(50);

// What is open for writing keeps a disk from being made read-only: a running server meets it at its files alone.
const evidence = join(dataDir, "evidence");
mount("--bind", evidence, evidence);
mount("-o", "remount,bind,ro", evidence);
await upload(clerk, installation, report, "on a read-only disk");
await read(clerk, "on a read-only disk");
execFileSync("umount", [evidence]);
isOver = true;
await work;
await server.stop();
if (server.complaints() !== "") broken(server.complaints());
const drafts = stored(dataDir).filter((name) => !/^[0-9a-f]{64}$/.test(name));
if (drafts.length > 0) faults.push(faultOf("half", `uploads left ${drafts.join(", ")}`));

mount("-o", "remount,ro", folder);
const said = await startFails(installation);
if (!said.includes("不可写") || !said.includes("cannot be written") || /\n\s+at /.test(said))
  broken(`at the start: ${said}`);
mount("-o", "remount,rw", folder);
const again = await installation.start();
await read(asker(again, prepared.cookies.leader), "with a disk that can be written again");
await again.stop();
const settled = await installation.settle({ ledger, sealed: [] });
const writes = { refused: whileFull.full, doneWhileFull: whileFull.done, doneAfterwards: afterwards.done };
console.log(JSON.stringify({ ...writes, acknowledged: settled.acknowledged, faults: [...faults, ...settled.faults] }));
process.exit(0);
