import type { Progress } from "../../api.ts";
import { type Say, useText } from "../../text/text.ts";
import { periodShort } from "../../text/time.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Section, Tag } from "../../ui/page.tsx";

type Beside = Progress["beside"][number];

/** Why a figure that may be compared is not the one that counts; of all others the bridge says why. */
function whyNot({ observation, bridge, use }: Beside, { actual }: Progress, say: Say): string {
  if (bridge.reason !== null) return bridge.reason;
  if (use !== "comparable" && use !== "unlike") return say("page.none");
  if (use === "unlike") return say("target.notCounted.unlike");
  if (observation.period !== actual?.period) return say("target.notCounted.earlier");
  const role = (figure: Progress["beside"][number]["observation"]) => say(`code.role.${figure.role}`);
  return observation.role === actual.role
    ? say("target.notCounted.other")
    : say("target.notCounted.role", { own: role(observation), counted: role(actual) });
}

/** The figures that bear on the target, each with its verdict and why it counts or does not. */
export function ProgressBeside({ row }: { row: Progress }) {
  const { say, language } = useText();
  const columns: Column<Beside>[] = [
    {
      id: "figure",
      head: say("target.figure"),
      heading: true,
      text: ({ observation }) => observation.value ?? observation.text ?? say("page.none"),
      cell: ({ observation }) => <Figure of={observation} />,
    },
    { id: "period", head: say("target.period"), text: ({ observation }) => periodShort(observation.period, language) },
    { id: "indicator", head: say("target.indicator"), text: ({ observation }) => observation.indicator.name },
    { id: "area", head: say("target.area"), text: ({ observation }) => observation.area.name },
    { id: "role", head: say("source.role"), text: ({ observation }) => say(`code.role.${observation.role}`) },
    { id: "caliber", head: say("page.caliber"), text: ({ observation }) => observation.caliber.name },
    {
      id: "verdict",
      head: say("target.verdictHead"),
      text: ({ bridge }) => say(`code.verdict.${bridge.verdict}`),
      cell: ({ bridge }) => <Tag>{say(`code.verdict.${bridge.verdict}`)}</Tag>,
    },
    { id: "reason", head: say("target.reason"), wide: true, text: (item) => whyNot(item, row, say) },
  ];
  return (
    <Section title={say("target.beside")} note={say("target.besideNote")}>
      {row.besideOmitted > 0 && <p className="quiet">{say("target.besideOmitted", { count: row.besideOmitted })}</p>}
      <DataTable
        name={`${row.target.id} ${say("target.beside")}`}
        columns={columns}
        rows={row.beside}
        rowKey={({ observation }) => observation.id}
        first={12}
        empty={say("target.besideEmpty")}
      />
    </Section>
  );
}
