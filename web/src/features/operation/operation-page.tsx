import { grouped } from "../../text/number.ts";
import { type Say, useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Columns, Facts, Page, Section } from "../../ui/page.tsx";
import { bytesText } from "./bytes.ts";
import type { Job, Operation } from "./request.ts";
import { verdictOf } from "./verdict.ts";

/** How the system is: what must be known first, then what it runs on, holds, saves and does beside. */
export function OperationDesk({ operation }: { operation: Operation }) {
  const { say } = useText();
  const { backupAt, jobs, attempts } = operation;
  const { queued = 0, running = 0, done = 0 } = jobs.counts;
  const times = (number: number) => say("operation.attempts.times", { number: String(number) });
  const told = {
    backup: backupAt === null ? "" : instantName(backupAt),
    waiting: String(queued + running),
    failed: String(attempts.failed),
  };
  return (
    <Page
      name={say("operation.title")}
      sentence={say(`operation.sentence.${verdictOf(operation)}`, told)}
      lead={say("operation.how")}
    >
      <Columns>
        <Section title={say("operation.system.title")}>
          <Facts items={systemFacts(say, operation)} />
        </Section>
        <Section title={say("operation.size.title")}>
          <Facts items={sizeFacts(say, operation)} />
        </Section>
      </Columns>
      <Columns>
        <Section title={say("operation.backup.title")}>
          <Facts items={backupFacts(say, operation)} />
        </Section>
        <Section title={say("operation.attempts.title")} note={say("operation.attempts.where")}>
          <Facts
            items={[
              [say("operation.attempts.failed"), times(attempts.failed)],
              [say("operation.attempts.denied"), times(attempts.denied)],
            ]}
          />
        </Section>
      </Columns>
      <Section
        title={say("operation.jobs.title")}
        note={say("operation.jobs.hint", { queued: String(queued), running: String(running), done: String(done) })}
      >
        <DataTable
          name={say("operation.jobs.title")}
          columns={columnsOf(say)}
          rows={jobs.recent}
          rowKey={({ id }) => id}
          empty={say("operation.jobs.empty")}
        />
      </Section>
    </Page>
  );
}

type Fact = [name: string, value: string];

function systemFacts(
  say: Say,
  { version, engine, runtime, startedAt, dataVersion, memoryBytes, disk }: Operation,
): Fact[] {
  const room =
    disk === null ? say("page.none") : { free: bytesText(disk.freeBytes), total: bytesText(disk.totalBytes) };
  return [
    [say("operation.system.version"), version],
    [say("operation.system.engine"), say(`operation.system.${engine}`)],
    [say("operation.system.runtime"), runtime],
    [say("operation.system.startedAt"), instantName(startedAt)],
    [say("operation.system.dataVersion"), String(dataVersion)],
    [say("operation.system.memory"), bytesText(memoryBytes)],
    [say("operation.system.disk"), typeof room === "string" ? room : say("operation.system.diskOf", room)],
  ];
}

function sizeFacts(say: Say, { size }: Operation): Fact[] {
  const rows = (count: number) => say("operation.size.rows", { number: grouped(String(count)) });
  const evidence = { files: String(size.evidenceFiles), bytes: bytesText(size.evidenceBytes) };
  return [
    [say("operation.size.database"), bytesText(size.databaseBytes)],
    [say("operation.size.evidence"), say("operation.size.evidenceOf", evidence)],
    [say("operation.size.observations"), rows(size.observations)],
    [say("operation.size.reports"), rows(size.reports)],
    [say("operation.size.audit"), rows(size.auditEntries)],
    [say("operation.size.accounts"), rows(size.accounts)],
    [say("operation.size.sessions"), rows(size.sessions)],
  ];
}

function backupFacts(say: Say, { backupAt, nightly, anchoredAt }: Operation): Fact[] {
  const whether = (is: boolean) => say(is ? "operation.backup.yes" : "operation.backup.no");
  const { at, keepDays } = nightly;
  const when = at === null ? say("operation.backup.off") : say("operation.backup.at", { at, days: String(keepDays) });
  return [
    [say("operation.backup.last"), backupAt === null ? say("operation.backup.none") : instantName(backupAt)],
    [say("operation.backup.nightly"), when],
    [say("operation.backup.copy"), whether(nightly.copy)],
    [say("operation.backup.encrypted"), whether(nightly.encrypted)],
    [say("operation.backup.anchored"), anchoredAt === null ? say("operation.backup.none") : instantName(anchoredAt)],
  ];
}

const kinds = ["request", "backup", "tidy"] as const;

function columnsOf(say: Say): Column<Job>[] {
  const kindOf = (kind: string) => kinds.find((known) => known === kind) ?? "other";
  return [
    { id: "id", head: say("operation.jobs.id"), text: ({ id }) => id, heading: true },
    { id: "kind", head: say("operation.jobs.kind"), text: ({ kind }) => say(`operation.jobs.kinds.${kindOf(kind)}`) },
    { id: "state", head: say("operation.jobs.state"), text: ({ state }) => say(`operation.jobs.states.${state}`) },
    { id: "created", head: say("operation.jobs.created"), text: ({ createdAt }) => instantName(createdAt) },
    {
      id: "finished",
      head: say("operation.jobs.finished"),
      text: ({ finishedAt }) => (finishedAt === null ? say("page.none") : instantName(finishedAt)),
    },
    { id: "result", head: say("operation.jobs.result"), text: ({ status }) => resultOf(say, status) },
    { id: "attempts", head: say("operation.jobs.attempts"), text: ({ attempts }) => String(attempts) },
  ];
}

function resultOf(say: Say, status: number | null): string {
  if (status === null) return say("page.none");
  if (status < 300) return say("operation.jobs.good");
  return say(status < 500 ? "operation.jobs.refused" : "operation.jobs.broken", { status: String(status) });
}
