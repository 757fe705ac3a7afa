import { createHash } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { mostEvidencePerReport, mostEvidencePerTarget } from "@yuanbiao/core/evidence";
import { openStore } from "@yuanbiao/db/open";
import { listEvidence } from "@yuanbiao/db/queries/evidence";
import { EvidenceAdded } from "@yuanbiao/server/evidence/shape";
import { openFiles } from "@yuanbiao/server/files";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "./bench/processes.ts";
import { add, report as id, openEvidenceDesk, pdf } from "./support/evidence.ts";
import { type Desk, good, refused, sendFile } from "./support/reporting.ts";
import { askWith } from "./support/served.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openEvidenceDesk();
});
afterAll(() => desk.close());

const form = { name: "a.pdf", fields: { kind: "other" } };

describe.each([
  ["a report", "/api/reports/2024A.liuzhou/evidence", mostEvidencePerReport, "too-many-files"],
  ["a target", "/api/decisions/T06/evidence", mostEvidencePerTarget, "too-many-files-of-target"],
])("%s takes so many files and no more", (_what, address, most, code) => {
  const send = () => sendFile(desk.people.office, address, pdf(), form);
  beforeAll(async () => {
    for (let count = 0; count < most - 1; count += 1) await good(EvidenceAdded, send());
  });
  it("also where several come at once for the last place: one of them gets it", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, send));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    const where = address.includes("reports") ? { reports: ["2024A.liuzhou"] } : { targets: ["T06"] };
    expect(await listEvidence(desk.served.store, { asOf: null }, where)).toHaveLength(most);
  });
  it("and the next one is refused in words", async () => {
    expect(await refused(send())).toEqual([409, code]);
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
