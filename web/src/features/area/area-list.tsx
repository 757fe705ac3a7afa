import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Area, Status } from "../../api.ts";
import { useText } from "../../text/text.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { LightMark } from "../../ui/light.tsx";
import { severity } from "../../ui/light-shape.ts";
import { Page, Section } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";

export interface Standing {
  readonly status: Status;
  readonly provisional: boolean;
}

interface ListParts {
  readonly areas: readonly Area[];
  /** The worst state of each indicator that an area has targets for. */
  readonly states: ReadonlyMap<string, readonly Standing[]>;
}

/** All areas, those with targets first. */
export function AreaList({ areas, states }: ListParts) {
  const { say } = useText();
  const [wanted, setWanted] = useState("");
  const columns = useColumns(states);
  const rows = [...areas]
    .filter((area) => [area.name, ...area.aliases].some((name) => name.includes(wanted)))
    .sort((a, b) => b.targets - a.targets);
  const counts = {
    total: areas.length,
    targets: areas.filter((area) => area.targets > 0).length,
  };
  return (
    <Page
      name={say("area.name")}
      sentence={areas.length === 0 ? say("area.listNone") : say("area.listSentence", counts)}
    >
      <Section
        title={say("area.listTitle")}
        tools={<SearchField label={say("page.choose.search")} value={wanted} onChange={setWanted} />}
      >
        <DataTable name={say("area.listTitle")} columns={columns} rows={rows} rowKey={(area) => area.code} first={60} />
      </Section>
    </Page>
  );
}

function useColumns(states: ReadonlyMap<string, readonly Standing[]>): Column<Area>[] {
  const { say } = useText();
  const statesOf = (area: Area) =>
    [...(states.get(area.code) ?? [])].sort((a, b) => severity(a.status) - severity(b.status));
  return [
    {
      id: "name",
      head: say("area.name"),
      heading: true,
      text: (area) => area.name,
      cell: (area) => (
        <Link to="/areas/$area" params={{ area: area.code }} className="link">
          {area.name}
        </Link>
      ),
    },
    { id: "kind", head: say("area.kind"), text: (area) => say(`code.areaKind.${area.kind}`) },
    { id: "city", head: say("area.city"), text: (area) => area.city.name, minor: true },
    { id: "targets", head: say("area.targets"), numeric: true, text: (area) => String(area.targets) },
    {
      id: "standing",
      head: say("area.standing"),
      wide: true,
      text: (area) =>
        statesOf(area)
          .map(({ status }) => say(`code.status.${status}`))
          .join(say("page.list")),
      cell: (area) => <LightRow states={statesOf(area)} />,
    },
    {
      id: "members",
      head: say("area.members"),
      numeric: true,
      minor: true,
      text: (area) => `${area.members.length}${area.openEnded ? "+" : ""}`,
    },
  ];
}

/** One light per state, provisional ones apart, with how often it occurs. */
function LightRow({ states }: { states: readonly Standing[] }) {
  const { say } = useText();
  const keyOf = ({ status, provisional }: Standing) => `${status} ${provisional}`;
  const kinds = [...new Map(states.map((state) => [keyOf(state), state])).values()];
  return (
    <span className="light-row">
      {kinds.map((kind) => (
        <span key={keyOf(kind)} className="light-count" title={say(`code.status.${kind.status}`)}>
          <LightMark status={kind.status} provisional={kind.provisional} />
          <span className="visually-hidden">
            {say(`code.status.${kind.status}`)}
            {kind.provisional ? say("page.provisional") : ""}
          </span>
          {states.filter((state) => keyOf(state) === keyOf(kind)).length}
        </span>
      ))}
    </span>
  );
}
