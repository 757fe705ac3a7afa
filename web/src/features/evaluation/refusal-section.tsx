import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../text/text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Toggle } from "../../ui/toggle.tsx";
import { readPlace } from "./place.ts";
import { type Grouping, groupings, groupRefusals, keyOf, knownCode, pickRefusals, shortDetail } from "./refusals.ts";
import type { Refusal, Results } from "./request.ts";

const groupWord = { code: "byCode", criterion: "byCriterion", area: "byArea" } as const;

/** What a reason is of, in words. */
function useNames(refusals: readonly Refusal[]) {
  const { say } = useText();
  const codeWord = (code: string): string => {
    const known = knownCode(code);
    return known === undefined ? code : say(`evaluation.refusal.${known}`);
  };
  const groupName = (by: Grouping, key: string): string => {
    if (by === "code") return codeWord(key);
    if (key === "") return say("evaluation.refused.whole");
    const found = refusals.find((refusal) => keyOf(refusal, by) === key);
    return (by === "criterion" ? found?.criterion : found?.area)?.name ?? key;
  };
  return { codeWord, groupName };
}

/** Whether arranging a panel would answer it. */
const isOfPanel = ({ code }: Refusal): boolean => code === "panel-missing" || code === "too-few-judges";

/** Everything that stands against a run: how much of each kind, then every reason with its place and what to do. */
export function RefusalSection({
  refusals,
  mayArrange = false,
}: {
  refusals: readonly Refusal[];
  mayArrange?: boolean;
}) {
  const { say } = useText();
  const [by, setBy] = useState<Grouping>("code");
  const [key, setKey] = useState<string | null>(null);
  const [search, setSearch] = useState("");
  const { groupName } = useNames(refusals);
  const groups = groupRefusals(refusals, by);
  const options = groupings.map((value) => ({ value, label: say(`evaluation.refused.${groupWord[value]}`) }));
  return (
    <Section
      title={say("evaluation.refused.title")}
      note={say("evaluation.refused.note")}
      tools={
        <>
          <Toggle
            label={say("evaluation.refused.group")}
            value={by}
            options={options}
            onChange={(chosen) => {
              setBy(chosen);
              setKey(null);
            }}
          />
          <SearchField label={say("evaluation.refused.search")} value={search} onChange={setSearch} />
        </>
      }
    >
      {mayArrange && refusals.some(isOfPanel) && (
        <p>
          <Link to="." search={(before) => ({ ...before, view: "records" })} className="link">
            {say("evaluation.refused.arrange")}
          </Link>
        </p>
      )}
      <div className="chips">
        <button type="button" className="chip" aria-pressed={key === null} onClick={() => setKey(null)}>
          {say("evaluation.refused.all")} <span className="chip-count">{refusals.length}</span>
        </button>
        {groups.map((group) => (
          <button
            key={group.key}
            type="button"
            className="chip"
            aria-pressed={key === group.key}
            onClick={() => setKey(key === group.key ? null : group.key)}
          >
            {groupName(by, group.key)} <span className="chip-count">{group.count}</span>
          </button>
        ))}
      </div>
      <RefusalTable refusals={pickRefusals(refusals, { by, key, search })} by={by} />
    </Section>
  );
}

function RefusalTable({ refusals, by }: { refusals: readonly Refusal[]; by: Grouping }) {
  const { say } = useText();
  const { codeWord } = useNames(refusals);
  const whole = say("evaluation.refused.whole");
  const isRepeated = (refusal: Refusal): boolean => {
    const before = refusals[refusals.indexOf(refusal) - 1];
    return before !== undefined && keyOf(before, by) === keyOf(refusal, by);
  };
  const columns: Column<Refusal>[] = [
    { id: "code", head: say("evaluation.refused.code"), text: ({ code }) => codeWord(code) },
    { id: "criterion", head: say("evaluation.refused.criterion"), text: ({ criterion }) => criterion?.name ?? whole },
    { id: "area", head: say("evaluation.refused.area"), text: ({ area }) => area?.name ?? say("page.none") },
    {
      ...{ id: "detail", head: say("evaluation.refused.detail"), wide: true, text: ({ detail }) => detail },
      cell: (refusal) => shortDetail(refusal),
    },
  ];
  // What the rows are grouped by comes first, and is said once a group.
  const own = columns.map((column) =>
    column.id !== by
      ? column
      : {
          ...column,
          heading: true,
          cell: (row: Refusal) => <span className={isRepeated(row) ? "refusal-again" : ""}>{column.text(row)}</span>,
        },
  );
  const first = own.filter(({ id }) => id === by);
  return (
    <DataTable
      name={say("evaluation.refused.title")}
      columns={[...first, ...own.filter(({ id }) => id !== by)]}
      rows={refusals}
      rowKey={(refusal) => `${refusals.indexOf(refusal)}`}
      first={40}
      empty={say("evaluation.refused.none")}
    />
  );
}

/** 待核: what no source gives keeps a run from being sealed. */
export function UnverifiedSection({
  places,
  criteria,
}: {
  places: Results["unverified"];
  criteria: Results["criteria"];
}) {
  const { say } = useText();
  const placeName = (path: string): string => {
    const place = readPlace(path, criteria);
    if (place === undefined) return path;
    const field = place.field === null ? [] : [say(`evaluation.place.${place.field}`)];
    return [...place.owners, ...field].join(" · ");
  };
  if (places.length === 0) return null;
  return (
    <Section title={say("evaluation.refused.unverifiedTitle")} note={say("evaluation.refused.unverifiedNote")}>
      <DataTable
        name={say("evaluation.refused.unverifiedTitle")}
        columns={[
          { id: "path", head: say("evaluation.refused.path"), heading: true, text: ({ path }) => placeName(path) },
          { id: "why", head: say("evaluation.refused.why"), wide: true, text: ({ reason }) => reason },
        ]}
        rows={places}
        rowKey={({ path }) => path}
        first={10}
      />
    </Section>
  );
}
