import { useNavigate } from "@tanstack/react-router";
import type { Progress } from "../api.ts";
import { OwedLead } from "../features/progress/owed-lead.tsx";
import { ProgressList } from "../features/progress/progress-list.tsx";
import { useProgress } from "../features/progress/query.ts";
import { useView } from "../paths.ts";
import { useText } from "../text/text.ts";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/state.tsx";
import { Toggle } from "../ui/toggle.tsx";

export function TargetsPage() {
  const query = useProgress();
  return (
    <Loaded query={query} lines={16} height={640}>
      {(rows) => <TargetsView rows={rows} />}
    </Loaded>
  );
}

function TargetsView({ rows }: { rows: readonly Progress[] }) {
  const { say } = useText();
  const { view } = useView();
  const navigate = useNavigate();
  const count = (status: Progress["status"]) => rows.filter((row) => row.status === status).length;
  const isPolicy = (row: Progress) => row.target.citation.kind === "policy";
  const isCommitment = (row: Progress) => row.target.kind === "commitment" && !isPolicy(row);
  const asTable = view === "table";
  const options = [
    { value: "picture" as const, label: say("page.table.picture") },
    { value: "table" as const, label: say("page.table.show") },
  ];
  const undecided =
    rows.length - count("achieved") - count("missed") - count("on-track") - count("behind") - count("far-behind");
  const sentence =
    rows.length === 0
      ? say("target.listNone")
      : say("target.listSentence", {
          total: rows.length,
          achieved: count("achieved"),
          missed: count("missed"),
          open: undecided,
        });
  return (
    <Page
      name={say("target.listName")}
      sentence={sentence}
      lead={
        <div className="lead-row">
          <OwedLead rows={rows} />
          <Toggle
            label={say("summary.matrix.view")}
            value={asTable ? "table" : "picture"}
            options={options}
            onChange={(next) =>
              void navigate({
                to: ".",
                search: (before) => ({ ...before, view: next === "table" ? "table" : undefined }),
                resetScroll: false,
              })
            }
          />
        </div>
      }
    >
      <ProgressList rows={rows.filter(isPolicy)} title={say("target.document")} asTable={asTable} />
      <ProgressList
        rows={rows.filter((row) => !isPolicy(row) && !isCommitment(row))}
        title={say("target.press")}
        asTable={asTable}
      />
      <ProgressList rows={rows.filter(isCommitment)} title={say("target.commitments")} asTable={asTable} />
    </Page>
  );
}
