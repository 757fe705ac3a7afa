import { useInfiniteQuery } from "@tanstack/react-query";
import { type Say, useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { Failure, Skeleton } from "../../ui/state.tsx";
import { readFailures, type SignInFailure } from "./request.ts";

const reasons = [
  ...(["unknown-account", "locked", "disabled", "expired", "no-password", "wrong-password", "wrong-code"] as const),
  ...(["single-sign-on", "other"] as const),
] as const;

/** Sign-ins that failed, the latest first. */
export function FailureList() {
  const { say } = useText();
  const query = useInfiniteQuery({
    queryKey: ["sign-in-failures"],
    queryFn: ({ pageParam, signal }) => readFailures(pageParam, signal),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 5_000,
  });
  if (query.error !== null) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  return (
    <Section title={say("policy.failures.title")} note={say("policy.failures.hint")}>
      <DataTable
        name={say("policy.failures.title")}
        columns={columnsOf(say)}
        rows={rows.map((row, at) => ({ ...row, at }))}
        rowKey={({ at }) => String(at)}
        first={100}
        empty={say("policy.failures.empty")}
      />
      {query.hasNextPage && (
        <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
          {say("policy.failures.more")}
        </button>
      )}
    </Section>
  );
}

function columnsOf(say: Say): Column<SignInFailure & { at: number }>[] {
  const reasonOf = (reason: string) => reasons.find((known) => known === reason) ?? "other";
  return [
    { id: "at", head: say("policy.failures.at"), text: ({ recordedAt }) => instantName(recordedAt), heading: true },
    {
      id: "account",
      head: say("policy.failures.account"),
      text: ({ account }) => account ?? say("policy.failures.nobody"),
    },
    { id: "address", head: say("policy.failures.address"), text: ({ address }) => address ?? say("page.none") },
    {
      id: "reason",
      head: say("policy.failures.reason"),
      text: ({ reason }) => say(`policy.reasons.${reasonOf(reason)}`),
    },
  ];
}
