import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Area } from "../../api.ts";
import { type Say, useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Page, Section, Tag } from "../../ui/page.tsx";
import { Failure, Skeleton } from "../../ui/state.tsx";
import { AuditFilterForm } from "./audit-filter.tsx";
import { actionWord, areaWord, changeWords, personWord, roleWord } from "./audit-words.ts";
import { ChangeCell } from "./change-cell.tsx";
import { type AuditEntry, type AuditFilter, readTrail } from "./request.ts";
import { Verify } from "./verify.tsx";
import "./audit.css";

/** The trail: who did what, when, from where, with which outcome, and what it changed. */
export function AuditTrail({ areas }: { areas: readonly Area[] }) {
  const { say } = useText();
  const [filter, setFilter] = useState<AuditFilter>({});
  const query = useTrail(filter);
  if (query.data === undefined) {
    if (query.error !== null) return <Failure error={query.error} retry={() => void query.refetch()} />;
    return <Skeleton lines={12} height={480} />;
  }
  const rows = query.data.pages.flatMap(({ items }) => items);
  const actions = query.data.pages[0]?.actions ?? [];
  return (
    <Page name={say("audit.name")} sentence={sentenceOf(rows, say)} lead={<Verify areas={areas} />}>
      <AuditFilterForm filter={filter} actions={actions} areas={areas} onChange={setFilter} />
      {query.error !== null && <Failure error={query.error} retry={() => void query.refetch()} />}
      <Section
        title={say("audit.table")}
        note={say(query.hasNextPage ? "audit.noteMore" : "audit.note", { count: rows.length })}
      >
        <DataTable
          name={say("audit.name")}
          columns={columnsOf(say)}
          rows={rows}
          rowKey={({ area, seq }) => `${area.code} ${seq}`}
          first={rows.length}
          empty={say("audit.noneHint")}
        />
        {query.hasNextPage && (
          <button
            type="button"
            className="button"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {say("audit.more")}
          </button>
        )}
      </Section>
    </Page>
  );
}

function useTrail(filter: AuditFilter) {
  const { language } = useText();
  return useInfiniteQuery({
    queryKey: ["audit", language, filter],
    queryFn: ({ pageParam, signal }) => readTrail(filter, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
}

function sentenceOf([latest]: readonly AuditEntry[], say: Say): string {
  if (latest === undefined) return say("audit.none");
  const at = instantName(latest.recordedAt);
  return say("audit.sentence", { at, person: personWord(latest, say), action: actionWord(latest.action, say) });
}

function columnsOf(say: Say): Column<AuditEntry>[] {
  const resultWord = ({ result }: AuditEntry): string => say(`audit.results.${result ?? "done"}`);
  return [
    { id: "at", head: say("audit.at"), text: ({ recordedAt }) => instantName(recordedAt), heading: true },
    {
      id: "person",
      head: say("audit.person"),
      text: (entry) => `${personWord(entry, say)} ${entry.actor.account}`,
      cell: (entry) => (
        <span>
          {personWord(entry, say)} <span className="quiet">{entry.actor.account}</span>
        </span>
      ),
    },
    { id: "role", head: say("audit.role"), text: (entry) => roleWord(entry, say) },
    { id: "action", head: say("audit.action"), text: ({ action }) => actionWord(action, say) },
    {
      id: "result",
      head: say("audit.result"),
      text: resultWord,
      cell: (entry) =>
        entry.result === null || entry.result === "done" ? (
          resultWord(entry)
        ) : (
          <Tag kind="warn">{resultWord(entry)}</Tag>
        ),
    },
    { id: "area", head: say("audit.area"), text: (entry) => areaWord(entry, say) },
    {
      id: "subject",
      head: say("audit.subject"),
      text: ({ subject }) => subject ?? say("page.none"),
      cell: ({ subject }) => <span className="break">{subject ?? say("page.none")}</span>,
    },
    {
      id: "change",
      head: say("audit.change"),
      wide: true,
      text: (entry) => changeWords(entry, say),
      cell: (entry) => <ChangeCell entry={entry} />,
    },
    { id: "address", head: say("audit.address"), minor: true, text: ({ address }) => address ?? say("page.none") },
  ];
}
