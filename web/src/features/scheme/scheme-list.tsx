import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { instantName } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Original } from "../../ui/original.tsx";
import { Page, Section, Tag } from "../../ui/page.tsx";
import { Loaded } from "../../ui/state.tsx";
import { DraftDialog } from "./draft-dialog.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { useSchemes } from "./query.ts";
import { fileAddress, type SchemeSummary } from "./request.ts";
import "./scheme.css";

interface ListParts {
  readonly mayWrite: boolean;
  /** Drafts are shown to who scores and who leads. */
  readonly seesDrafts: boolean;
}

/** All schemes: what is there, what is still owed, and for the office the ways to a new one. */
export function SchemeList(parts: ListParts) {
  const schemes = useSchemes();
  return (
    <Loaded query={schemes} lines={12} height={480}>
      {(items) => <List schemes={items} {...parts} />}
    </Loaded>
  );
}

const order = ["draft", "published", "shipped"] as const;

/** Drafts first, then the latest year. */
function sorted(schemes: readonly SchemeSummary[]): SchemeSummary[] {
  return schemes.toSorted(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      b.evaluationYear - a.evaluationYear ||
      (a.code < b.code ? -1 : 1),
  );
}

function List({ schemes, mayWrite, seesDrafts }: ListParts & { schemes: readonly SchemeSummary[] }) {
  const { say } = useText();
  const [dialog, setDialog] = useState<"draft" | "bring" | null>(null);
  const close = () => setDialog(null);
  const tools = (
    <>
      <button type="button" className="button" onClick={() => setDialog("bring")}>
        {say("scheme.bring.action")}
      </button>
      {schemes.length > 0 && (
        <button type="button" className="button button-primary" onClick={() => setDialog("draft")}>
          {say("scheme.draft.action")}
        </button>
      )}
    </>
  );
  return (
    <Page name={say("scheme.name")} sentence={useSentence(schemes, seesDrafts)} lead={<p>{say("scheme.lead")}</p>}>
      <Section title={say("scheme.list")} {...(mayWrite && { tools })}>
        <DataTable
          name={say("scheme.list")}
          columns={useColumns()}
          rows={sorted(schemes)}
          rowKey={({ code }) => code}
          empty={say("scheme.empty")}
        />
      </Section>
      {dialog === "draft" && <DraftDialog schemes={sorted(schemes)} onClose={close} />}
      {dialog === "bring" && <ImportDialog onClose={close} />}
    </Page>
  );
}

function useSentence(schemes: readonly SchemeSummary[], seesDrafts: boolean): string {
  const { say } = useText();
  const of = (state: SchemeSummary["state"]) => schemes.filter((scheme) => scheme.state === state);
  const drafts = of("draft");
  const owed = drafts.reduce((sum, { unverified }) => sum + unverified, 0);
  const told = { published: of("published").length, shipped: of("shipped").length };
  if (schemes.length === 0) return say("scheme.sentence.none");
  if (!seesDrafts) return say("scheme.sentence.reading", told);
  if (drafts.length === 0) return say("scheme.sentence.idle", told);
  const counts = { ...told, drafts: drafts.length, owed };
  return owed === 0 ? say("scheme.sentence.ready", counts) : say("scheme.sentence.owed", counts);
}

function useColumns(): Column<SchemeSummary>[] {
  const { say } = useText();
  return [
    {
      ...{ id: "name", head: say("scheme.heads.name"), heading: true, wide: true },
      text: ({ name }) => name,
      cell: ({ code, name }) => (
        <>
          <Link to="/schemes/$scheme" params={{ scheme: code }} className="link">
            <Original>{name}</Original>
          </Link>
          <span className="quiet scheme-code">{code}</span>
        </>
      ),
    },
    {
      ...{ id: "state", head: say("scheme.heads.state") },
      text: ({ state }) => say(`scheme.state.${state}`),
      cell: ({ state }) => (
        <span className="nowrap">
          <Tag kind={state === "draft" ? "accent" : "plain"}>{say(`scheme.state.${state}`)}</Tag>
        </span>
      ),
    },
    {
      ...{ id: "years", head: say("scheme.heads.years") },
      text: ({ evaluationYear, dataYear }) => say("scheme.years", { evaluation: evaluationYear, data: dataYear }),
    },
    {
      ...{ id: "criteria", head: say("scheme.heads.criteria"), numeric: true },
      text: ({ criteria }) => String(criteria),
    },
    {
      ...{ id: "owed", head: say("scheme.heads.owed"), numeric: true },
      text: ({ unverified }) => String(unverified),
    },
    { id: "basis", head: say("scheme.heads.basis"), text: ({ basis }) => basis?.name ?? say("page.none") },
    {
      ...{ id: "version", head: say("scheme.heads.version"), minor: true },
      text: ({ version, recordedAt }) => say("scheme.versionAt", { version, at: instantName(recordedAt) }),
    },
    { id: "actions", head: say("scheme.heads.actions"), text: () => "", cell: (row) => <Actions scheme={row} /> },
  ];
}

function Actions({ scheme: { code, name, basis } }: { scheme: SchemeSummary }) {
  const { say } = useText();
  return (
    <span className="scheme-tools">
      <Link
        to="/schemes/$scheme"
        params={{ scheme: code }}
        search={(view) => ({ ...view, with: basis?.code ?? code })}
        className="link"
        aria-label={say("scheme.compareOf", { name })}
      >
        {say("scheme.compare")}
      </Link>
      <a href={fileAddress(code)} className="link" download aria-label={say("scheme.fileOf", { name })}>
        {say("scheme.file")}
      </a>
    </span>
  );
}
